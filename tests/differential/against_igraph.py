#!/usr/bin/python3
"""Compare what the fast kernels of `nonet measure` give with python-igraph, on random networks of every sort and on large ones of others.

Betweenness of nodes and ties, closeness, harmonic, eccentricity, diameter and mean distance; undirected and directed, connected or not,
with lengths that are whole numbers. Each network is measured at one and at three threads, which have to agree to the byte.

  against_igraph.py --nonet PATH [--graphs 500] [--seed 1] [--data DIR]

DIR holds edge lists of large networks (facebook_combined.txt.gz, wiki-Vote.txt, astro-ph.graph, git_edges.csv and
Newman.Condmat.95.99.net.2mode.tsv.gz, in folders of any name); they take igraph minutes. Exit status: 0 all agree, 1 a difference, 77 python-igraph is missing.
"""
import argparse
import csv
import glob
import gzip
import io
import math
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from apart import apart

try:
    import igraph
except ImportError:
    print("against_igraph: python3-igraph is not installed, nothing was compared", file=sys.stderr)
    sys.exit(77)

TOLERANCE = {"betweenness": 1e-10, "tie-betweenness": 1e-10, "closeness": 0, "harmonic": 1e-12, "eccentricity": 0, "diameter": 0,
             "mean-distance": 1e-12}
ROUNDING = 1e-15  # of quotients of whole numbers that are taken in another order


# ---- networks ----

def sparse(c, n):
    return [(c.randrange(n), c.randrange(n)) for _ in range(int(n * c.uniform(.3, 3)))]


def preferred(c, n):
    ends, ties = [0, 1], [(0, 1)]
    for v in range(2, n):
        for u in {c.choice(ends) for _ in range(c.randint(1, 4))}:
            ties.append((v, u))
            ends += [v, u]
    return ties


def two_mode(c, n):
    side = max(1, int(n * c.uniform(.2, .8)))
    ties = [(c.randrange(side), side + int((n - side) * c.random() ** 2)) for _ in range(int(n * c.uniform(.8, 3)))]
    return [t for t in ties if t[1] < n]


def leaves(c, n):
    """Few in the middle, many partners with one strategy each."""
    core = max(2, n // 8)
    return preferred(c, core) + [(v, int(core * c.random() ** 2)) for v in range(core, n)]


def tree(c, n):
    return [(v, c.randrange(v)) for v in range(1, n)]


def cycle(c, n):
    return [(v, (v + 1) % n) for v in range(n)] + [(c.randrange(n), c.randrange(n)) for _ in range(c.randint(0, 3))]


def grid(c, n):
    wide = max(2, int(math.sqrt(n)))
    return [(v, v + 1) for v in range(n - 1) if (v + 1) % wide] + [(v, v + wide) for v in range(n - wide)]


def cliques(c, n):
    """Crowds, joined here and there by a bridge."""
    ties, first = [], 0
    while first < n:
        size = min(c.randint(2, 9), n - first)
        ties += [(u, v) for u in range(first, first + size) for v in range(first, u)]
        if first and c.random() < .8:
            ties.append((c.randrange(first), first))
        first += size
    return ties


def skewed(c, n):
    return [(int(n * c.random() ** 3), int(n * c.random() ** 2)) for _ in range(int(n * c.uniform(1, 6)))]


def star(c, n):
    return [(0, v) for v in range(1, n)] + sparse(c, max(2, n // 10))


SORTS = [sparse, preferred, two_mode, leaves, tree, cycle, grid, cliques, skewed, star]


class Case:
    """Simple ties between numbers, whole lengths or none, as nonet and igraph are given them."""

    def __init__(self, name, nodes, ties, directed, lengths=None):
        seen = {}
        for i, (u, v) in enumerate(ties):
            if u != v and (u, v) not in seen and (directed or (v, u) not in seen):
                seen[u, v] = lengths[i] if lengths else 1
        self.name, self.nodes, self.directed, self.weighted = name, nodes, directed, lengths is not None
        self.ties, self.length = list(seen), list(seen.values())

    def text(self):
        """Isolates come as rows of a node table, so that both sides have them."""
        out = io.StringIO()
        out.write("from,to,weight\n" if self.weighted else "from,to\n")
        for (u, v), x in zip(self.ties, self.length):
            out.write(f"n{u},n{v},{x}\n" if self.weighted else f"n{u},n{v}\n")
        return out.getvalue()

    def graph(self):
        return igraph.Graph(n=self.nodes, edges=self.ties, directed=self.directed)


def drawn(c, number):
    sort = SORTS[number % len(SORTS)]
    nodes = c.choice([c.randint(2, 12), c.randint(10, 60), c.randint(60, 400)])
    ties = sort(c, nodes)
    if number // len(SORTS) % 2:  # the way of each arc by chance
        ties = [t if c.random() < .6 else t[::-1] for t in ties] + [t[::-1] for t in ties if c.random() < .3]
    lengths = [c.randint(1, c.choice([2, 5, 40])) for _ in ties] if c.random() < .4 else None
    return Case(f"{number}-{sort.__name__}", nodes, ties, number // len(SORTS) % 2 == 1, lengths)


def opened(path):
    return gzip.open(path, "rt", encoding="ascii") if path.endswith(".gz") else open(path, encoding="ascii")


def large(folder):
    """The edge lists that are there; the direction is that of their makers."""
    for name, directed in (("facebook_combined.txt.gz", False), ("wiki-Vote.txt", True), ("astro-ph.graph", False), ("git_edges.csv", False),
                           ("Newman.Condmat.95.99.net.2mode.tsv.gz", False)):
        for path in glob.glob(os.path.join(folder, "**", name), recursive=True)[:1]:
            with opened(path) as f:
                if name.endswith(".graph"):
                    rows = [line.split() for line in f if not line.startswith("%")][1:]
                    pairs = [(v, int(u) - 1) for v, row in enumerate(rows) for u in row]
                else:
                    rows = csv.reader(f, delimiter=",") if name.endswith(".csv") else (line.split() for line in f)
                    pairs = [(int(r[0]), int(r[1])) for r in rows if r and r[0].isdigit()]
                if "2mode" in name:  # authors and papers are numbered alike
                    pairs = [(2 * u, 2 * v + 1) for u, v in pairs]
            number = {v: i for i, v in enumerate(sorted({v for t in pairs for v in t}))}
            yield Case(name, len(number), [(number[u], number[v]) for u, v in pairs], directed)


# ---- both answers ----

def asked(nonet, path, case, scope, names, threads):
    words = [nonet, "measure", path, "--scope", scope, "--measures", names, "--as", "csv", "-q", "--threads", str(threads)]
    words += ["--directed"] if case.directed else ["--undirected"]
    words += ["--scale", "length", "--weighted"] if case.weighted else []
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout


def number(text):
    return float(text) if text else None


def of_nonet(nonet, case, folder):
    path = os.path.join(folder, f"{case.name}.csv")
    with open(path, "w", encoding="ascii") as f:
        f.write(case.text())
    found = {}
    for scope, names in (("node", "betweenness,closeness,harmonic,eccentricity"), ("tie", "tie-betweenness"), ("whole", "diameter,mean-distance")):
        texts = [asked(nonet, path, case, scope, names, threads) for threads in (1, 3)]
        if texts[0] != texts[1]:
            raise ValueError(f"{case.name}: {scope} differs between one thread and three")
        found[scope] = list(csv.DictReader(io.StringIO(texts[0])))
    return found


def of_igraph(case, present):
    """By the definitions of nonet: closeness times the share of those reached. Isolates are in no tie, so nonet has not read them, and
    they are left out here too."""
    g = case.graph().induced_subgraph(present)
    length = None
    if case.weighted:
        at = dict(zip(case.ties, case.length))
        ends = [(present[e.source], present[e.target]) for e in g.es]
        length = [at.get((u, v)) or at[v, u] for u, v in ends]
    n = len(present)
    out = {"betweenness": g.betweenness(weights=length), "tie-betweenness": {}}
    for e, x in zip(g.es, g.edge_betweenness(weights=length)):
        out["tie-betweenness"][present[e.source], present[e.target]] = x
    others = [size - 1 for size in g.neighborhood_size(order=n, mode="out")]
    near = g.closeness(mode="out", weights=length, normalized=True)
    out["closeness"] = [r / (n - 1) * x if r else 0 for r, x in zip(others, near)]
    out["harmonic"] = g.harmonic_centrality(mode="out", weights=length, normalized=True)
    if length:
        rows = [[d for d in row if 0 < d < math.inf] for row in g.distances(weights=length, mode="out")]
        out["eccentricity"] = [max(row, default=0) for row in rows]
        out["mean-distance"] = sum(map(sum, rows)) / sum(map(len, rows))
    else:
        out["eccentricity"] = g.eccentricity(mode="out")
        out["mean-distance"] = g.average_path_length(directed=case.directed, unconn=True)
    out["diameter"] = g.diameter(directed=case.directed, unconn=True, weights=length)
    return out


def compare(nonet, case, folder):
    """(values compared, what differs)."""
    if not case.ties:
        return 0, []
    present = sorted({v for t in case.ties for v in t})
    place = {v: i for i, v in enumerate(present)}
    try:
        found = of_nonet(nonet, case, folder)
    except (ValueError, subprocess.CalledProcessError) as e:
        return 0, [str(e)]
    want, values = of_igraph(case, present), []
    for row in found["node"]:
        for name in ("betweenness", "closeness", "harmonic", "eccentricity"):
            values.append((name, row["node"], row[name], want[name][place[int(row["node"][1:])]]))
    for row in found["tie"]:
        u, v = int(row["from"][1:]), int(row["to"][1:])
        by_tie = want["tie-betweenness"]
        due = by_tie.get((u, v), None if case.directed else by_tie.get((v, u)))
        values.append(("tie-betweenness", f"{u}-{v}", row["tie-betweenness"], due))
    values += [(row["measure"], "the whole", row["value"], want[row["measure"]]) for row in found["whole"]]
    wrong = [f"{case.name}: {name} of {where}: {got}, igraph {due}" for name, where, got, due in values
             if apart(number(got), due) > max(TOLERANCE[name], ROUNDING)]
    return len(values), wrong


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--nonet", required=True)
    p.add_argument("--graphs", type=int, default=500)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--data")
    asked_for = p.parse_args()
    chance = random.Random(asked_for.seed)
    cases = [drawn(chance, i) for i in range(asked_for.graphs)]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda case: compare(asked_for.nonet, case, folder), cases))
        for case in large(asked_for.data) if asked_for.data else ():
            done.append(compare(asked_for.nonet, case, folder))
            print(f"{case.name}: {len(case.ties):,} ties, {done[-1][0]:,} values, {len(done[-1][1])} differ", flush=True)
    wrong = [line for _, lines in done for line in lines]
    for line in wrong[:20]:
        print(line)
    print(f"{len(done)} networks: {sum(count for count, _ in done):,} values, {len(wrong)} differ")
    return 1 if wrong or not sum(count for count, _ in done) else 0


if __name__ == "__main__":
    sys.exit(main())
