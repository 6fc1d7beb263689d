#!/usr/bin/python3
"""Compare measures and projections of two-mode networks with networkx.bipartite, and n-mode projections with slow_two_modes.py.

Random networks of two kinds, with islands, isolates, repeated ties, some with strengths, half of them directed (read as undirected).
Where networkx has the measure it is the judge, on each island where it asks for a connected network; where it has none (brokerage,
the singular pair, resource allocation, hyperbolic, everything weighted, paths of kinds) the slow version is. Both judge what both have.

  two_modes.py --nonet PATH [--graphs 1000] [--projected 1000] [--seed 1]

Exit status: 0 all agree, 1 a difference, 77 a package is missing (said on stderr).
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
import slow_two_modes as slow
from apart import apart
from covered import left_out

try:
    import networkx as nx
    from networkx.algorithms import bipartite
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx)", file=sys.stderr)
    sys.exit(77)

NODES = ["two-mode-degree", "two-mode-closeness", "two-mode-betweenness", "two-mode-eigenvector", "latapy-clustering",
         "latapy-clustering:min", "latapy-clustering:max", "redundancy", "two-mode-brokerage"]
WHOLE = ["two-mode-density", "two-mode-clustering", "matching-number", "two-mode-singular-value"]
WEIGHTINGS = ["count", "newman", "jaccard", "overlap", "resource-allocation", "hyperbolic"]
TOLERANCE = {"two-mode-eigenvector": 1e-8, "two-mode-brokerage": 0, "matching-number": 0}


class Case:
    """A random network of the kinds given; ties only between neighbouring kinds of the list."""

    def __init__(self, number, chance, kinds):
        self.number, self.kinds, self.weighted, self.directed = number, kinds, number % 3 == 2, number % 2 == 1
        self.kind, self.ties = {}, []
        for k in kinds:
            for i in range(chance.randint(1, 9)):
                self.kind[f"{k}{i + 1}"] = k
        density = chance.choice((0.08, 0.2, 0.35, 0.6, 0.9))
        for k, l in zip(kinds, kinds[1:]):
            for v in self.of(k):
                for w in self.of(l):
                    if chance.random() < density:
                        for _ in range(2 if chance.random() < 0.1 else 1):
                            self.ties.append((v, w) if chance.random() < 0.5 else (w, v))
        chance.shuffle(self.ties)
        self.weights = [chance.randint(1, 6) if self.weighted else 1 for _ in self.ties]
        self.near = {v: {} for v in self.kind}
        for (v, w), weight in zip(self.ties, self.weights):
            for a, b in ((v, w), (w, v)):
                self.near[a][b] = self.near[a].get(b, 0) + weight if self.weighted else 1
        self.g = nx.Graph()
        self.g.add_nodes_from(self.kind)
        self.g.add_edges_from(self.ties)

    def of(self, kind):
        return [v for v in self.kind if self.kind[v] == kind]

    def write(self, folder):
        os.makedirs(folder)
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,kind\n" + "".join(f"{v},{k}\n" for v, k in self.kind.items()))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,weight\n" if self.weighted else "from,to\n")
            for (v, w), weight in zip(self.ties, self.weights):
                f.write(f"{v},{w},{weight}\n" if self.weighted else f"{v},{w}\n")
        self.folder = folder


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong, self.lock = {}, {}, [], threading.Lock()

    def compare(self, case, name, where, got, want):
        with self.lock:
            self.compare_alone(case, name, where, got, want)

    def compare_alone(self, case, name, where, got, want):
        self.values[name] = self.values.get(name, 0) + 1
        far = apart(got, want)
        self.worst[name] = max(self.worst.get(name, 0), far)
        if not far <= TOLERANCE.get(name.split(" ")[0], 1e-12):
            self.wrong.append(f"network {case.number}: {name} {where}: nonet {got}, judge {want}")


def run(nonet, command, case):
    full = [nonet, command[0], os.path.join(case.folder, "nodes.csv"), os.path.join(case.folder, "ties.csv"), "-q"] + command[1:]
    full += ["--directed"] if case.directed else []
    done = subprocess.run(full, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(full)}\nexit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def measured(nonet, case):
    text = run(nonet, ["measure", "--modes", ",".join(case.kinds), "--measures", ",".join(NODES + WHOLE), "--as", "json"] +
               (["--weighted"] if case.weighted else []), case)
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(text)["sheets"]}


def projected(nonet, case, view, name):
    out = os.path.join(case.folder, name + ".csv")
    run(nonet, ["convert", "--view", view, "-o", out], case)
    with open(out, newline="") as f:
        return {tuple(sorted((row["from"], row["to"]))): float(row["weight"]) for row in csv.DictReader(f)}


# ---- two modes: networkx first, the slow version beside it ----


def by_networkx(case):
    g, (p, q) = case.g, (case.of(k) for k in case.kinds)
    out = {"two-mode-degree": bipartite.degree_centrality(g, p), "two-mode-closeness": {}, "two-mode-betweenness": {}}
    for island in nx.connected_components(g):
        here = g.subgraph(island)
        near = bipartite.closeness_centrality(here, [v for v in p if v in island], normalized=True) if len(island) > 1 else {min(island): 0.0}
        out["two-mode-closeness"].update({v: x * (len(island) - 1) / max(1, len(g) - 1) for v, x in near.items()})
    raw = nx.betweenness_centrality(g, normalized=False)
    try:
        out["two-mode-betweenness"] = bipartite.betweenness_centrality(g, p)
    except ZeroDivisionError:  # a kind of which no node can be between others
        for own, other in ((p, q), (q, p)):
            s, t = divmod(len(own) - 1, len(other))
            n = len(other)
            most = (n * n * (s + 1) ** 2 + n * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
            out["two-mode-betweenness"].update({v: raw[v] / most if most else None for v in own})
    for name, mode in (("latapy-clustering", "dot"), ("latapy-clustering:min", "min"), ("latapy-clustering:max", "max")):
        likes = bipartite.latapy_clustering(g, mode=mode)  # 0 where there is nobody to share with
        out[name] = {v: x if any(len(g[e]) > 1 for e in g[v]) else None for v, x in likes.items()}
    several = [v for v in g if len(g[v]) > 1]
    out["redundancy"] = {**dict.fromkeys(g), **(bipartite.node_redundancy(g, several) if several else {})}
    paths = sum((len(g[v]) - 1) * (len(g[w]) - 1) for v, w in g.edges)
    out["two-mode-clustering"] = bipartite.robins_alexander_clustering(g) if paths else None
    out["two-mode-density"] = bipartite.density(g, p)
    out["matching-number"] = len(bipartite.hopcroft_karp_matching(g, p)) // 2
    return out


def by_definition(case):
    divisors = {"latapy-clustering": lambda k, l, union: union, "latapy-clustering:min": lambda k, l, union: min(k, l),
                "latapy-clustering:max": lambda k, l, union: max(k, l)}
    out = {name: slow.latapy(case.near, divisor) for name, divisor in divisors.items()}
    out["two-mode-brokerage"] = slow.chains(case.near)
    out["matching-number"] = slow.matching_number(case.near, case.of(case.kinds[0]))
    out["two-mode-singular-value"], vector = slow.singular_pair(case.near, case.kind, case.kinds)
    out["two-mode-eigenvector"] = vector or dict.fromkeys(case.kind)
    return out


def compare_measures(tally, case, sheets):
    rows = {row["node"]: row for row in sheets["nodes"]}
    whole = {row["measure"]: row["value"] for row in sheets["whole"]}
    assert set(rows) == set(case.kind)
    for judge, values in (("networkx", by_networkx(case)), ("definition", by_definition(case))):
        for name, want in values.items():
            if name in WHOLE:
                tally.compare(case, f"{name} ({judge})", "", whole[name], want)
                continue
            for v in case.kind:
                tally.compare(case, f"{name} ({judge})", v, rows[v][name], want[v])


def networkx_projection(case, own, weighting):
    g, nodes = case.g, case.of(own)
    made = {"count": lambda: bipartite.weighted_projected_graph(g, nodes), "newman": lambda: bipartite.collaboration_weighted_projected_graph(g, nodes),
            "jaccard": lambda: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=True),
            "overlap": lambda: bipartite.overlap_weighted_projected_graph(g, nodes, jaccard=False)}[weighting]()
    return {tuple(sorted((v, w))): x for v, w, x in made.edges(data="weight")}


def compare_projection(tally, case, name, got, want):
    for pair in sorted(set(got) | set(want)):
        tally.compare(case, name, pair, got.get(pair), want.get(pair))


def two_modes(nonet, tally, case, project):
    compare_measures(tally, case, measured(nonet, case))
    if not project:
        return
    own, other = case.kinds[::1 if case.number % 4 < 2 else -1]
    for weighting in WEIGHTINGS:
        got = projected(nonet, case, f"project:{own}:{weighting}", weighting)
        compare_projection(tally, case, f"project:{weighting} (definition)", got, slow.project(case.near, case.kind, own, [other], weighting))
        if not case.weighted and weighting in ("count", "newman", "jaccard", "overlap"):
            compare_projection(tally, case, f"project:{weighting} (networkx)", got, networkx_projection(case, own, weighting))


def three_modes(nonet, tally, case):
    paths = [case.kinds, case.kinds[::-1], case.kinds + [case.kinds[1]], case.kinds[:2] + case.kinds[:1]]
    path = paths[case.number % 4]
    for weighting in WEIGHTINGS:
        got = projected(nonet, case, f"project:{'/'.join(path)}:{weighting}", weighting)
        compare_projection(tally, case, f"project:KIND/PATH:{weighting} (definition)", got,
                           slow.project(case.near, case.kind, path[0], path[1:], weighting))


def main():
    ask = argparse.ArgumentParser(description="Compare nonet with networkx.bipartite and slow versions on random networks.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=1000)
    ask.add_argument("--projected", type=int, help="on how many of them projections are compared (all unless given)")
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, under_way = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            project = asked.projected is None or number < asked.projected
            case = Case(number, chance, ["p", "q"])
            case.write(os.path.join(scratch, f"{number}-2"))
            under_way.append(team.submit(two_modes, asked.nonet, tally, case, project))
            if project:
                case = Case(number, chance, ["p", "q", "r"])
                case.write(os.path.join(scratch, f"{number}-3"))
                under_way.append(team.submit(three_modes, asked.nonet, tally, case))
        for job in under_way:
            try:
                job.result()
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
    for name in sorted(tally.values):
        print(f"{name:52s} {tally.values[name]:8d} values, greatest difference {tally.worst[name]:.1e}")
    tally.wrong += left_out("two_modes.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} two-mode and "
          f"{asked.graphs if asked.projected is None else min(asked.graphs, asked.projected)} three-mode networks compared, networkx "
          f"{nx.__version__}, seed {asked.seed}: {len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
