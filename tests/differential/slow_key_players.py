#!/usr/bin/python3
"""Compare the key players of `nonet measure` with every set there is, scored from the definitions in fractions, on random networks.

For each network and each goal the program names a set of K, its score and a bound that no set of K exceeds. Here every set of K is scored:
the score must be that of the set named, the set must be a best one (of those whose loss breaks the network the first by key), and the
bound must be its score. The measures of a named set are compared on sets drawn by chance. A few networks are too large to try all sets:
there no set drawn, nor one that exchange improves, may score above the bound.

Networks are directed or not, with isolates, islands, loops and repeated ties. Plain Python; no package is needed.

  slow_key_players.py --nonet PATH [--graphs 600] [--large 6] [--seed 1] [--keep DIR]

Exit status: 0 all agree, 1 a difference.
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

sys.dont_write_bytecode = True
from apart import apart
from covered import left_out

LIMIT = 1e-12
BREAKING = ("fragmentation", "distance")
NAMED = {"fragmentation": "set-fragmentation", "distance": "set-distance-fragmentation", "reach": "set-reach",
         "distance-reach": "set-distance-reach"}


class Case:
    def __init__(self, number, chance, n, density):
        self.number, self.directed, self.n = number, number % 2 == 1, n
        self.nodes = [f"n{i}" for i in range(n)]
        self.ties = []
        for i in range(n):
            for j in range(n) if self.directed else range(i, n):
                if chance.random() < (density / 4 if i == j else density):
                    self.ties += [(i, j)] * (2 if chance.random() < 0.1 else 1)
        chance.shuffle(self.ties)
        self.rows = self.nodes[:]
        chance.shuffle(self.rows)
        self.out = [set() for _ in self.nodes]
        self.either = [set() for _ in self.nodes]
        for i, j in self.ties:
            if i == j:
                continue
            self.out[i].add(j)
            self.either[i].add(j)
            self.either[j].add(i)
            if not self.directed:
                self.out[j].add(i)

    def write(self, folder):
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id\n" + "".join(f"{v}\n" for v in self.rows))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to\n" + "".join(f"{self.nodes[i]},{self.nodes[j]}\n" for i, j in self.ties))


# ---- the definitions ----


def rings(start, neighbours, banned=frozenset()):
    """Nodes at 0, 1, 2 ... steps from the nearest of `start`."""
    seen, ring = set(start), set(start)
    while ring:
        yield ring
        ring = set().union(*(neighbours[v] for v in ring)) - seen - banned
        seen |= ring


def fragmentation(case, group, steps):
    banned, left = frozenset(group), case.n - len(group)
    if left < 2:
        return None
    together, waiting = 0, set(range(case.n)) - banned
    while waiting:
        part = set().union(*rings({min(waiting)}, case.either, banned))
        together += len(part) * (len(part) - 1)
        waiting -= part
    return 1 - Fraction(together, left * (left - 1))


def distance(case, group, steps):
    banned, left = frozenset(group), case.n - len(group)
    if left < 2:
        return None
    at = {}
    for v in set(range(case.n)) - banned:
        for d, ring in enumerate(rings({v}, case.either, banned)):
            at[d] = at.get(d, 0) + len(ring)
    return 1 - sum(Fraction(many, d) for d, many in at.items() if d) / (left * (left - 1))


def reach(case, group, steps):
    return Fraction(sum(len(ring) for d, ring in enumerate(rings(set(group), case.out)) if d <= steps))


def distance_reach(case, group, steps):
    return sum(Fraction(len(ring), max(d, 1)) for d, ring in enumerate(rings(set(group), case.out))) / case.n


SCORE = {"fragmentation": fragmentation, "distance": distance, "reach": reach, "distance-reach": distance_reach}


# ---- the comparison ----


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def fail(self, case, text):
        self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}): {text}")

    def number(self, case, what, where, got, want):
        self.values[what] = self.values.get(what, 0) + 1
        far = apart(got, want)
        self.worst[what] = max(self.worst.get(what, 0), far)
        if not far <= LIMIT:
            self.fail(case, f"{what} {where}: nonet {got}, by definition {want}")

    def truth(self, case, what, where, holds):
        self.values[what] = self.values.get(what, 0) + 1
        self.worst.setdefault(what, 0)
        if not holds:
            self.fail(case, f"{what} {where} does not hold")


def run(nonet, folder, case, names):
    command = [nonet, "measure", os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"), "--measures", names, "--as", "json",
               "-q", "--directed" if case.directed else "--undirected"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)["sheets"][0]


def parameter(goal, k, steps):
    return f"{k};{steps}" if goal == "reach" and steps != 1 else str(k)


def in_key_order(case):
    return sorted(range(case.n), key=lambda v: case.nodes[v])


def check_table(tally, case, goal, k, steps, sheet):
    name = f"key-players-{goal}"
    where = f"{name}:{parameter(goal, k, steps)}"
    if k > case.n or (goal in BREAKING and case.n - k < 2):
        tally.truth(case, f"{name}, nobody", where, sheet["rows"] == [])
        return
    scores = {group: SCORE[goal](case, group, steps) for group in itertools.combinations(in_key_order(case), k)}
    best = max(scores.values())
    named = tuple(case.nodes.index(row["member"]) for row in sheet["rows"])
    tally.truth(case, f"{name}, a set", where, named in scores)  # K nodes, each once, by key
    if named not in scores:
        return
    tally.number(case, f"{name}, score", where, sheet["rows"][0]["score"], scores[named])
    tally.number(case, f"{name}, the best", where, sheet["rows"][0]["score"], best)
    tally.number(case, f"{name}, bound", where, sheet["rows"][0]["bound"], best)
    tally.truth(case, f"{name}, proved", where, f"no set of {k} does better" in sheet["notes"][0])
    if goal in BREAKING:
        tally.truth(case, f"{name}, the first", where, named == next(g for g in scores if scores[g] == best))


def improved(case, goal, k, chance, rounds):
    """A set drawn by chance, and what trying exchanges for some rounds makes of it."""
    group = chance.sample(range(case.n), k)
    score = SCORE[goal](case, group, 1)
    yield score
    for _ in range(rounds):
        other = group[:]
        other[chance.randrange(k)] = chance.choice([v for v in range(case.n) if v not in group])
        new = SCORE[goal](case, other, 1)
        if new > score:
            group, score = other, new
    yield score


def check_large(tally, case, goal, k, sheet, chance):
    name, rows = f"key-players-{goal}", sheet["rows"]
    named = [case.nodes.index(row["member"]) for row in rows]
    tally.truth(case, f"{name}, large: a set", name, len(set(named)) == k)
    tally.number(case, f"{name}, large: score", name, rows[0]["score"], SCORE[goal](case, named, 1))
    tally.truth(case, f"{name}, large: not proved", name, "not proved the best" in sheet["notes"][0])
    tally.truth(case, f"{name}, large: bound", name, rows[0]["score"] < rows[0]["bound"] <= 1)
    for score in improved(case, goal, k, chance, 60):
        tally.truth(case, f"{name}, large: bound", name, float(score) <= rows[0]["bound"] + LIMIT)


def start_small(case, chance, nonet, folder, team):
    k, steps = chance.randint(1, 4), chance.choice((1, 1, 2, 3))
    if case.n > 12:
        k = min(k, 2)
    jobs = [(goal, k, steps, team.submit(run, nonet, folder, case, f"key-players-{goal}:{parameter(goal, k, steps)}")) for goal in SCORE]
    asked = {}
    for goal, name in NAMED.items():
        for _ in range(2):
            group = chance.sample(range(case.n), chance.randint(1, min(case.n, 5)))
            typed = f"{name}:{f'{steps};' if goal == 'reach' else ''}{';'.join(case.nodes[v] for v in group)}"
            asked[typed] = (name, SCORE[goal](case, group, steps))
    return case, jobs, asked, team.submit(run, nonet, folder, case, ",".join(asked))


def finish_small(tally, case, jobs, asked, whole):
    for goal, k, steps, sheet in jobs:
        check_table(tally, case, goal, k, steps, sheet.result())
    got = {row["measure"]: row["value"] for row in whole.result()["rows"]}
    for typed, (name, want) in asked.items():
        tally.number(case, name, typed, got[typed], want)


def main():
    ask = argparse.ArgumentParser(description="Compare key players of nonet with every set there is.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=600)
    ask.add_argument("--large", type=int, default=6, help="how many networks too large to try all sets")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--keep", help="a folder to keep the networks in")
    asked = ask.parse_args()
    chance, tally, small, large = random.Random(asked.seed), Tally(), [], []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs + asked.large):
            is_large = number >= asked.graphs
            n = 100 + chance.randrange(20) if is_large else chance.randint(1, 24 if number % 8 == 7 else 12)
            case = Case(number, chance, n, 0.025 if is_large else chance.choice((0.05, 0.1, 0.15, 0.25, 0.4, 0.7)))
            folder = os.path.join(asked.keep or scratch, str(number))
            os.makedirs(folder, exist_ok=True)
            case.write(folder)
            if not is_large:
                small.append(start_small(case, chance, asked.nonet, folder, team))
                continue
            for goal, k in (("distance", 3), ("fragmentation", 6)):
                large.append((case, goal, k, team.submit(run, asked.nonet, folder, case, f"key-players-{goal}:{k}")))
        for case, jobs, named, whole in small:
            try:
                finish_small(tally, case, jobs, named, whole)
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
        for case, goal, k, sheet in large:
            try:
                check_large(tally, case, goal, k, sheet.result(), chance)
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
    for what in sorted(tally.values):
        print(f"{what:48s} {tally.values[what]:8d} compared, greatest difference {tally.worst[what]:.1e}")
    tally.wrong += left_out("slow_key_players.py", tally.values)
    print(f"{sum(tally.values.values())} comparisons on {asked.graphs} networks and {asked.large} large ones, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
