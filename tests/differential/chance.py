#!/usr/bin/python3
"""Compare what `nonet measure` says of chance with slow definitions.

Layers held against each other (graph-correlation, qap): on random networks of 2 or 3 layers on 2 to 6 nodes (directed, weighted, of two
modes, with loops and repeated ties) r and the Jaccard index are computed cell by cell, and p, mean and deviation over every permutation
there is, within each mode; what was drawn must lie within five standard errors.

Values beside chance (--chance, --null): on networks of 3 to 5 nodes all networks that keep what is kept are listed, for each layer by itself
(the same degrees, in and out, within two modes; as many ties; all places of the nodes), and efficiency, reciprocity, triangles or the E-I
index of each stands for a draw. The jackknife is computed again exactly, the bootstrap by a resampling of its own.

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


# ---- values beside chance ----


class Small:
    """One or two layers on a few nodes, each a set of cells: pairs, or ordered pairs when directed; across in two modes."""

    def __init__(self, number, chance):
        self.number, self.shape = number, ("plain", "directed", "modes", "layers")[number % 4]
        self.directed = self.shape == "directed"
        n = {"plain": 5, "directed": 4, "modes": 6, "layers": 4}[self.shape] - chance.randint(0, 1)
        self.n, self.mode = n, [v % 2 if self.shape == "modes" else 0 for v in range(n)]
        self.club = [chance.randint(0, 1) for _ in range(n)]
        self.club[:2] = [0, 1]
        cells = self.cells()
        most = min(len(cells) - 1, 6)
        self.layers = [tuple(sorted(chance.sample(cells, chance.randint(2, most)))) for _ in range(2 if self.shape == "layers" else 1)]

    def cells(self):
        pairs = itertools.permutations(range(self.n), 2) if self.directed else itertools.combinations(range(self.n), 2)
        return [c for c in pairs if self.shape != "modes" or self.mode[c[0]] != self.mode[c[1]]]

    def write(self, folder):
        os.makedirs(folder)
        names = [f"L{i}" if self.shape == "layers" else "" for i in range(len(self.layers))]
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,kind,club,layer\n")
            for v in range(self.n):
                f.write(f"n{v},{'pq'[self.mode[v]] if self.shape == 'modes' else ''},c{self.club[v]},{';'.join(x for x in names if x)}\n")
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,layer\n" + "".join(f"n{a},n{b},{name}\n" for name, cells in zip(names, self.layers) for a, b in cells))
        return folder

    def alike(self, cells, null):
        """All networks of a layer that keep what is kept, each as often as chance draws it."""
        if null == "nodes":
            for name in itertools.permutations(range(self.n)):
                if all(self.mode[v] == self.mode[name[v]] for v in range(self.n)):
                    moved = [(name[a], name[b]) for a, b in cells]
                    yield tuple(sorted(c if self.directed or c[0] < c[1] else c[::-1] for c in moved))
            return
        for other in itertools.combinations(self.cells(), len(cells)):
            if null == "ties" or self.degrees(other) == self.degrees(cells):
                yield other

    def degrees(self, cells):
        out, into = [0] * self.n, [0] * self.n
        for a, b in cells:
            out[a] += 1
            (into if self.directed else out)[b] += 1
        return out, into


def efficiency(case, layers):
    near = {v: set() for v in range(case.n)}
    for a, b in (cell for cells in layers for cell in cells):
        near[a].add(b)
        if not case.directed:
            near[b].add(a)
    total = 0
    for v in near:
        steps, at, seen = 0, {v}, {v}
        while at:
            steps, at = steps + 1, {w for u in at for w in near[u]} - seen
            seen |= at
            total += len(at) / steps
    return total / (case.n * (case.n - 1))


def reciprocity(case, layers):
    arcs = set(layers[0])
    return sum((b, a) in arcs for a, b in arcs) / len(arcs)


def external(case, layers):
    """The E-I index of clubs in the simple network."""
    pairs = {cell for cells in layers for cell in cells}
    return sum(1 if case.club[a] != case.club[b] else -1 for a, b in pairs) / len(pairs)


def in_both(case, layers):
    """Pearson's r of the two layers."""
    x, y = ([cell in cells for cell in case.cells()] for cells in layers)
    return pearson(x, y)[1]


MEASURES = {"efficiency": efficiency, "reciprocity": reciprocity, "e-i-index:club": external, "graph-correlation": in_both}
SMALL_DRAWS = 999


def compare_small(tally, nonet, case, folder, null):
    names = ["efficiency", "e-i-index:club"] + {"directed": ["reciprocity"], "layers": ["graph-correlation"]}.get(case.shape, [])
    case.write(folder)
    options = ["--directed" if case.directed else "--undirected", "--seed", str(case.number), "--chance", str(SMALL_DRAWS), "--null", null]
    if case.shape == "modes":
        options += ["--modes", "p,q"]
    rows = {row["measure"]: row for row in ask_nonet(nonet, folder, ",".join(names), *options, "--jackknife")}
    networks = list(itertools.product(*(list(case.alike(cells, null)) for cells in case.layers)))
    for name in names:
        row, where = rows[name], f"network {case.number} ({case.shape}), {name}, {null} kept, {case.layers}"
        want = MEASURES[name](case, case.layers)
        tally.near("value", where, row["value"], want)
        drawn = [x for x in (MEASURES[name](case, network) for network in networks) if x is not None]
        if want is None or not drawn:
            continue
        mean = sum(drawn) / len(drawn)
        sd = math.sqrt(sum((x - mean) ** 2 for x in drawn) / len(drawn))
        count = row["draws"]
        tally.near(f"null {null}: mean", where, row["mean"], mean, 5 * sd / math.sqrt(count) + 1e-9)
        tally.near(f"null {null}: sd", where, row["sd"], sd, 0.25 * sd + 3 * (max(drawn) - min(drawn)) / math.sqrt(count) + 1e-9)
        tally.drawn(f"null {null}: p-high", where, row["p-high"], sum(x >= want - 1e-12 for x in drawn) / len(drawn), count)
        tally.drawn(f"null {null}: p-low", where, row["p-low"], sum(x <= want + 1e-12 for x in drawn) / len(drawn), count)
        least = min(row["p-high"], row["p-low"])
        tally.near("p-error", where, row["p-error"], math.sqrt(least * (1 - least) / count))
        both = sum((x < want - 1e-12) + (abs(x - want) < 1e-12) / 2 for x in drawn) / len(drawn)
        tally.near("percentile", where, row["percentile"], 100 * both, 250 / math.sqrt(count) + 1e-9)
        if row["sd"] > 1e-9:
            tally.near("z", where, row["z"], (row["value"] - row["mean"]) / row["sd"], 1e-6)
    compare_jackknife(tally, case, rows)


def left_without(case, v):
    """The network of all nodes but one, the others numbered on."""
    other = Small.__new__(Small)
    other.__dict__ = dict(case.__dict__, n=case.n - 1)
    other.mode = [m for w, m in enumerate(case.mode) if w != v]
    other.club = [c for w, c in enumerate(case.club) if w != v]
    other.layers = [tuple((a - (a > v), b - (b > v)) for a, b in cells if v not in (a, b)) for cells in case.layers]
    return other


def compare_jackknife(tally, case, rows):
    left = [efficiency(other, other.layers) for other in (left_without(case, v) for v in range(case.n))]
    mean = sum(left) / case.n
    se = math.sqrt((case.n - 2) / (2 * case.n) * sum((x - mean) ** 2 for x in left))
    where = f"network {case.number}, jackknife"
    tally.near("jackknife-mean", where, rows["efficiency"]["jackknife-mean"], mean)
    tally.near("jackknife-se", where, rows["efficiency"]["jackknife-se"], se)


# ---- the bootstrap ----


def resampled_density(n, pairs, chance):
    """Snijders and Borgatti 1999: nodes with replacement; two copies of one have the tie of a random pair."""
    drawn, tied = [chance.randrange(n) for _ in range(n)], 0
    for a, b in itertools.combinations(drawn, 2):
        if a == b:
            a, b = chance.sample(range(n), 2)
        tied += (min(a, b), max(a, b)) in pairs
    return tied / (n * (n - 1) / 2)


def compare_bootstrap(tally, nonet, number, chance, folder):
    n, draws = chance.randint(6, 12), 400
    pairs = set(chance.sample(list(itertools.combinations(range(n), 2)), chance.randint(n - 2, 2 * n)))
    os.makedirs(folder)
    with open(os.path.join(folder, "nodes.csv"), "w") as f:
        f.write("id\n" + "".join(f"n{v}\n" for v in range(n)))
    with open(os.path.join(folder, "ties.csv"), "w") as f:
        f.write("from,to\n" + "".join(f"n{a},n{b}\n" for a, b in sorted(pairs)))
    row = ask_nonet(nonet, folder, "density", "--bootstrap", str(draws), "--seed", str(number), "--undirected")[0]
    own = sorted(resampled_density(n, pairs, chance) for _ in range(2000))
    mean = sum(own) / len(own)
    sd = math.sqrt(sum((x - mean) ** 2 for x in own) / len(own))
    where = f"network {number}, bootstrap"
    tally.near("bootstrap-mean", where, row["bootstrap-mean"], mean, 5 * sd * math.sqrt(1 / draws + 1 / len(own)))
    tally.near("bootstrap-se", where, row["bootstrap-se"], sd, 5 * sd * math.sqrt(0.75 / draws + 0.75 / len(own)))
    tally.near("bootstrap-low", where, row["bootstrap-low"], own[len(own) // 40], 0.5 * sd + 2 / (n * (n - 1)))
    tally.near("bootstrap-high", where, row["bootstrap-high"], own[-len(own) // 40], 0.5 * sd + 2 / (n * (n - 1)))


def compare(tally, nonet, number, seed, scratch):
    chance = random.Random(seed * 1000003 + number)
    folder = os.path.join(scratch, str(number))
    compare_layered(tally, nonet, Layered(number, chance), folder + "-layers")
    compare_small(tally, nonet, Small(number, chance), folder + "-small", ("degrees", "ties", "nodes")[number // 4 % 3])
    if number % 4 == 0:
        compare_bootstrap(tally, nonet, number, chance, folder + "-boot")


def main():
    ask = argparse.ArgumentParser(description="Compare what nonet says of chance with slow definitions.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=300)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    tally, jobs = Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            jobs.append((number, team.submit(compare, tally, asked.nonet, number, asked.seed, scratch)))
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
