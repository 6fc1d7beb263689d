#!/usr/bin/python3
"""Compare the measures that keep silence apart with their definitions, on random survey grids.

A grid asks some about each other (square), or some about strategies (each row a partner). Cells are yes, no, or not answered (blank or
NA); some respondents are silent, some columns have no row. One grid, or two of different layers over some of the same nodes. Reports of
square grids also stand as pairs without direction, confirmed by either side or by both.

  survey.py --nonet PATH [--graphs 500] [--seed 1]

Exit status: 0 all agree, 1 a difference. Plain Python; no package is needed.
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

MEASURES = ["answered", "response-rate", "answered-density", "answered-reciprocity"]
YES, NO, OPEN = "1", "0", ("", "NA")


class Grid:
    """reply[a, b]: True, False, or None where it was not answered, for each question that was asked."""

    def __init__(self, chance, nodes, alters):
        self.columns = alters or nodes
        self.rows = [v for v in nodes if alters or v in nodes[:2] or chance.random() < 0.9]  # a square grid's column may have no row
        tied, open_, silent = chance.choice((0.2, 0.5)), chance.choice((0, 0.1, 0.4)), chance.choice((0, 0.3))
        self.reply = {}
        for a in nodes if not alters else self.rows:
            quiet = a not in self.rows or chance.random() < silent
            for b in self.columns:
                if a != b:
                    self.reply[a, b] = None if quiet or chance.random() < open_ else chance.random() < tied
        asked = [q for q in self.reply if q[0] in self.rows]
        no, yes = chance.sample(asked, 2)
        while not any(self.reply.values()) and [q for q in asked if self.reply[q] is False] == [yes]:
            yes = chance.choice(asked)
        if not any(self.reply[q] is False for q in asked):  # a no is what tells a survey from a matrix of ticks,
            self.reply[no] = False
        if not any(self.reply[q] for q in asked):  # a yes what tells it from a table of nodes with columns of numbers
            self.reply[yes] = True
        self.gaps = {q: chance.choice(OPEN) for q in self.reply}

    def write(self, path):
        def cell(a, b):
            return "" if a == b else {True: YES, False: NO, None: self.gaps[a, b]}[self.reply[a, b]]

        with open(path, "w") as f:
            f.write("Agency," + ",".join(self.columns) + "\n")
            f.write("".join(f"{a}," + ",".join(cell(a, b) for b in self.columns) + "\n" for a in self.rows))

    def one_way(self):
        return any(x and not self.reply.get((b, a)) for (a, b), x in self.reply.items())


class Case:
    def __init__(self, number, chance):
        self.number, self.square = number, number % 3 != 2
        self.grids, nodes = [], [f"p{i}" for i in range(chance.randint(3, 9))]
        for _ in range(1 + (number % 4 == 3)):
            here = sorted(chance.sample(nodes, chance.randint(3, len(nodes))))
            grid = None
            while grid is None or (self.square and not grid.one_way()):  # the same both ways is read without direction
                grid = Grid(chance, here, None if self.square else [f"s{i}" for i in range(chance.randint(2, 5))])
            self.grids.append(grid)
        self.confirm = (None, None, "either", "both")[number // 3 % 4] if self.square and len(self.grids) == 1 else None

    def write(self, folder):
        os.makedirs(folder)
        self.files = []
        for i, grid in enumerate(self.grids):
            path = os.path.join(folder, f"grid{i}.csv")
            grid.write(path)
            self.files.append(path if len(self.grids) == 1 else f"layer{i}={path}")


def share(part, whole):
    return Fraction(part, whole) if whole else None


def judged(case):
    """What is known of each question: of several grids that ask it, a yes of any, and answered where all were."""
    nodes = sorted({v for grid in case.grids for v in grid.columns + grid.rows})
    asked = {v: [grid.reply[q] for grid in case.grids for q in grid.reply if q[0] == v] for v in nodes}
    answered = {v: share(sum(x is not None for x in row), len(row)) for v, row in asked.items()}
    out = {"response-rate": share(sum(bool(x) for x in answered.values()), sum(bool(row) for row in asked.values()))}
    replies = {}
    for grid in case.grids:
        for q, x in grid.reply.items():
            replies.setdefault(q, []).append(x)
    said = {q: any(row) for q, row in replies.items() if None not in row}
    yes = {q for q, row in replies.items() if any(row)}
    if case.confirm:
        pairs = {}
        for (a, b), x in said.items():
            pairs.setdefault(frozenset((a, b)), []).append(x)
        tied = {"either": any, "both": all}[case.confirm]
        out["answered-density"] = share(sum(tied(row) for row in pairs.values()), len(pairs))
        out["answered-reciprocity"] = None
    elif case.square:
        both = [(a, b) for a, b in itertools.permutations(nodes, 2) if (a, b) in said and (b, a) in said and (a, b) in yes]
        out["answered-density"] = share(sum(q in yes for q in said), len(said))
        out["answered-reciprocity"] = share(sum((b, a) in yes for a, b in both), len(both))
    else:  # ties to strategies have no direction; a strategy says nothing of its own
        out["answered-density"] = share(sum(q in yes for q in said), len(said))
        out["answered-reciprocity"] = None
    return answered, out


def measure(nonet, case):
    command = [nonet, "measure", *case.files, "--measures", ",".join(MEASURES), "--as", "json", "-q"]
    command += ["--same-ids"] if len(case.files) > 1 else []
    command += ["--confirm", case.confirm] if case.confirm else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, name, where, got, want):
        self.values[name] = self.values.get(name, 0) + 1
        far = apart(got, want)
        self.worst[name] = max(self.worst.get(name, 0), far)
        if not far <= 1e-12:
            self.wrong.append(f"survey {case.number} ({'square' if case.square else 'strategies'}, {len(case.grids)} grids, "
                              f"{case.confirm or 'not confirmed'}): {name} {where}: nonet {got}, by definition {want}")


def main():
    ask = argparse.ArgumentParser(description="Compare nonet's measures of surveys with their definitions.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, jobs = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            case.write(os.path.join(scratch, str(number)))
            jobs.append((case, team.submit(measure, asked.nonet, case)))
        for case, job in jobs:
            try:
                sheets = job.result()
            except RuntimeError as failed:
                tally.wrong.append(f"survey {case.number}: {failed}")
                continue
            answered, whole = judged(case)
            for row in sheets["nodes"]:
                tally.compare(case, "answered", row["node"], row["answered"], answered[row["node"]])
            for row in sheets["whole"]:
                tally.compare(case, row["measure"], "", row["value"], whole[row["measure"]])
    for name in MEASURES:
        print(f"{name:28s} {tally.values.get(name, 0):8d} values, greatest difference {tally.worst.get(name, 0):.1e}")
    tally.wrong += left_out("survey.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} surveys compared with the definitions, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
