#!/usr/bin/python3
"""Compare what `nonet measure` says of chance with slow definitions.

Layers held against each other (graph-correlation, qap): on random networks of 2 or 3 layers on 2 to 6 nodes (directed, weighted, of two
modes, with loops and repeated ties) r and the Jaccard index are computed cell by cell, and p, mean and deviation over every permutation
there is, within each mode; what was drawn must lie within five standard errors.

  chance.py --nonet PATH [--graphs 300] [--seed 1]

Exit status: 0 all agree, 1 a difference. Plain Python; no package is needed.
"""
import argparse
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from covered import left_out

DRAWS = 9999
LAYERS = ("Education", "Health", "Housing")


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def near(self, what, where, got, want, room=1e-9):
        self.values[what] = self.values.get(what, 0) + 1
        far = (0 if got is want else math.inf) if got is None or want is None else abs(got - want)
        self.worst[what] = max(self.worst.get(what, 0), far)
        if not far <= room:
            self.wrong.append(f"{where}: {what}: nonet {got}, by definition {want}, room {room:.2e}")

    def drawn(self, what, where, got, share, draws=DRAWS):
        """A p of so many draws, (1 + hits)/(1 + draws), beside the share of all that could be drawn."""
        want = (1 + share * draws) / (1 + draws)
        self.near(what, where, got, want, 5 * math.sqrt(share * (1 - share) / draws) + 5 / draws)


# ---- asking nonet ----


def ask_nonet(nonet, files, measures, *options):
    command = [nonet, "measure", files, "--measures", measures, "--as", "json", "-q", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)["sheets"][0]["rows"]


# ---- layers held against each other ----


class Layered:
    def __init__(self, number, chance):
        self.number, self.directed, self.weighted = number, chance.random() < 0.5, chance.random() < 0.5
        self.two_modes = chance.random() < 0.3
        n = chance.randint(3, 6) if self.two_modes else chance.choice((2, 3, 4, 5, 5, 5, 6))
        self.nodes = [f"n{v}" for v in range(n)]
        self.mode = [v % 2 if self.two_modes else 0 for v in range(n)]
        self.layers, density = LAYERS[: chance.randint(2, 3)], chance.choice((0.2, 0.4, 0.7))
        self.ties = []  # from, to, layer, weight
        for layer in self.layers:
            for a, b in itertools.product(range(n), repeat=2):
                if self.two_modes and self.mode[a] == self.mode[b] or not self.directed and a > b:
                    continue
                while chance.random() < (density / 3 if a == b else density):
                    self.ties.append((a, b, layer, chance.randint(1, 3)))
            if not any(tie[2] == layer for tie in self.ties):
                self.ties.append((0, 1, layer, 1))
        if self.directed and not any(a > b for a, b, *_ in self.ties):
            self.ties.append((1, 0, self.layers[0], 1))

    def write(self, folder):
        os.makedirs(folder)
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,kind\n" + "".join(f"{v},{'pq'[mode] if self.two_modes else ''}\n" for v, mode in zip(self.nodes, self.mode)))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,layer,weight\n" + "".join(f"n{a},n{b},{layer},{w}\n" for a, b, layer, w in self.ties))
        return folder

    def cells(self):
        n = range(len(self.nodes))
        pairs = itertools.permutations(n, 2) if self.directed else itertools.combinations(n, 2)
        return [(a, b) for a, b in pairs if not self.two_modes or self.mode[a] != self.mode[b]]

    def values(self, layer, weighted):
        """{cell: value}; repeated ties are added up."""
        out = {}
        for a, b, named, w in self.ties:
            if named == layer and a != b:
                cell = (a, b) if self.directed or a < b else (b, a)
                out[cell] = out.get(cell, 0) + w if weighted else 1
        return out


def pearson(x, y):
    """Of whole numbers, so that what is equal is equal: (numerator, r or None)."""
    n, sx, sy = len(x), sum(x), sum(y)
    top = n * sum(a * b for a, b in zip(x, y)) - sx * sy
    xx, yy = n * sum(a * a for a in x) - sx * sx, n * sum(b * b for b in y) - sy * sy
    return top, (top / math.sqrt(xx * yy) if xx and yy else None)


def all_permutations(case, cells, x, y):
    """Pearson's r of each permutation of the nodes, and the numerators."""
    n = range(len(case.nodes))
    key = (lambda a, b: (a, b)) if case.directed else (lambda a, b: (min(a, b), max(a, b)))
    for name in itertools.permutations(n):
        if all(case.mode[v] == case.mode[name[v]] for v in n):
            yield pearson([x.get(key(name[a], name[b]), 0) for a, b in cells], [y.get(cell, 0) for cell in cells])


def compare_pair(tally, case, row, weighted):
    where = f"network {case.number}, {row['from']} and {row['to']}{', weighted' if weighted else ''}"
    cells = case.cells()
    x, y = case.values(row["from"], weighted), case.values(row["to"], weighted)
    top, r = pearson([x.get(c, 0) for c in cells], [y.get(c, 0) for c in cells])
    either = set(x) | set(y)
    tally.near("qap: r", where, row["r"], r)
    tally.near("qap: jaccard", where, row["jaccard"], len(set(x) & set(y)) / len(either) if either else None)
    if r is None:
        tally.near("qap: empty where r is", where, sum(row[name] is not None for name in ("mean", "sd", "p-high", "p-low", "p-error")), 0)
        return r
    drawn = list(all_permutations(case, cells, x, y))
    mean = sum(value for _, value in drawn) / len(drawn)
    sd = math.sqrt(sum((value - mean) ** 2 for _, value in drawn) / len(drawn))
    tally.drawn("qap: p-high", where, row["p-high"], sum(t >= top for t, _ in drawn) / len(drawn))
    tally.drawn("qap: p-low", where, row["p-low"], sum(t <= top for t, _ in drawn) / len(drawn))
    tally.near("qap: mean", where, row["mean"], mean, 5 * sd / math.sqrt(DRAWS) + 1e-9)
    tally.near("qap: sd", where, row["sd"], sd, 0.1 * sd + 1e-9)
    least = min(row["p-high"], row["p-low"])
    tally.near("qap: p-error", where, row["p-error"], math.sqrt(least * (1 - least) / row["permutations"]))
    return r


def compare_layered(tally, nonet, case, folder):
    case.write(folder)
    for weighted in (False, True)[: 1 + case.weighted]:
        options = ["--directed" if case.directed else "--undirected", "--seed", str(case.number)] + ["--weighted"] * weighted
        rows = ask_nonet(nonet, folder, "qap", *options)
        pairs = list(itertools.combinations(case.layers, 2))
        tally.near("qap: a line for each pair", f"network {case.number}", len(rows), len(pairs), 0)
        for row in rows:
            r = compare_pair(tally, case, row, weighted)
            got = ask_nonet(nonet, folder, f"graph-correlation:{row['to']};{row['from']}", *options)[0]["value"]
            tally.near("graph-correlation", f"network {case.number}, {row['from']} and {row['to']}", got, r)


def main():
    ask = argparse.ArgumentParser(description="Compare what nonet says of chance with slow definitions.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=300)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, jobs = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Layered(number, chance)
            jobs.append((number, team.submit(compare_layered, tally, asked.nonet, case, os.path.join(scratch, str(number)))))
        for number, job in jobs:
            try:
                job.result()
            except RuntimeError as failed:
                tally.wrong.append(f"network {number}: {failed}")
    for name in sorted(tally.values):
        print(f"{name:44s} {tally.values[name]:8d} values, greatest difference {tally.worst[name]:.1e}")
    tally.wrong += left_out("chance.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks compared with their definitions, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
