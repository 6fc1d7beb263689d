#!/usr/bin/python3
"""Compare the further centralities of `nonet measure` with slow_centrality.py, networkx and python-igraph on random networks.

Every measure is judged by the slow version from its definition. Beside it stand networkx (katz, load, reach, triangles, group degree,
group closeness, centralisation; with scipy also current flow and subgraph centrality) and igraph (hub, authority) where they are there
and mean the same. Networks are those of against_networkx.py.

  centrality.py --nonet PATH [--graphs 500] [--seed 1] [--keep DIR]

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

sys.dont_write_bytecode = True
from against_networkx import Case, Tally as SharedTally, nx  # leaves with 77 where there is no networkx
import slow_centrality as slow
from apart import apart
from covered import left_out

try:
    import igraph
except ImportError:
    igraph = None
try:
    import scipy
except ImportError:
    scipy = None

TOLERANCE = {"hub": 1e-8, "authority": 1e-8, "centralisation-eigenvector": 1e-8, "katz": 1e-9, "bonacich-power": 1e-9}
COUNTING = set("stress reach triangles group-degree group-closeness".split())


class Judge:
    """What each measure must be: self.slow[name], and self.other[name] by another package; a value for each node, or one."""

    def __init__(self, case, weighted, chance):
        self.case, self.weighted, self.directed = case, weighted, case.directed
        self.nodes, self.g = case.nodes, case.simple
        self.n = len(self.nodes)
        at = {v: i for i, v in enumerate(self.nodes)}
        a = [[0.0] * self.n for _ in self.nodes]
        length = [[math.inf] * self.n for _ in self.nodes]
        always = [[math.inf] * self.n for _ in self.nodes]  # lengths, weighted or not
        for u, v, data in self.g.edges(data=True):
            for x, y in ((u, v),) if self.directed else ((u, v), (v, u)):
                a[at[x]][at[y]] = data["weight"] if weighted else 1.0
                length[at[x]][at[y]] = float(data["length"]) if weighted else 1.0
                always[at[x]][at[y]] = float(data["length"])
        self.a, self.length, self.always = a, length, always
        self.group = sorted(chance.sample(range(self.n), min(self.n, chance.randint(1, 4))))
        self.names, self.slow, self.other = {}, {}, {}
        self.judge_walks(chance)
        self.judge_currents()
        self.judge_paths(chance)
        self.judge_groups()
        self.judge_whole()

    def ask(self, name, value, other=None, parameter=None):
        asked = name if parameter is None else f"{name}:{parameter}"
        self.names[asked] = name
        self.slow[asked] = value
        if other is not None:
            self.other[asked] = other

    def by_node(self, values):
        return [values[v] for v in self.nodes]

    def judge_walks(self, chance):
        a, n, top = self.a, self.n, slow.radius(self.a)
        hub, authority, alone = slow.hub_and_authority(a, self.directed)
        # igraph 0.10.2 takes the arc of two nodes for the other one, or gives NaN
        graph = igraph is not None and alone and n > 2 and igraph.Graph.Weighted_Adjacency(a, mode="directed" if self.directed else "max")
        weights = graph and graph.es["weight"]
        self.ask("hub", hub, graph and graph.hub_score(weights=weights) or None)
        self.ask("authority", authority, graph and graph.authority_score(weights=weights) or None)
        none = [None] * n
        self.ask("katz", slow.katz(a, 0.85 / top) if top else none)
        self.ask("bonacich-power", slow.bonacich(a, 0.85 / top) if top else none)
        alpha = round(chance.uniform(0.05, 0.9) / top, 6) if top else 0.5
        weight = "weight" if self.weighted else None
        other = nx.katz_centrality(self.g, alpha=alpha, normalized=False, tol=1e-15, max_iter=100000, weight=weight)
        self.ask("katz", slow.katz(a, alpha), self.by_node(other), alpha)
        beta = round(chance.uniform(-0.9, 0.9) / top, 6) if top else -0.5
        self.ask("bonacich-power", slow.bonacich(a, beta), parameter=beta)
        other = None
        if scipy and not self.directed and not self.weighted:  # networkx knows no other
            other = self.by_node(nx.subgraph_centrality_exp(self.g))
        self.ask("subgraph-centrality", slow.exponential_diagonal(a), other)

    def judge_currents(self):
        both = self.a
        if self.directed:  # read as undirected: the ties of both ways together
            merged = [[0.0] * self.n for _ in self.nodes]
            for i in range(self.n):
                for j in range(self.n):
                    merged[i][j] = self.a[i][j] + self.a[j][i] if self.weighted else float(bool(self.a[i][j] or self.a[j][i]))
            both = merged
        between, resistance, reached = slow.currents(both)
        near = [k / (self.n - 1) * (k / r) if k else 0 for k, r in zip(reached, resistance)]
        other = (None, None)
        if scipy and self.n > 2 and all(k == self.n - 1 for k in reached):
            g = nx.from_edgelist((i, j, {"weight": both[i][j]}) for i in range(self.n) for j in range(i) if both[i][j])
            flow = nx.current_flow_betweenness_centrality(g, normalized=False, weight="weight")
            close = nx.current_flow_closeness_centrality(g, weight="weight")  # 1 / sum
            other = [flow[i] for i in range(self.n)], [close[i] * (self.n - 1) for i in range(self.n)]
        self.ask("current-flow-betweenness", between, other[0])
        self.ask("current-flow-closeness", near, other[1])

    def judge_paths(self, chance):
        d = self.d = slow.distances(self.length)
        other = None
        if not self.weighted:  # by lengths, networkx leaves out what comes in beside the source
            inward = self.g.reverse() if self.directed else self.g  # networkx splits at the end of a way, not at each fork
            other = nx.load_centrality(inward, normalized=False)
            other = [x if self.directed else x / 2 for x in self.by_node(other)]
        self.ask("load", slow.load(self.length, d, self.directed), other)
        self.ask("stress", slow.betweenness(self.length, d, self.directed, whole_paths=True))
        for steps in (None, chance.randint(0, 4)):
            k = 2 if steps is None else steps
            plain = slow.distances([[1.0 if x < math.inf else x for x in row] for row in self.length])
            other = [len(nx.single_source_shortest_path_length(self.g, v, cutoff=k)) - 1 for v in self.nodes]
            self.ask("reach", [sum(0 < x <= k for x in row) for row in plain], other, steps)
        self.judge_opsahl(round(chance.uniform(0, 1.6), 2))
        self.judge_opsahl(None)
        pairs = self.case.pairs
        tied = {v: set(pairs[v]) for v in pairs}
        count = [sum(w in tied[u] for u in tied[v] for w in tied[v]) // 2 for v in self.nodes]
        self.ask("triangles", count, self.by_node(nx.triangles(pairs)))

    def judge_opsahl(self, parameter):
        alpha = 0.5 if parameter is None else parameter
        length = [[x**alpha if x < math.inf else x for x in row] for row in self.always]
        degree = []
        for v in self.nodes:
            strengths = [float(data["strength"]) for data in self.g[v].values()]
            degree.append(len(strengths) ** (1 - alpha) * sum(strengths) ** alpha if strengths else 0)
        d = slow.distances(length)
        self.ask("opsahl-degree", degree, parameter=parameter)
        self.ask("opsahl-closeness", [slow.wasserman_faust(row, self.n - 1) for row in d], parameter=parameter)
        self.ask("opsahl-betweenness", slow.betweenness(length, d, self.directed), parameter=parameter)

    def judge_groups(self):
        group, names = self.group, [self.nodes[v] for v in self.group]
        inward = self.g.reverse() if self.directed else self.g
        outside = self.n - len(group)
        near = None
        if outside and all(min(self.d[u][v] for u in group) < math.inf for v in range(self.n)):
            near = nx.group_closeness_centrality(inward, names, weight="length" if self.weighted else None)  # looks inward
        degree = nx.group_degree_centrality(self.g, names) * outside if outside else None
        self.ask("group-degree", slow.group_degree(self.a, group), degree, ";".join(names))
        self.ask("group-closeness", slow.group_closeness(self.d, group), near, ";".join(names))
        self.ask("group-betweenness", slow.group_betweenness(self.length, self.d, group, self.directed), parameter=";".join(names))

    def judge_whole(self):
        n = self.n
        plain = slow.distances([[1.0 if x < math.inf else x for x in row] for row in self.length])
        near = [slow.wasserman_faust(row, n - 1) for row in plain]
        most = n - 1 if self.directed else (n - 1) * (n - 2) / (2 * n - 3) if n > 1 else 0
        inward = self.g.reverse() if self.directed else self.g
        other = list(nx.closeness_centrality(inward).values())

        def gap(x):
            return sum(max(x) - y for y in x) / most if n > 2 else None

        self.ask("centralisation-closeness", gap(near), gap(other))
        if not self.directed:
            x = slow.leading_undirected([[float(bool(y)) for y in row] for row in self.a])[0]
            self.ask("centralisation-eigenvector", sum(1 - y for y in x) / (n - 2) if n > 2 and x[0] is not None else None)


class Tally(SharedTally):
    def check(self, case, weighted, asked, judge, where, got, want, by):
        name = judge.names[asked]
        limit = 1e-12 if name in COUNTING else TOLERANCE.get(name, 1e-9)
        key = (name, by)
        self.values[key] = self.values.get(key, 0) + 1
        far = apart(got, want)
        self.worst[key] = max(self.worst.get(key, 0), far)
        if not far <= limit:
            self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}, {case.scale or 'no weights'}, "
                              f"{'--weighted' if weighted else 'unweighted'}): {asked} {where}: nonet {got}, {by} {want}")


def measure(nonet, folder, case, weighted, names):
    command = [nonet, "measure", os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"), "--measures", ",".join(names),
               "--as", "json", "-q", "--directed" if case.directed else "--undirected"]
    command += ["--scale", case.scale] if case.scale else []
    command += ["--weighted"] if weighted else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


def compare(tally, case, weighted, judge, sheets):
    rows = {row["node"]: row for row in sheets["nodes"]}
    whole = {row["measure"]: row["value"] for row in sheets["whole"]}
    for by, wanted in (("definition", judge.slow), ("package", judge.other)):
        for asked, want in wanted.items():
            if isinstance(want, list):
                for v, x in zip(case.nodes, want):
                    tally.check(case, weighted, asked, judge, v, rows[v][asked], x, by)
            else:
                tally.check(case, weighted, asked, judge, "", whole[asked], want, by)


def main():
    ask = argparse.ArgumentParser(description="Compare centralities of nonet with slow versions, networkx and igraph.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--keep", help="a folder to keep the networks in")
    asked = ask.parse_args()
    chance, tally, jobs = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            case.number = number
            folder = os.path.join(asked.keep or scratch, str(number))
            os.makedirs(folder, exist_ok=True)
            case.write(folder)
            for weighted in (False, True) if case.scale else (False,):
                judge = Judge(case, weighted, chance)
                jobs.append((case, weighted, judge, team.submit(measure, asked.nonet, folder, case, weighted, list(judge.names))))
        for case, weighted, judge, sheets in jobs:
            try:
                compare(tally, case, weighted, judge, sheets.result())
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
    for name, by in sorted(tally.values):
        print(f"{name:28s} {by:10s} {tally.values[name, by]:8d} values, greatest difference {tally.worst[name, by]:.1e}")
    tally.wrong += left_out("centrality.py", [name for name, _ in tally.values])
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks compared, seed {asked.seed}; networkx {nx.__version__}, igraph "
          f"{igraph.__version__ if igraph else 'absent'}, scipy {scipy.__version__ if scipy else 'absent'}: {len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
