#!/usr/bin/python3
"""Compare what --normalised makes of measures with networkx, and with the divisor that the row names where networkx has no such form.

Networks are those of against_networkx.py. networkx divides by itself (normalized=True); where it leaves a value undivided on networks too
small for a divisor, nonet has none, and so has this judge.

  normalised.py --nonet PATH [--graphs 500] [--seed 1]

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
from collections import deque
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from against_networkx import SKIP, Case, Judge, nx, pagerank  # leaves with 77 where there is no networkx
import slow_centrality as slow
from apart import apart
from covered import left_out

UNDER_WAY = 64
LENGTH_1 = ("eigenvector", "hub", "authority", "katz")


def share(values, most):
    return {v: x / most if most else None for v, x in values.items()}


def length_1(values):
    if any(x is None for x in values):
        return values
    norm = math.sqrt(sum(x * x for x in values))
    return [x / norm for x in values]


class Judged:
    """{asked: {node: value}, [value of each tie] or a value} by networkx and by definition."""

    def __init__(self, case, weighted, chance):
        self.case, self.weighted, self.n = case, weighted, len(case.nodes)
        self.raw = Judge(case, weighted)
        self.g, self.directed = case.simple, case.directed
        self.length, self.strength = ("length", "weight") if weighted else (None, None)
        self.pairs = (self.n - 1) * (self.n - 2) / (1 if self.directed else 2)
        self.group = chance.sample(case.nodes, min(self.n, chance.randint(1, 4)))
        self.steps, self.damping = chance.randint(1, 3), round(chance.uniform(0.1, 0.95), 3)
        self.networkx, self.definition = {}, {}
        self.degrees()
        self.paths()
        self.vectors(chance)
        self.groups()

    def degrees(self):
        one = self.n > 1
        every = self.case.all
        self.networkx["degree"] = nx.degree_centrality(every) if one else dict.fromkeys(every)
        for name, ends in (("in-degree", nx.in_degree_centrality), ("out-degree", nx.out_degree_centrality)):
            ends = ends if self.directed else nx.degree_centrality
            self.networkx[name] = ends(every) if one else dict.fromkeys(every)
        self.networkx["neighbours"] = nx.degree_centrality(self.raw.pairs) if one else dict.fromkeys(every)
        self.definition["strength"] = share({v: float(x) for v, x in self.raw.strength_().items()}, self.n - 1)
        reached = {v: len(nx.single_source_shortest_path_length(self.g, v, cutoff=self.steps)) - 1 for v in self.g}
        self.definition[f"reach:{self.steps}"] = share(reached, self.n - 1)
        self.definition["giant"] = self.raw.giant() / self.n

    def paths(self):
        between = nx.betweenness_centrality(self.g, weight=self.length)
        self.networkx["betweenness"] = between if self.n > 2 else dict.fromkeys(between)
        edges = nx.edge_betweenness_centrality(self.g, weight=self.length)
        self.networkx["tie-betweenness"] = [0 if a == b else edges[a, b] if (a, b) in edges else edges[b, a] for a, b, _ in self.case.ties]
        if not self.weighted:
            inward = self.g.reverse() if self.directed else self.g  # networkx splits at the end of a way, not at each fork
            load = nx.load_centrality(inward)
            self.networkx["load"] = load if self.n > 2 else dict.fromkeys(load)
        at = {v: i for i, v in enumerate(self.case.nodes)}
        a, length = [[0.0] * self.n for _ in at], [[math.inf] * self.n for _ in at]
        for u, v, data in self.g.edges(data=True):
            for x, y in ((u, v),) if self.directed else ((u, v), (v, u)):
                a[at[x]][at[y]] = data["weight"] if self.weighted else 1.0
                length[at[x]][at[y]] = float(data["length"]) ** 0.5
        self.a = a
        if self.directed:
            merge = (lambda x, y: x + y) if self.weighted else max
            a = [[merge(a[i][j], a[j][i]) for j in range(self.n)] for i in range(self.n)]
        flow = dict(zip(at, slow.currents(a)[0]))
        self.definition["current-flow-betweenness"] = share(flow, (self.n - 1) * (self.n - 2) / 2)
        opsahl = slow.betweenness(length, slow.distances(length), self.directed)
        self.definition["opsahl-betweenness"] = share(dict(zip(at, opsahl)), self.pairs)

    def vectors(self, chance):
        leading = self.raw.eigenvector()
        if leading is not SKIP:
            self.networkx["eigenvector"] = dict(zip(leading, length_1(list(leading.values()))))
        hub, authority, _ = slow.hub_and_authority(self.a, self.directed)
        self.definition["hub"] = dict(zip(self.case.nodes, length_1(hub)))
        self.definition["authority"] = dict(zip(self.case.nodes, length_1(authority)))
        top = slow.radius(self.a)
        alpha = round(chance.uniform(0.05, 0.9) / top, 6) if top else 0.5
        self.networkx[f"katz:{alpha}"] = nx.katz_centrality(self.g, alpha=alpha, tol=1e-15, max_iter=100000, weight=self.strength)
        # its damping is a parameter, not a norm: compared here because nowhere else
        self.networkx[f"pagerank:{self.damping}"] = pagerank(self.g, alpha=self.damping, weight=self.strength, tol=1e-14, max_iter=100000)

    def groups(self):
        names, outside = ";".join(self.group), self.n - len(self.group)
        self.networkx[f"group-degree:{names}"] = nx.group_degree_centrality(self.g, self.group) if outside else None
        at = [self.case.nodes.index(v) for v in self.group]
        length = [[math.inf] * self.n for _ in range(self.n)]
        for i, u in enumerate(self.case.nodes):
            for v, data in self.g[u].items():
                length[i][self.case.nodes.index(v)] = float(data["length"]) if self.weighted else 1.0
        through = slow.group_betweenness(length, slow.distances(length), at, self.directed)
        most = outside * (outside - 1) / (1 if self.directed else 2)
        self.definition[f"group-betweenness:{names}"] = through / most if most else None
        if self.n > 1:
            pair = self.case.nodes[:2]
            one_way = nx.betweenness_centrality_subset(self.g, pair[:1], pair[1:], weight=self.length)  # undirected, it takes half
            self.networkx[f"betweenness-between:{pair[0]};{pair[1]}"] = {
                v: None if v in pair else x * (1 if self.directed else 2) for v, x in one_way.items()}
        near = nx.multi_source_dijkstra_path_length(self.g, set(self.group), cutoff=self.steps, weight=lambda a, b, d: 1)
        self.definition[f"set-reach:{self.steps};{names}"] = len(near) / self.n


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, asked, judge, where, got, want):
        row = asked.split(":")[0]
        key = (row, judge)
        self.values[key] = self.values.get(key, 0) + 1
        far = apart(got, want)
        self.worst[key] = max(self.worst.get(key, 0), far)
        if not far <= (1e-8 if row in LENGTH_1 else 1e-9):
            self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}, {case.scale or 'no weights'}): "
                              f"{asked} {where}: nonet {got}, {judge} {want}")


def measure(nonet, folder, case, weighted, asked):
    command = [nonet, "measure", os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"), "--measures", ",".join(asked),
               "--normalised", "--as", "json", "-q", "--directed" if case.directed else "--undirected"]
    command += ["--scale", case.scale] if case.scale else []
    command += ["--weighted"] if weighted else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


def finish(tally, case, judged, job):
    try:
        sheets = job.result()
    except RuntimeError as failed:
        tally.wrong.append(str(failed))
        return
    rows = {row["node"]: row for row in sheets["nodes"]}
    whole = {row["measure"]: row["value"] for row in sheets["whole"]}
    for judge in ("networkx", "definition"):
        for asked, want in getattr(judged, judge).items():
            if isinstance(want, dict):
                for v, x in want.items():
                    tally.compare(case, asked, judge, v, rows[v][asked], x)
            elif isinstance(want, list):
                for row, x in zip(sheets["ties"], want):
                    tally.compare(case, asked, judge, f"tie {row['tie']}", row[asked], x)
            else:
                tally.compare(case, asked, judge, "", whole[asked], want)


def main():
    ask = argparse.ArgumentParser(description="Compare the normalised forms of nonet's measures with networkx.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, under_way = random.Random(asked.seed), Tally(), deque()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            case.number = number
            folder = os.path.join(scratch, str(number))
            os.makedirs(folder)
            case.write(folder)
            for weighted in (False, True) if case.scale else (False,):
                judged = Judged(case, weighted, chance)
                names = [*judged.networkx, *judged.definition]
                under_way.append((case, judged, team.submit(measure, asked.nonet, folder, case, weighted, names)))
            while len(under_way) > UNDER_WAY:
                finish(tally, *under_way.popleft())
        while under_way:
            finish(tally, *under_way.popleft())
    for name, judge in sorted(tally.values):
        print(f"{name:28s} {judge:10s} {tally.values[name, judge]:8d} values, greatest difference {tally.worst[name, judge]:.1e}")
    tally.wrong += left_out("normalised.py", [name for name, _ in tally.values])
    print(f"{sum(tally.values.values())} normalised values of {asked.graphs} networks compared, networkx {nx.__version__}, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
