#!/usr/bin/env python3
"""Random survey grids as people save them, read again and counted slowly: who answered, density, reciprocity, confirmed ties.

  survey_grids.py --nonet PATH [--graphs 40] [--seed 1]

Every grid is written as CSV, read by nonet and by the few lines below, which keep every reply (a tie, a no, no answer, not asked) and go
through every pair. Grids are square or partners x strategies, of one layer or two, symmetric or not, weighted or not, with rows that are
missing, out of order or silent, and with gaps as blanks, NA or a declared code; square ones are also read as reports, with --directed and
--confirm. No line of this file is shared with nonet. Exit status: 0 all agree, 1 a difference. Plain Python; no package is needed.
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from apart import apart
from covered import left_out

LIMIT = 1e-12
ASKED, OPEN, NO = "asked", "open", "no"
NOES, MARKS = ("0", "no", "-"), {"x": "1", "yes": "1"}  # x, yes and 1 are one mark
WHOLE = "ties,density,response-rate,answered-density,answered-reciprocity"


# ---- making grids ----

def cell(chance, how):
    if chance.random() < how["silence"]:
        return chance.choice(["", "NA", how["code"]])
    if chance.random() < how["density"]:
        return str(chance.randint(1, 5)) if how["weights"] else chance.choice(["1", "1", "x", "yes"])
    return chance.choice(NOES)


def mirror(chance, grid, names, silence):
    """Make the ties symmetric; a no may become a gap where the other side says no as well."""
    for i, a in enumerate(names):
        for b in names[:i]:
            said = [grid[a][b], grid[b][a]]
            grid[a][b] = grid[b][a] = said[1] if all(s and s != "NA" and s not in ("99", "DK") for s in said) else "0"
            if grid[a][b] in NOES and chance.random() < silence:
                grid[a][b] = ""


def square(chance, names, how):
    grid = {a: {b: cell(chance, how) for b in names} for a in names}
    for a in names:
        grid[a][a] = chance.choice(["", "", "0"])
    rows = [a for a in names if chance.random() > 0.1]
    symmetric = chance.random() < 0.4
    if symmetric:
        rows = list(names)
        mirror(chance, grid, names, how["silence"])
    if len(rows) < 2:
        rows = names[:2]
    chance.shuffle(rows)
    for a in rows:
        if chance.random() < 0.15 and not symmetric:
            grid[a] = {b: "" for b in names}
    first, second = rows[:2]
    grid[first][second], grid[second][first] = ("1", "1") if symmetric else ("0", "1")
    third = [b for b in names if b not in (first, second)][0]
    grid[first][third] = grid[third][first] = "0"  # a no somewhere tells a grid from a matrix of marks
    return rows, names, grid


def oblong(chance, names, how):
    strategies = [f"S{i}" for i in range(chance.randint(2, 7))]
    grid = {a: {b: cell(chance, how) for b in strategies} for a in names}
    for a in names[2:]:
        if chance.random() < 0.2:
            grid[a] = {b: "" for b in strategies}
    cells = [(a, b) for a in names for b in strategies]
    chance.shuffle(cells)
    for a, b in cells[:(len(cells) + 3) // 4] if how["weights"] else []:  # numbers with hardly a gap are columns of a table of nodes
        grid[a][b] = chance.choice(NOES)
    grid[names[0]][strategies[0]], grid[names[1]][strategies[-1]] = "0", "1"
    return names, strategies, grid


def write(path, made):
    rows, columns, grid = made
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Agency"] + columns)
        out.writerows([a] + [grid[a][b] for b in columns] for a in rows)


# ---- counting slowly ----

def read(path, code):
    """{(from, to): reply} of all pairs that are asked about, the nodes, and whether rows are columns."""
    with open(path, newline="", encoding="utf-8") as file:
        table = list(csv.reader(file))
    columns, rows = table[0][1:], {line[0]: line[1:] for line in table[1:]}
    is_square = all(a in columns for a in rows)
    replies = {}
    for a in columns if is_square else rows:
        for i, b in enumerate(columns):
            text = rows[a][i] if a in rows else ""
            if a != b:
                replies[a, b] = OPEN if text in ("", "NA", code) else NO if text in NOES else MARKS.get(text, text)
    return replies, set(columns) | set(rows), is_square


def is_tie(reply):
    return reply not in (None, OPEN, NO)


def is_symmetric(replies):
    return all(replies.get((b, a)) == r for (a, b), r in replies.items() if is_tie(r))


def reply_of(grid, a, b, directed):
    """What is known of a pair in one grid: by the node it would start from, or by the side that knows more."""
    sides = [grid.get((a, b))] + ([] if directed else [grid.get((b, a))])
    if any(side not in (None, OPEN) for side in sides):
        return ASKED
    return OPEN if OPEN in sides else None


def is_answered(grids, a, b, directed):
    replies = [reply_of(grid, a, b, directed) for grid in grids]
    return OPEN not in replies and ASKED in replies


def measures(grids, ties, nodes, directed):
    """Of the whole, and the share answered of each node. ties: ordered pairs; without direction each stands both ways."""
    asked = {v: [r for g in grids for (a, _), r in g.items() if a == v] for v in nodes}
    replied = {v: sum(r != OPEN for r in asked[v]) for v in nodes}
    who = [v for v in nodes if asked[v]]
    pairs = [(a, b) for a in nodes for b in nodes if a != b and (directed or a < b)]
    known = [p for p in pairs if is_answered(grids, *p, directed)]
    both = [(a, b) for a, b in ties if is_answered(grids, a, b, True) and is_answered(grids, b, a, True)] if directed else []
    out = {"response-rate": sum(replied[v] > 0 for v in who) / len(who) if who else None,
           "density": sum(p in ties for p in pairs) / len(pairs) if pairs else None,
           "answered-density": sum(p in ties for p in known) / len(known) if known else None,
           "answered-reciprocity": sum((b, a) in ties for a, b in both) / len(both) if both else None}
    return out, {v: replied[v] / len(asked[v]) if asked[v] else None for v in nodes}


def confirmed(grids, sides):
    """The pairs that are confirmed in some grid, both ways, and how many ties they make, those of each grid apart."""
    ties, count = set(), 0
    for grid in grids:
        for a, b in {tuple(sorted(p)) for p in grid}:
            said = [grid.get((a, b)), grid.get((b, a))]
            yes = sum(map(is_tie, said))
            if yes == 2 or (yes == 1 and (sides == "either" or None in said or OPEN in said)):
                ties |= {(a, b), (b, a)}
                count += 1
    return ties, count


# ---- asking nonet ----

def ask(nonet, words, scope):
    command = [nonet, "measure", *words, "--scope", scope, "--as", "json", "-q", "--threads", "1", "--measures",
               "answered" if scope == "node" else WHOLE]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr.decode()}")
    rows = json.loads(done.stdout.decode())["sheets"][0]["rows"]
    return {row["node"]: row["answered"] for row in rows} if scope == "node" else {row["measure"]: row["value"] for row in rows}


class Tally:
    """How many values of each measure were compared, and the greatest difference among them."""

    def __init__(self):
        self.values, self.worst = {}, {}

    def differ(self, got, want, name=None):
        """Those that differ: {key: (nonet's, ours)}. `name`: the measure that all of them are of, else each key is one."""
        wrong = {}
        for key, value in want.items():
            measure, far = name or key, apart(got.get(key), value)
            self.values[measure] = self.values.get(measure, 0) + 1
            self.worst[measure] = max(self.worst.get(measure, 0), far)
            if not far <= LIMIT:
                wrong[key] = got.get(key), value
        return wrong


def runs(grids, is_square):
    """How nonet is asked, whether the network is directed then, its ties, and how many there are (None: not counted here)."""
    arcs = {p for g in grids for p, r in g.items() if is_tie(r)}
    edges = arcs | {(b, a) for a, b in arcs}
    if not is_square:
        yield [], False, edges, sum(is_tie(r) for g in grids for r in g.values())
        yield ["--directed", "--confirm", "both"], False, *confirmed(grids, "both")
        return
    one_way = not all(map(is_symmetric, grids))
    yield [], one_way, arcs if one_way else edges, None
    yield ["--directed"], True, arcs, sum(is_tie(r) for g in grids for r in g.values())
    for sides in "either", "both":
        yield ["--confirm", sides], False, *confirmed(grids, sides)


def check(number, options, tally):
    """Which sorts of grid this one was of, and what differs (None: nothing)."""
    chance = random.Random(f"{options.seed}/{number}")
    names, is_square = [f"n{i}" for i in range(chance.randint(3, 12))], chance.random() < 0.75
    how = {"code": chance.choice(["99", "DK"])}
    layers = ["E", "H"] if is_square and chance.random() < 0.3 else [""]
    words, grids, nodes = ["--missing", how["code"]], [], set()
    with tempfile.TemporaryDirectory() as folder:
        for layer in layers:
            path = os.path.join(folder, f"grid{layer}.csv")
            how.update(silence=chance.choice([0, 0.1, 0.4, 0.8]), density=chance.random(), weights=chance.random() < 0.4)
            write(path, (square if is_square else oblong)(chance, names, how))
            replies, found, seen_square = read(path, how["code"])
            if seen_square != is_square:
                raise RuntimeError(f"grid {number} is not what it was made to be")
            grids.append(replies)
            nodes |= found
            words.append(f"{layer}={path}" if layer else path)
        words += ["--same-ids"] if layers != [""] else []
        sorts = {"square" if is_square else "oblong"} | ({"layers"} if len(layers) > 1 else set())
        sorts |= {"symmetric"} if is_square and all(map(is_symmetric, grids)) else set()
        sorts |= {"silent"} if any(r == OPEN for g in grids for r in g.values()) else set()
        for more, directed, ties, count in runs(grids, is_square):
            want, answered = measures(grids, ties, nodes, directed)
            if count is not None:
                want["ties"] = count
            wrong = tally.differ(ask(options.nonet, words + more, "whole"), want)
            wrong.update(tally.differ(ask(options.nonet, words + more, "node"), answered, "answered"))
            if wrong:
                texts = "\n".join(open(os.path.join(folder, f), encoding="utf-8").read() for f in sorted(os.listdir(folder)))
                return sorts, f"grid {number} of seed {options.seed}, {words + more}: (nonet, here) {wrong}\n{texts}"
    return sorts, None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nonet", required=True)
    parser.add_argument("--graphs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compared = dict.fromkeys(["square", "oblong", "layers", "symmetric", "silent"], 0)
    tallies = [Tally() for _ in range(options.graphs)]  # one for each grid: two threads are at work
    with ThreadPoolExecutor(2) as pool:
        for sorts, wrong in pool.map(lambda number: check(number, options, tallies[number]), range(options.graphs)):
            if wrong:
                print(wrong)
                return 1
            for sort in sorts:
                compared[sort] += 1
    names = sorted({name for tally in tallies for name in tally.values})
    for name in names:
        values, worst = (sum(tally.values.get(name, 0) for tally in tallies), max(tally.worst.get(name, 0) for tally in tallies))
        print(f"{name:28s} {values:8d} values, greatest difference {worst:.1e}")
    faults = left_out("survey_grids.py", names)
    if options.graphs >= 40 and not all(compared.values()):
        faults.append("of one sort there was no grid: nothing was compared there")
    print(f"{options.graphs} grids, seed {options.seed}: {len(faults)} faults; of each sort: {compared}")
    print("\n".join(faults), end="", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
