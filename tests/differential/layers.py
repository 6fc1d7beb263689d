#!/usr/bin/python3
"""Compare the measures of layers with networkx, each layer made into a network of its own, on random networks of layers.

Nodes are declared in no layer, one or several; ties name a layer (a few none), which makes their ends members, or no tie names one and a
tie is of the layers that both its ends are in. Ties are directed, not, or some of both (then an undirected one is two arcs); there are
loops, repeated ties, isolates and layers without a tie.

  layers.py --nonet PATH [--graphs 1000] [--seed 1]

Exit status: 0 all agree, 1 a difference, 77 a package is missing (said on stderr).
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

sys.dont_write_bytecode = True
from apart import apart
from covered import left_out

try:
    import networkx as nx
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx)", file=sys.stderr)
    sys.exit(77)

COUNTING, UNDER_WAY = 1e-12, 64
MEASURES = ("layer-nodes layer-own-nodes layer-ties layer-density layer-reciprocity layer-isolates layer-components layer-giant-share "
            "layer-transitivity layer-mean-distance").split()


class Case:
    def __init__(self, number, chance):
        self.number, self.named = number, number % 2 == 0
        names = ["Education", "Health", "Housing"][: chance.randint(1, 3)]
        n, density = chance.randint(2, 14), chance.choice((0.1, 0.2, 0.4))
        self.nodes = [f"n{i}" for i in range(n)]
        self.declared = {v: [x for x in names if chance.random() < 0.5] for v in self.nodes}
        self.declared[self.nodes[0]] = names[:]  # every layer has a member
        share = chance.choice((0, 0, 1, 0.5))  # of directed ties
        self.ties = []  # from, to, layer or None, directed
        for i, a in enumerate(self.nodes):
            for b in self.nodes[i:]:
                while chance.random() < (density / 3 if a == b else density):
                    ends = (a, b) if chance.random() < 0.5 else (b, a)
                    layer = chance.choice(names) if self.named and chance.random() < 0.9 else None
                    self.ties.append((*ends, layer, chance.random() < share))
        if self.named and not any(tie[2] for tie in self.ties):
            self.ties.append((self.nodes[0], self.nodes[1], names[0], share == 1))
        self.directed = any(tie[3] for tie in self.ties)
        self.layers = names

    def write(self, folder):
        os.makedirs(folder)
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,layer\n" + "".join(f"{v},{';'.join(self.declared[v])}\n" for v in self.nodes))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,direction" + (",layer\n" if self.named else "\n"))
            for a, b, layer, directed in self.ties:
                f.write(f"{a},{b},{'directed' if directed else 'undirected'}" + (f",{layer or ''}\n" if self.named else "\n"))

    def members(self, layer):
        ends = {v for a, b, named, _ in self.ties if named == layer for v in (a, b)}
        return [v for v in self.nodes if layer in self.declared[v] or v in ends]

    def ties_of(self, layer):
        if self.named:
            return [tie for tie in self.ties if tie[2] == layer]
        inside = set(self.members(layer))
        return [tie for tie in self.ties if tie[0] in inside and tie[1] in inside]


def judged(case, layer):
    members, ties = case.members(layer), case.ties_of(layer)
    g = nx.DiGraph() if case.directed else nx.Graph()
    g.add_nodes_from(members)
    for a, b, _, directed in ties:
        if a != b:
            g.add_edges_from([(a, b)] if directed else [(a, b), (b, a)])
    pairs = g.to_undirected()
    parts = list(nx.connected_components(pairs))
    distances = [x for v, row in nx.all_pairs_shortest_path_length(g) for w, x in row.items() if v != w]
    others = {v for name in case.layers if name != layer for v in case.members(name)}
    return {"layer-nodes": len(members), "layer-own-nodes": sum(v not in others for v in members), "layer-ties": len(ties),
            "layer-density": nx.density(g) if len(members) > 1 else None,
            "layer-reciprocity": nx.overall_reciprocity(g) if case.directed and g.number_of_edges() else None,
            "layer-isolates": nx.number_of_isolates(pairs), "layer-components": len(parts),
            "layer-giant-share": Fraction(max(map(len, parts)), len(members)) if members else None,
            "layer-transitivity": nx.transitivity(pairs) if any(d > 1 for _, d in pairs.degree()) else None,
            "layer-mean-distance": Fraction(sum(distances), len(distances)) if distances else None}


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, name, where, got, want):
        self.values[name] = self.values.get(name, 0) + 1
        far = apart(got, want)
        self.worst[name] = max(self.worst.get(name, 0), far)
        if not far <= COUNTING:
            self.wrong.append(f"network {case.number}: {name} of {where}: nonet {got}, networkx {want}")


def measure(nonet, folder):
    command = [nonet, "measure", folder, "--measures", ",".join(MEASURES), "--as", "json", "-q"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {row["layer"]: row for row in json.loads(done.stdout)["sheets"][0]["rows"]}


def finish(tally, case, job):
    try:
        rows = job.result()
    except RuntimeError as failed:
        tally.wrong.append(f"network {case.number}: {failed}")
        return
    if sorted(rows) != sorted(case.layers):
        tally.wrong.append(f"network {case.number}: layers {sorted(rows)}, not {sorted(case.layers)}")
        return
    for layer in case.layers:
        for name, want in judged(case, layer).items():
            tally.compare(case, name, layer, rows[layer][name], want)


def main():
    ask = argparse.ArgumentParser(description="Compare nonet's measures of layers with networkx.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=1000)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, under_way = random.Random(asked.seed), Tally(), deque()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            folder = os.path.join(scratch, str(number))
            case.write(folder)
            under_way.append((case, team.submit(measure, asked.nonet, folder)))
            while len(under_way) > UNDER_WAY:
                finish(tally, *under_way.popleft())
        while under_way:
            finish(tally, *under_way.popleft())
    for name in MEASURES:
        print(f"{name:28s} {tally.values.get(name, 0):8d} values, greatest difference {tally.worst.get(name, 0):.1e}")
    tally.wrong += left_out("layers.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks of layers compared with networkx {nx.__version__}, seed "
          f"{asked.seed}: {len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
