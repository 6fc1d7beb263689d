#!/usr/bin/python3
"""Compare measures of cohesion, routes and reach with slow_cohesion.py (from the definitions, every set tried) and with networkx.

Networks are those of against_networkx.py, every node in one layer, two or none; every second one has 8 nodes at most. The slow version
judges those of 8 nodes at most, networkx all of them where it has the measure. What networkx 2.8.8 has wrong is not asked of it:
k_components loses sets that lie within others.

  cohesion.py --nonet PATH [--graphs 500] [--seed 1] [--keep DIR]

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
from fractions import Fraction

sys.dont_write_bytecode = True
from against_networkx import Case as SharedCase, nx  # leaves with 77 where there is no networkx
import slow_centrality
import slow_cohesion as slow
from apart import apart
from covered import left_out
from networkx.algorithms.connectivity import local_edge_connectivity, local_node_connectivity

SMALL, UNDER_WAY = 8, 64
NODES = ["cohesion", "local-efficiency", "vulnerability", "vulnerability-among-others", "strong-component", "community:infomap"]
WHOLE = ["connectedness", "fragmentation", "compactness", "algebraic-connectivity", "spanning-trees", "log-spanning-trees",
         "mean-local-efficiency", "strong-components", "strong-giant", "codelength"]
TABLES = ["cohesive-blocks", "biconnected-blocks", "minimum-separators", "dominating-set", "bow-tie"]
COUNTING = set("cohesion strong-component strong-components strong-giant truss cohesive-blocks biconnected-blocks minimum-separators "
               "dominating-set bow-tie node-routes tie-routes rich-club connectedness fragmentation".split())


class Case(SharedCase):
    def __init__(self, number, chance):
        super().__init__(number, chance, SMALL if number % 4 < 2 else 18)
        self.number = number
        self.layers = {v: chance.choice(("", "L1", "L2", "L1;L2")) for v in self.nodes}
        pair = chance.sample(self.nodes, 2) if len(self.nodes) > 1 else self.nodes * 2
        members = {layer: [v for v in self.nodes if layer in self.layers[v]] for layer in ("L1", "L2")}
        self.routes = {";".join(pair): tuple({v} for v in pair)}
        if members["L1"] and members["L2"]:
            self.routes["L1;L2"] = tuple(set(members[layer]) for layer in ("L1", "L2"))
        self.rich = chance.randint(0, 4)

    def write(self, folder):
        super().write(folder)
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,layer\n" + "".join(f"{v},{self.layers[v]}\n" for v in self.nodes))

    def asked(self):
        routes = [f"{name}:{pair}" for pair in self.routes for name in ("node-routes", "tie-routes", "betweenness-between")]
        return NODES + ["truss"] + WHOLE + [f"rich-club:{self.rich}"] + routes + TABLES


def key_order(v):
    return (0, int(v), "") if v.isdigit() else (1, 0, v)


class View:
    """The case in numbers, in the order of keys: near, arcs' strengths and lengths, and those of ties read both ways."""

    def __init__(self, case, weighted):
        self.keys = sorted(case.nodes, key=key_order)
        self.n, self.directed = len(self.keys), case.directed
        at = self.at = {v: i for i, v in enumerate(self.keys)}
        self.near = [{at[w] for w in case.simple[v]} for v in self.keys]
        self.strength, self.length, self.both, self.both_length = {}, {}, {}, {}
        for a, b, data in case.simple.edges(data=True):
            s, x = (data["strength"], data["length"]) if weighted else (Fraction(1), Fraction(1))
            for v, w in ((at[a], at[b]),) if case.directed else ((at[a], at[b]), (at[b], at[a])):
                self.strength[v, w], self.length[v, w] = s, x
        for (v, w), s in self.strength.items():
            other = self.strength.get((w, v), Fraction(0)) if case.directed and weighted else 0
            self.both[v, w] = self.both[w, v] = s + other
        for (v, w) in self.both:  # two arcs that are lengths: the least; that are strengths: of their sum
            if not case.directed or case.scale == "length" or not weighted:
                self.both_length[v, w] = min(x for x in (self.length.get((v, w)), self.length.get((w, v))) if x is not None)
            else:
                self.both_length[v, w] = 1 / self.both[v, w]
        self.pairs = nx.Graph((v, w) for v, w in self.both)
        self.pairs.add_nodes_from(range(self.n))
        self.g = nx.DiGraph() if case.directed else nx.Graph()
        self.g.add_nodes_from(range(self.n))
        self.g.add_edges_from(self.strength)


# ---- what each measure must be: {asked: [value of each node in key order], or a value} ----


def between_sides(view, sources, targets):
    """Every pair with one on each side, once; every node that lies on a shortest path of it gets its share."""
    length = [[float(view.length.get((v, w), math.inf)) for w in range(view.n)] for v in range(view.n)]
    d = slow_centrality.distances(length)
    paths = slow_centrality.path_counts(length, d)
    pairs = {(s, t) if view.directed else (min(s, t), max(s, t)) for s in sources for t in targets if s != t and d[s][t] < math.inf}
    return [sum(paths[s][v] * paths[v][t] / paths[s][t] for s, t in pairs
                if v not in (s, t) and slow_centrality.same(d[s][v] + d[v][t], d[s][t])) for v in range(view.n)]


def by_definition(case, view, weighted):
    n, every = view.n, set(range(view.n))
    sets = slow.Subsets(view.near)
    blocks = sets.blocks()
    strong = slow.strong_parts(view.near)
    local = [slow.local_efficiency(view.both_length, v) for v in range(n)]
    out = {"cohesion": [max((k for k, s in blocks if s >> v & 1), default=0) for v in range(n)], "local-efficiency": local,
           "vulnerability": [slow.vulnerability(view.length, n, v, True) for v in range(n)],
           "vulnerability-among-others": [slow.vulnerability(view.length, n, v, False) for v in range(n)],
           "strong-component": [next(i for i, p in enumerate(strong) if v in p) + 1 for v in range(n)],
           "compactness": slow.efficiency(view.length, every), "mean-local-efficiency": sum(x or 0 for x in local) / Fraction(n),
           "strong-components": len(strong), "strong-giant": len(strong[0]), f"rich-club:{case.rich}": slow.rich_club(view.near, case.rich)}
    parts = slow.strong_parts(slow.both_ways(view.near))
    joined = Fraction(sum(len(p) * (len(p) - 1) for p in parts), n * (n - 1)) if n > 1 else None
    out["connectedness"], out["fragmentation"] = joined, 1 - joined if n > 1 else None
    trees = slow.spanning_trees(view.both, n)
    if n < 7 and len(view.both) < 24:
        assert trees == slow.spanning_trees_one_by_one(view.both, n)
    out["spanning-trees"], out["log-spanning-trees"] = trees, math.log(trees) if trees else None
    values = slow_centrality.eigen([[float(x) for x in row] for row in slow.laplacian(view.both, n)])[0]
    out["algebraic-connectivity"] = (sorted(values)[1] if len(parts) == 1 else 0) if n > 1 else None
    for pair, (a, b) in case.routes.items():
        sources, targets = {view.at[v] for v in a}, {view.at[v] for v in b}
        out[f"node-routes:{pair}"] = slow.node_routes(view.near, sources, targets)
        out[f"tie-routes:{pair}"] = slow.tie_routes(view.near, sources, targets)
        out[f"betweenness-between:{pair}"] = between_sides(view, sources, targets)
    return out, slow.trussness(view.near), sets, blocks


def by_networkx(case, view, weighted):
    n, out = view.n, {}
    strong = sorted(nx.strongly_connected_components(view.g.to_directed()), key=lambda p: (-len(p), min(p)))
    out["strong-component"] = [next(i for i, p in enumerate(strong) if v in p) + 1 for v in range(n)]
    out["strong-components"], out["strong-giant"] = len(strong), len(strong[0])
    if not weighted:
        out["mean-local-efficiency"] = nx.local_efficiency(view.pairs)
        near = [view.pairs.subgraph(view.pairs[v]) for v in range(n)]
        out["local-efficiency"] = [nx.global_efficiency(x) if len(x) > 1 else None for x in near]
        if not view.directed:
            whole = nx.global_efficiency(view.g) if n > 1 else None
            out["compactness"] = whole
            if n > 2 and whole:
                left = [nx.global_efficiency(view.g.subgraph(set(view.g) - {v})) for v in range(n)]
                out["vulnerability-among-others"] = [(whole - x) / whole for x in left]
                out["vulnerability"] = [(whole - x * (n - 2) / n) / whole for x in left]
    rich = nx.rich_club_coefficient(view.pairs, normalized=False) if view.pairs.number_of_edges() else {}
    if case.rich in rich:
        out[f"rich-club:{case.rich}"] = rich[case.rich]
    a, b = (view.at[min(side)] for side in next(iter(case.routes.values())))
    if a != b:
        pair = next(iter(case.routes))
        apart = view.g.copy()
        direct = int(apart.has_edge(a, b))
        if direct:
            apart.remove_edge(a, b)
        out[f"node-routes:{pair}"] = local_node_connectivity(apart, a, b) + direct
        out[f"tie-routes:{pair}"] = local_edge_connectivity(view.g, a, b)
    numbers = {}
    for k in range(2, n + 2):
        for e in nx.k_truss(view.pairs, k).edges:
            numbers[frozenset(e)] = k
    return out, numbers


# ---- comparing ----


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, name, judge, where, got, want):
        row = name.split(":")[0]
        key = (row, judge)
        self.values[key] = self.values.get(key, 0) + 1
        values = all(x is None or isinstance(x, (int, float, Fraction)) for x in (got, want))
        far = apart(got, want) if values else 0 if got == want else math.inf
        self.worst[key] = max(self.worst.get(key, 0), far)
        if not far <= (1e-12 if row in COUNTING else 1e-9):
            self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}, {case.scale or 'no weights'}): "
                              f"{name} {where}: nonet {got}, {judge} {want}")


def compare_values(tally, case, view, judge, values, truss, sheets):
    rows = {row["node"]: row for row in sheets["nodes"]}
    whole = {row["measure"]: row["value"] for row in sheets["whole"]}
    for asked, want in values.items():
        if isinstance(want, list):
            for v, x in zip(view.keys, want):
                tally.compare(case, asked, judge, v, rows[v][asked], x)
        else:
            tally.compare(case, asked, judge, "", whole[asked], want)
    for row, (a, b, _) in zip(sheets["ties"], case.ties):
        pair = frozenset((view.at[a], view.at[b]))
        tally.compare(case, "truss", judge, f"{a} {b}", row["truss"], truss[pair] if a != b else None)


def sets_of(view, sheet):
    sets = {}
    for row in sheet:
        sets.setdefault(row["set"], set()).add(view.at[row["member"]])
    return sets


def compare_blocks(tally, case, view, sets, blocks, sheets):
    got, id_of = {}, {}
    for row in sheets["cohesive-blocks"]:
        members = slow.mask_of(view.at[v] for v in row["members"].split("; "))
        tally.compare(case, "cohesive-blocks", "definition", "size", row["size"], sets.count[members])
        got[members], id_of[members] = row, row["id"]
    tally.compare(case, "cohesive-blocks", "definition", "sets", sorted((r["k"], s) for s, r in got.items()), sorted(blocks))
    for s, row in got.items():
        around = [t for t in got if t != s and t & s == s]
        least = min(around, key=lambda t: sets.count[t], default=None)
        tally.compare(case, "cohesive-blocks", "definition", "parent", row["parent"] or None, id_of.get(least))


def compare_tables(tally, case, view, sets, blocks, sheets):
    compare_blocks(tally, case, view, sets, blocks, sheets)
    parts = sets.bicomponents()
    mine = sorted(map(slow.mask_of, sets_of(view, sheets["biconnected-blocks"]).values()))
    tally.compare(case, "biconnected-blocks", "definition", "sets", mine, sorted(parts))
    for row in sheets["biconnected-blocks"]:
        several = sum(p >> view.at[row["member"]] & 1 for p in parts) > 1
        tally.compare(case, "biconnected-blocks", "definition", row["member"], row["cut-node"], int(several))
    separators = list(map(frozenset, sets_of(view, sheets["minimum-separators"]).values()))
    tally.compare(case, "minimum-separators", "definition", "how many", len(separators), len(set(separators)))
    tally.compare(case, "minimum-separators", "definition", "sets", set(separators), sets.least_separators())
    least, dominates = slow.least_dominating(view.near)
    chosen = [view.at[row["member"]] for row in sheets["dominating-set"]]
    tally.compare(case, "dominating-set", "definition", "size", len(chosen), least)
    tally.compare(case, "dominating-set", "definition", "reaches everybody", dominates(chosen), True)
    places = slow.bow_tie(view.near)
    for row in sheets["bow-tie"]:
        tally.compare(case, "bow-tie", "definition", row["node"], row["place"], places[view.at[row["node"]]])


def compare_tables_with_networkx(tally, case, view, sheets):
    mine = sorted(map(sorted, sets_of(view, sheets["biconnected-blocks"]).values()))
    tally.compare(case, "biconnected-blocks", "networkx", "sets", mine, sorted(map(sorted, nx.biconnected_components(view.pairs))))
    chosen = {view.at[row["member"]] for row in sheets["dominating-set"]}
    covered = chosen.union(*(view.g[v] for v in chosen))  # networkx looks inward in a directed network
    tally.compare(case, "dominating-set", "networkx", "reaches everybody", covered == set(view.g), True)


def compare_codelength(tally, case, view, sheets):
    """The map equation at the division that was found; no division at all is told shorter than the bound; and how near it is."""
    length = next(row["value"] for row in sheets["whole"] if row["measure"] == "codelength")
    nodes = [v for v in range(view.n) if any(v in arc for arc in view.strength)]
    if not nodes:
        tally.compare(case, "codelength", "definition", "", length, None)
        return
    group = {view.at[row["node"]]: row["community:infomap"] for row in sheets["nodes"]}
    group = {v: group[v] for v in nodes}
    tally.compare(case, "codelength", "definition", "of the division found", length, slow.codelength(view.strength, nodes, group))
    if len(nodes) < 6:
        best = min(slow.codelength(view.strength, nodes, division) for division in slow.divisions(nodes))
        tally.compare(case, "codelength", "all divisions", "no shorter one is claimed", length >= best - 1e-9, True)
        tally.nearest = tally.nearest + [length - best]


def compare(tally, case, weighted, sheets):
    view = View(case, weighted)
    values, truss = by_networkx(case, view, weighted)
    compare_values(tally, case, view, "networkx", values, truss, sheets)
    compare_tables_with_networkx(tally, case, view, sheets)
    compare_codelength(tally, case, view, sheets)
    if view.n <= SMALL:
        values, truss, sets, blocks = by_definition(case, view, weighted)
        compare_values(tally, case, view, "definition", values, truss, sheets)
        compare_tables(tally, case, view, sets, blocks, sheets)


def measure(nonet, folder, case, weighted):
    command = [nonet, "measure", os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"), "--measures", ",".join(case.asked()),
               "--as", "json", "-q", "--directed" if case.directed else "--undirected"]
    command += ["--scale", case.scale] if case.scale else []
    command += ["--weighted"] if weighted else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


def finish(tally, case, weighted, sheets):
    try:
        compare(tally, case, weighted, sheets.result())
    except RuntimeError as failed:
        tally.wrong.append(str(failed))


def main():
    ask = argparse.ArgumentParser(description="Compare cohesion of nonet with slow versions and networkx.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--keep", help="a folder to keep the networks in")
    asked = ask.parse_args()
    chance, tally, under_way, small = random.Random(asked.seed), Tally(), deque(), 0
    tally.nearest = []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            small += len(case.nodes) <= SMALL
            folder = os.path.join(asked.keep or scratch, str(number))
            os.makedirs(folder, exist_ok=True)
            case.write(folder)
            for weighted in (False, True) if case.scale else (False,):
                under_way.append((case, weighted, team.submit(measure, asked.nonet, folder, case, weighted)))
            while len(under_way) > UNDER_WAY:
                finish(tally, *under_way.popleft())
        while under_way:
            finish(tally, *under_way.popleft())
    for name, judge in sorted(tally.values):
        print(f"{name:28s} {judge:14s} {tally.values[name, judge]:8d} values, greatest difference {tally.worst[name, judge]:.1e}")
    shortest = sum(x < 1e-9 for x in tally.nearest)
    print(f"codelength is the shortest of all divisions on {shortest} of {len(tally.nearest)} networks")
    tally.wrong += left_out("cohesion.py", [name for name, _ in tally.values])
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks ({small} by definition) compared, networkx {nx.__version__}, "
          f"seed {asked.seed}: {len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
