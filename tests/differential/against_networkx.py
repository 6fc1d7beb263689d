#!/usr/bin/python3
"""Compare `nonet measure` with networkx on random networks.

Each network is written as a table of nodes and a table of ties, measured by one run of nonet (JSON), and judged by networkx under
nonet's conventions, which stand beside each measure below. Networks are directed or not, with islands, isolates, loops and repeated
ties, unweighted, weighted by lengths, or by strengths. Lengths are fractions on the judge's side, so that which routes tie is exact.

  against_networkx.py --nonet PATH [--graphs 1000] [--seed 1] [--keep DIR]

Exit status: 0 all agree, 1 a difference, 77 a package is missing (said on stderr).
"""
import argparse
import json
import math
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

try:
    import networkx as nx
    from networkx.algorithms.connectivity import build_auxiliary_node_connectivity, local_node_connectivity
    from networkx.algorithms.flow import build_residual_network
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank  # the public one needs scipy
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx)", file=sys.stderr)
    sys.exit(77)

SKIP = object()  # what the judge cannot tell
COUNTING, RELATIVE, EIGENVECTOR = 1e-12, 1e-9, 1e-8


class Case:
    """A random network: as nonet reads it, and as networkx holds it."""

    def __init__(self, number, chance, most=18):
        self.directed = number % 2 == 1
        self.scale = (None, "length", "strength")[number // 2 % 3]
        n = chance.randint(1, most)
        density = chance.choice((0.05, 0.12, 0.2, 0.35, 0.7))
        self.nodes = [f"n{i}" if number % 5 else str(i + 1) for i in range(n)]
        self.ties = []  # from, to, weight as written
        for i, a in enumerate(self.nodes):
            for b in self.nodes if self.directed else self.nodes[i:]:
                if chance.random() < (density / 4 if a == b else density):
                    for _ in range(2 if chance.random() < 0.1 else 1):
                        self.ties.append((a, b, self.weight(chance)))
        chance.shuffle(self.ties)
        self.build()

    def weight(self, chance):
        if self.scale == "strength" and chance.random() < 0.3:
            return chance.choice(("0.5", "2.5", "0.2", "1.25"))
        return str(chance.randint(1, 5))

    def build(self):
        """The simple network (repeated ties merged: strengths add up, the least length counts; no loops), and all ties as they are."""
        plain = nx.DiGraph if self.directed else nx.Graph
        self.all = (nx.MultiDiGraph if self.directed else nx.MultiGraph)()
        self.simple = plain()
        self.all.add_nodes_from(self.nodes)
        self.simple.add_nodes_from(self.nodes)
        for a, b, text in self.ties:
            w = Fraction(text) if self.scale else Fraction(1)
            strength = 1 / w if self.scale == "length" else w
            self.all.add_edge(a, b, strength=strength)
            if a == b:
                continue
            if self.simple.has_edge(a, b):
                data = self.simple[a][b]
                data["strength"] += strength
                data["length"] = min(data["length"], w) if self.scale == "length" else 1 / data["strength"]
            else:
                self.simple.add_edge(a, b, strength=strength, length=1 / strength)
        for _, _, data in self.simple.edges(data=True):
            data["weight"] = float(data["strength"])
        self.pairs = self.simple.to_undirected() if self.directed else self.simple

    def write(self, folder):
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id\n" + "".join(f"{v}\n" for v in self.nodes))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            if self.scale:
                f.write("from,to,weight\n" + "".join(f"{a},{b},{w}\n" for a, b, w in self.ties))
            else:
                f.write("from,to\n" + "".join(f"{a},{b}\n" for a, b, w in self.ties))


# ---- the judge's measures: one function for each, with the convention that makes it nonet's ----


class Judge:
    def __init__(self, case, weighted):
        self.case, self.g, self.pairs, self.all = case, case.simple, case.pairs, case.all
        self.n = len(case.nodes)
        self.directed = case.directed
        self.length = "length" if weighted else None
        self.strength = "weight" if weighted else None
        out = dict(nx.all_pairs_dijkstra_path_length(self.g, weight=self.length or (lambda a, b, d: 1)))
        self.distance = {v: {w: x for w, x in out[v].items() if w != v} for v in self.g}

    # nodes
    def degree(self):
        return dict(self.all.degree())  # networkx counts a loop twice, too

    def in_degree(self):
        return dict(self.all.in_degree() if self.directed else self.all.degree())

    def out_degree(self):
        return dict(self.all.out_degree() if self.directed else self.all.degree())

    def neighbours(self):
        return dict(self.pairs.degree())

    def strength_(self):
        return dict(self.all.degree(weight="strength"))

    def betweenness(self):
        return nx.betweenness_centrality(self.g, normalized=False, weight=self.length)  # halves unordered pairs itself

    def closeness(self):
        inward = self.g.reverse() if self.directed else self.g  # networkx looks inward, nonet outward
        return nx.closeness_centrality(inward, distance=self.length, wf_improved=True)

    def harmonic(self):
        inward = self.g.reverse() if self.directed else self.g
        raw = nx.harmonic_centrality(inward, distance=self.length)
        return {v: x / (self.n - 1) if self.n > 1 else 0 for v, x in raw.items()}

    def eigenvector(self):
        """networkx adds over and over from equal starting values, as nonet defines it; sometimes without end."""
        if not self.g.number_of_edges():
            return {v: None for v in self.g}
        if self.directed:
            circles = sum(len(part) > 1 for part in nx.strongly_connected_components(self.g))
            if circles == 0:
                return {v: None for v in self.g}
            if circles > 1:
                return SKIP  # several may lead: networkx does not tell
        try:
            x = nx.eigenvector_centrality(self.g, max_iter=20000, tol=1e-15, weight=self.strength)
        except nx.PowerIterationFailedConvergence:
            return SKIP
        return {v: value / max(x.values()) for v, value in x.items()}

    def pagerank(self):
        return pagerank(self.g, alpha=0.85, weight=self.strength, tol=1e-14, max_iter=100000)

    def coreness(self):
        return nx.core_number(self.pairs)

    def constraint(self):
        got = nx.constraint(self.g, weight=self.strength)
        if not self.directed:
            return {v: None if math.isnan(x) else x for v, x in got.items()}
        # networkx gives NaN to a node with ties inward only, which has contacts all the same: ask about the network of ties both ways
        both = nx.Graph()
        both.add_nodes_from(self.g)
        for a, b, data in self.g.edges(data=True):
            w = data["weight"] if self.strength else 1.0
            both.add_edge(a, b, w=w + (both[a][b]["w"] if both.has_edge(a, b) else 0))
        every = nx.constraint(both, weight="w")
        for v, x in got.items():
            assert math.isnan(x) or abs(every[v] - x) < 1e-9
        return {v: None if math.isnan(x) else x for v, x in every.items()}

    def clustering(self):
        value = nx.clustering(self.pairs)
        return {v: value[v] if self.pairs.degree(v) > 1 else None for v in self.pairs}

    def component(self):
        def key(v):
            return (0, int(v), "") if v.isdigit() else (1, 0, v)

        parts = sorted(nx.connected_components(self.pairs), key=lambda p: (-len(p), min(map(key, p))))
        return {v: i + 1 for i, part in enumerate(parts) for v in part}

    def cut_node(self):
        cuts = set(nx.articulation_points(self.pairs))
        return {v: int(v in cuts) for v in self.g}

    def eccentricity(self):
        return {v: max(self.distance[v].values(), default=0) for v in self.g}

    # ties, in the order of the file
    def bridge(self):
        found = {frozenset(e) for e in nx.bridges(self.pairs)}
        return [int(a != b and frozenset((a, b)) in found) for a, b, _ in self.case.ties]

    def tie_betweenness(self):
        value = nx.edge_betweenness_centrality(self.g, normalized=False, weight=self.length)
        return [0 if a == b else value[(a, b)] if (a, b) in value else value[(b, a)] for a, b, _ in self.case.ties]

    # the whole
    def nodes(self):
        return self.n

    def ties(self):
        return self.all.number_of_edges()

    def density(self):
        return nx.density(self.g) if self.n > 1 else None

    def components(self):
        return nx.number_connected_components(self.pairs)

    def giant(self):
        return max(map(len, nx.connected_components(self.pairs)), default=0)

    def finite(self):
        return [x for row in self.distance.values() for x in row.values()]

    def diameter(self):
        return max(self.finite(), default=0)

    def mean_distance(self):
        return sum(self.finite()) / Fraction(len(self.finite())) if self.finite() else None

    def efficiency(self):
        if self.n < 2:
            return None
        value = sum(1 / Fraction(x) for x in self.finite()) / (self.n * (self.n - 1))
        if not self.directed and not self.length:
            assert abs(nx.global_efficiency(self.g) - value) < 1e-9
        return value

    def transitivity(self):
        return nx.transitivity(self.pairs) if any(d > 1 for _, d in self.pairs.degree()) else None

    def reciprocity(self):
        return nx.overall_reciprocity(self.g) if self.directed and self.g.number_of_edges() else None

    def cut_nodes(self):
        return sum(1 for _ in nx.articulation_points(self.pairs))

    def bridges(self):
        return sum(1 for _ in nx.bridges(self.pairs))

    def node_connectivity(self):
        """networkx 2.8.8 looks one way only in a directed network (1 for one that is not strongly connected): asked pair by pair there."""
        if not self.directed or self.n < 2:
            return nx.node_connectivity(self.g) if self.n > 1 else 0
        if self.n > 12:
            return SKIP  # too slow
        auxiliary = build_auxiliary_node_connectivity(self.g)
        residual = build_residual_network(auxiliary, "capacity")
        pairs = ((a, b) for a in self.g for b in self.g if a != b and b not in self.g[a])
        return min((local_node_connectivity(self.g, a, b, auxiliary=auxiliary, residual=residual) for a, b in pairs), default=self.n - 1)

    def tie_connectivity(self):
        return nx.edge_connectivity(self.g) if self.n > 1 else 0

    def centralisation_degree(self):
        if self.n < 3:
            return None
        d = [x for _, x in self.g.degree()]
        return Fraction(sum(max(d) - x for x in d), (self.n - 1) * (self.n - 2) * (2 if self.directed else 1))

    def centralisation_betweenness(self):
        if self.n < 3:
            return None
        b = list(nx.betweenness_centrality(self.g, weight=self.length).values())  # normalised
        return sum(max(b) - x for x in b) / (self.n - 1)


NODES = ("degree in-degree out-degree neighbours strength betweenness closeness harmonic eigenvector pagerank coreness constraint "
         "clustering component cut-node eccentricity").split()
TIES = "bridge tie-betweenness".split()
WHOLE = ("nodes ties density components giant diameter mean-distance efficiency transitivity reciprocity cut-nodes bridges "
         "node-connectivity tie-connectivity centralisation-degree centralisation-betweenness").split()
EXACT = set("degree in-degree out-degree neighbours coreness component cut-node bridge nodes ties components giant cut-nodes bridges "
            "node-connectivity tie-connectivity betweenness tie-betweenness clustering transitivity density reciprocity".split())


def tolerance(measure):
    return EIGENVECTOR if measure == "eigenvector" else COUNTING if measure in EXACT else RELATIVE


def judged(judge, measure):
    return getattr(judge, {"strength": "strength_"}.get(measure, measure.replace("-", "_")))()


class Tally:
    def __init__(self):
        self.values, self.skipped, self.worst, self.wrong = {}, {}, {}, []

    def compare(self, case, weighted, measure, where, got, want):
        self.values[measure] = self.values.get(measure, 0) + 1
        far = apart(got, want)
        self.worst[measure] = max(self.worst.get(measure, 0), far)
        if not far <= tolerance(measure):
            self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}, {case.scale or 'no weights'}, "
                              f"{'--weighted' if weighted else 'unweighted'}): {measure} {where}: nonet {got}, networkx {want}")


def measure(nonet, folder, case, weighted):
    command = [nonet, "measure", os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"), "--measures",
               ",".join(NODES + TIES + WHOLE), "--as", "json", "-q", "--directed" if case.directed else "--undirected"]
    command += ["--scale", case.scale] if case.scale else []
    command += ["--weighted"] if weighted else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


def compare(tally, case, weighted, sheets):
    judge = Judge(case, weighted)
    rows = {row["node"]: row for row in sheets["nodes"]}
    whole = {row["measure"]: row["value"] for row in sheets["whole"]}
    assert set(rows) == set(case.nodes) and len(sheets["ties"]) == len(case.ties)
    for name in NODES + TIES + WHOLE:
        want = judged(judge, name)
        if want is SKIP:
            tally.skipped[name] = tally.skipped.get(name, 0) + 1
        elif name in NODES:
            for v in case.nodes:
                tally.compare(case, weighted, name, v, rows[v][name], want[v])
        elif name in TIES:
            for i, value in enumerate(want):
                tally.compare(case, weighted, name, f"tie {i + 1}", sheets["ties"][i][name], value)
        else:
            tally.compare(case, weighted, name, "", whole[name], want)


def main():
    ask = argparse.ArgumentParser(description="Compare nonet with networkx on random networks.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--keep", help="a folder to keep the networks in")
    asked = ask.parse_args()
    chance, tally, cases = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            case.number = number
            folder = os.path.join(asked.keep or scratch, str(number))
            os.makedirs(folder, exist_ok=True)
            case.write(folder)
            for weighted in (False, True) if case.scale else (False,):
                cases.append((case, weighted, team.submit(measure, asked.nonet, folder, case, weighted)))
        for case, weighted, sheets in cases:
            try:
                compare(tally, case, weighted, sheets.result())
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
    for name in NODES + TIES + WHOLE:
        left = f", left out on {tally.skipped[name]} networks" if name in tally.skipped else ""
        print(f"{name:28s} {tally.values.get(name, 0):8d} values, greatest difference {tally.worst.get(name, 0):.1e}{left}")
    tally.wrong += left_out("against_networkx.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks compared with networkx {nx.__version__}, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
