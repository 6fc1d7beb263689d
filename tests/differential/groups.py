#!/usr/bin/python3
"""Compare measures of brokerage and groups with networkx, python-igraph and slow versions of our own (slow_groups.py).

Random networks, directed or not, half with strengths, with isolates, loops and repeated ties; each node has a club and an age, or none.

  groups.py --nonet PATH [--graphs 1000] [--seed 1]

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
import slow_groups as slow
from apart import apart
from covered import left_out

try:
    import igraph as ig
    import networkx as nx
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx and python3-igraph)", file=sys.stderr)
    sys.exit(77)

METHODS = ("leiden", "louvain", "infomap", "walktrap", "label-propagation", "fast-greedy")
NODES = [f"{r}:club" for r in slow.ROLES] + ["effective-size", "ego-efficiency", "hierarchy", "participation:club", "within-module-z:club",
         "within-module-z-sample:club", "e-i-index-node:club", "neighbour-blau:club", "neighbour-iqv:club", "structural-class",
         "core-member", "core-member:within", "core-score"] + [f"community:{m}" for m in METHODS]
WHOLE = (["e-i-index:club", "assortativity:club", "assortativity:age", "degree-assortativity", "blau:club", "iqv:club", "modularity:club",
          "nmi:club;communities", "adjusted-rand:club;communities", "core-periphery-fit", "core-periphery-fit:within"]
         + [f"modularity:communities:{m}" for m in METHODS])
TABLES = ["brokerage:club", "local-constraint", "e-i-groups:club", "e-i-test:club", "density-matrix:club", "structural-equivalence",
          "structural-similarity", "structural-similarity:euclidean", "structural-similarity:correlation", "core-periphery",
          "core-periphery:within"]
COUNTING = 1e-12
EXACT = [f"{r}:club" for r in slow.ROLES] + ["structural-class", "e-i-index:club", "e-i-index-node:club", "blau:club", "iqv:club"]


class Case:
    def __init__(self, number, chance):
        self.number, self.directed, self.weighted = number, number % 2 == 1, number % 4 >= 2
        n = chance.randint(1, 11)
        density = chance.choice((0.1, 0.2, 0.35, 0.6, 0.9))
        self.nodes = [f"n{i}" for i in range(n)]
        clubs = chance.choice(("AB", "ABC", "ABCD"))
        self.club = {v: chance.choice(clubs) if chance.random() < 0.9 else None for v in self.nodes}
        self.age = {v: chance.randint(1, 5) if chance.random() < 0.9 else None for v in self.nodes}
        self.club[self.nodes[0]], self.age[self.nodes[0]] = "A", 3  # a column without values is none
        self.ties = []
        for i, a in enumerate(self.nodes):
            for b in self.nodes if self.directed else self.nodes[i:]:
                if chance.random() < (density / 4 if a == b else density):
                    for _ in range(2 if chance.random() < 0.1 else 1):
                        self.ties.append((a, b, chance.choice((1, 2, 3, 0.5)) if self.weighted else 1))
        chance.shuffle(self.ties)
        self.arcs = {}
        for a, b, w in self.ties:
            if a != b:
                self.arcs[a, b] = self.arcs.get((a, b), 0) + w
        if not self.weighted:
            self.arcs = dict.fromkeys(self.arcs, 1)
        if not self.directed:
            self.arcs.update({(b, a): w for (a, b), w in list(self.arcs.items())})

    def unweighted(self):
        other = object.__new__(Case)
        other.__dict__.update(self.__dict__, arcs=dict.fromkeys(self.arcs, 1))
        return other

    def write(self, folder):
        os.makedirs(folder)
        self.folder = folder
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,club,age\n" + "".join(f"{v},{self.club[v] or ''},{self.age[v] or ''}\n" for v in self.nodes))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,weight\n" + "".join(f"{a},{b},{w}\n" for a, b, w in self.ties))


def ask(nonet, case, measures):
    command = [nonet, "measure", case.folder, "--measures", measures, "--as", "json", "-q", "--directed" if case.directed else "--undirected"]
    done = subprocess.run(command + (["--weighted"] if case.weighted else []), capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)["sheets"]


def measured(nonet, case):
    """Sheets by name; a table's name is what was asked, in whose order they come."""
    got, tables = {}, iter(TABLES)
    for sheet in ask(nonet, case, ",".join(NODES + WHOLE + TABLES)):
        name = sheet["name"] if sheet["name"] in ("nodes", "whole") else next(tables)
        assert name.split(":")[0] == sheet["name"], (name, sheet["name"])
        got[name] = sheet["rows"]
    return got


# ---- judges ----


def number(x):
    return None if x is None or math.isnan(x) else x


def by_definition(case):
    plain, club = case.unweighted(), case.club
    broker = slow.brokerage(plain, club)
    groups = len(set(club.values()) - {None})
    near = {v: [club[w] for w in slow.mutual(plain)[v]] for v in case.nodes}
    size = slow.effective_size(case)
    contacts = {v: len(slow.mutual(case)[v]) for v in case.nodes}
    scale = groups / (groups - 1) if groups > 1 else None

    def scaled(x):
        return None if x is None or scale is None else x * scale

    node = {f"{r}:club": broker[r] for r in slow.ROLES}
    node.update({"effective-size": size, "ego-efficiency": {v: size[v] / contacts[v] if contacts[v] else None for v in case.nodes},
                 "hierarchy": slow.hierarchy(case), "participation:club": slow.participation(case, club),
                 "within-module-z:club": slow.within_module_z(case, club, False),
                 "within-module-z-sample:club": slow.within_module_z(case, club, True), "e-i-index-node:club": slow.e_i_node(plain, club),
                 "neighbour-blau:club": {v: slow.blau(near[v]) for v in case.nodes},
                 "neighbour-iqv:club": {v: scaled(slow.blau(near[v])) for v in case.nodes}})
    whole = {"e-i-index:club": slow.e_i(*slow.ties_by_group(plain, club)), "blau:club": slow.blau(list(club.values())),
             "iqv:club": scaled(slow.blau(list(club.values()))), "modularity:club": slow.modularity(case, club)}
    if len(case.nodes) <= 8:
        whole["core-periphery-fit"] = slow.best_core(case, "touching")
        whole["core-periphery-fit:within"] = slow.best_core(case, "within")
    return node, whole


def graph_of(case, nodes):
    g = (nx.DiGraph if case.directed else nx.Graph)()
    g.add_nodes_from((v, {"club": case.club[v], "age": case.age[v]}) for v in nodes)
    g.add_weighted_edges_from((a, b, w) for (a, b), w in case.arcs.items() if a in g and b in g)
    return g


def by_networkx(case):
    node, whole = {}, {}
    both = nx.Graph()
    both.add_nodes_from(case.nodes)
    for a, near in slow.mutual(case).items():
        both.add_weighted_edges_from((a, b, w) for b, w in near.items())
    plain = not case.directed and not case.weighted
    node["effective-size"] = {v: number(x) for v, x in nx.effective_size(both, weight=None if plain else "weight").items()}
    clubbed = graph_of(case, [v for v in case.nodes if case.club[v]])
    if clubbed.number_of_edges():
        groups = [[v for v in clubbed if case.club[v] == c] for c in sorted(set(case.club.values()) - {None})]
        whole["modularity:club"] = nx.community.modularity(clubbed, groups, weight="weight")
        if len({case.club[v] for e in clubbed.edges for v in e}) > 1:
            mixing = nx.attribute_mixing_dict(clubbed, "club", normalized=True)  # its coefficient needs numpy
            same = sum(row.get(c, 0) for c, row in mixing.items())
            chance = sum(sum(row.values()) * sum(other.get(c, 0) for other in mixing.values()) for c, row in mixing.items())
            if abs(1 - chance) > 1e-12:
                whole["assortativity:club"] = (same - chance) / (1 - chance)
    return node, whole


def by_igraph(case):
    """What igraph leaves undefined, or gives beyond -1 .. 1 by rounding, is None here."""
    whole = {}

    def graph(nodes):
        at = {v: i for i, v in enumerate(nodes)}
        arcs = {(at[a], at[b]): w for (a, b), w in case.arcs.items() if a in at and b in at and (case.directed or a < b)}
        return ig.Graph(n=len(nodes), edges=list(arcs), directed=case.directed), list(arcs.values())

    clubbed = [v for v in case.nodes if case.club[v]]
    g, weights = graph(clubbed)
    types = [ord(case.club[v]) - ord("A") for v in clubbed]
    if g.ecount():
        whole["modularity:club"] = number(g.modularity(types, weights=weights, directed=case.directed))
        whole["assortativity:club"] = number(g.assortativity_nominal(types, directed=case.directed))
    aged = [v for v in case.nodes if case.age[v]]
    g, _ = graph(aged)
    x = [case.age[a] for a, b in case.arcs if a in aged and b in aged], [case.age[b] for a, b in case.arcs if a in aged and b in aged]
    alike = len(set(x[0])) < 2 or len(set(x[1])) < 2
    whole["assortativity:age"] = None if alike else number(g.assortativity([case.age[v] for v in aged], directed=case.directed))
    g, _ = graph(case.nodes)
    out, into = {}, {}
    for a, b in case.arcs:
        out[a], into[b] = out.get(a, 0) + 1, into.get(b, 0) + 1
    ends = [out[a] for a, _ in case.arcs], [into[b] for _, b in case.arcs]
    alike = len(set(ends[0])) < 2 or len(set(ends[1])) < 2
    whole["degree-assortativity"] = None if alike else number(g.assortativity_degree(directed=case.directed))
    return {}, whole


# ---- comparing ----


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, name, judge, where, got, want):
        line = f"{name} ({judge})"
        self.values[line] = self.values.get(line, 0) + 1
        far = apart(got, want)
        self.worst[line] = max(self.worst.get(line, 0), far)
        if not far <= (COUNTING if name in EXACT else 1e-9):
            self.wrong.append(f"network {case.number} ({'directed' if case.directed else 'undirected'}, "
                              f"{'weighted' if case.weighted else 'unweighted'}): {line} {where}: nonet {got}, judge {want}")

    def check(self, case, name, holds, text):
        self.values[name] = self.values.get(name, 0) + 1
        self.worst[name] = max(self.worst.get(name, 0), 0 if holds else math.inf)
        if not holds:
            self.wrong.append(f"network {case.number}: {name}: {text}")


def compare_values(tally, case, got):
    rows = {row["node"]: row for row in got["nodes"]}
    whole = {row["measure"]: row["value"] for row in got["whole"]}
    for judge, (node_values, whole_values) in (("definition", by_definition(case)), ("networkx", by_networkx(case)),
                                               ("igraph", by_igraph(case))):
        for name, want in node_values.items():
            for v in case.nodes:
                tally.compare(case, name, judge, v, rows[v][name], want[v])
        for name, want in whole_values.items():
            tally.compare(case, name, judge, "", whole[name], want)
    return rows, whole


def compare_classes(tally, case, rows, got):
    classes = slow.structural_classes(case)
    for v in case.nodes:
        mine = frozenset(w for w in case.nodes if rows[w]["structural-class"] == rows[v]["structural-class"])
        tally.check(case, "structural-class (definition)", mine == classes[v], f"{v}: {sorted(mine)}, not {sorted(classes[v])}")
    listed = {row["member"]: row["set"] for row in got["structural-equivalence"]}
    for v in case.nodes:
        want = str(int(rows[v]["structural-class"])) if len(classes[v]) > 1 else None
        tally.check(case, "structural-equivalence (definition)", listed.get(v) == want, f"{v}: {listed.get(v)}, not {want}")
    for what, column in (("jaccard", "jaccard"), ("euclidean", "distance"), ("correlation", "correlation")):
        name = "structural-similarity" + ("" if what == "jaccard" else ":" + what)
        assert len(got[name]) == len(case.nodes) * (len(case.nodes) - 1) // 2
        for row in got[name]:
            tally.compare(case, name, "definition", (row["from"], row["to"]), row[column], slow.likeness(case, row["from"], row["to"], what))


def numbered(values):
    """0, 1 .. in place of values: igraph takes no number that is not below their count."""
    order = sorted(set(values))
    return [order.index(x) for x in values]


def compare_communities(tally, case, rows, whole):
    undirected = case.unweighted() if not case.weighted else case
    net = object.__new__(Case)
    net.__dict__.update(undirected.__dict__, directed=False, arcs={})
    for (a, b), w in case.arcs.items():  # read as undirected: strengths both ways add up, unweighted a pair is a tie
        for pair in ((a, b), (b, a)) if case.directed else ((a, b),):
            net.arcs[pair] = net.arcs.get(pair, 0) + w if case.weighted else 1
    at = {v: i for i, v in enumerate(case.nodes)}
    edges = [(at[a], at[b]) for a, b in net.arcs if a < b]
    weights = [w for (a, b), w in net.arcs.items() if a < b]
    g = ig.Graph(n=len(case.nodes), edges=edges)
    best = g.modularity(g.community_optimal_modularity(weights=weights).membership, weights=weights) if edges else 0
    for m in METHODS:
        column = f"community:{m}"
        group = {v: int(rows[v][column]) for v in case.nodes}
        tally.compare(case, f"modularity:communities:{m}", "definition", "", whole[f"modularity:communities:{m}"], slow.modularity(case, group))
        sizes = [list(group.values()).count(h) for h in range(1, max(group.values()) + 1)]
        tally.check(case, f"{column} numbered by size", sizes == sorted(sizes, reverse=True) and min(sizes) > 0, f"{sizes}")
        q = slow.modularity(net, group)
        if q is not None:
            tally.check(case, f"{column} at most the optimum", q <= best + 1e-9, f"{q} > {best}")
        if m == "leiden" and q is not None:
            tally.check(case, f"{column} within 0.05 of the optimum", q >= best - 0.05, f"{q} < {best}")
        if m == "label-propagation":
            for v in case.nodes:
                around = {}
                for (a, b), w in net.arcs.items():
                    if a == v:
                        around[group[b]] = around.get(group[b], 0) + w
                holds = not around or around.get(group[v], 0) >= max(around.values()) - 1e-9
                tally.check(case, f"{column} is the heaviest around", holds, f"{v}: {around}")
    g = ig.compare_communities
    both = [v for v in case.nodes if case.club[v]]
    a, b = numbered([case.club[v] for v in both]), numbered([rows[v]["community:leiden"] for v in both])
    tally.compare(case, "nmi:club;communities", "igraph", "", whole["nmi:club;communities"], number(g(a, b, method="nmi")))
    if len(both) > 1:
        want = number(g(a, b, method="adjusted_rand"))
        same = len(set(a)) == len(set(b)) == len(set(zip(a, b))) and len(set(a)) in (1, len(both))
        tally.compare(case, "adjusted-rand:club;communities", "igraph", "", whole["adjusted-rand:club;communities"], 1 if same else want)


def compare_cores(tally, case, rows, whole):
    for ideal in ("touching", "within"):
        name = "core-member" + (":within" if ideal == "within" else "")
        fit = whole["core-periphery-fit" + (":within" if ideal == "within" else "")]
        core = {v for v in case.nodes if rows[v][name]}
        if fit is not None:
            tally.compare(case, name, "fit of that core", "", slow.core_fit(case, core, ideal), fit)
        else:
            tally.check(case, f"{name} undefined", all(rows[v][name] is None for v in case.nodes), f"{core}")
    u = {v: rows[v]["core-score"] for v in case.nodes}
    if any(x is None for x in u.values()):
        return
    # stationary: the scale s^2 = sum a_ij u_j / (u_i (1 - u_i^2)) is one for all i in the core
    z = slow.mutual(case)
    half = {v: {w: x / 2 for w, x in near.items()} for v, near in z.items()}
    slope = {v: sum(x * u[w] for w, x in half[v].items()) for v in case.nodes}
    inner = {v: slope[v] / (u[v] * (1 - u[v] ** 2)) for v in case.nodes if u[v] > 1e-6 and u[v] < 1 - 1e-9}
    tally.check(case, "core-score has length 1", abs(sum(x * x for x in u.values()) - 1) < 1e-9, f"{u}")
    if inner:
        tally.check(case, "core-score is stationary", max(inner.values()) - min(inner.values()) < 1e-5 * max(inner.values()), f"{inner}")


def compare_core_tables(tally, case, rows, whole, got):
    """Core and scores as those of the nodes; the core is the smallest of the best ones."""
    for ideal in ("touching", "within"):
        end = ":within" if ideal == "within" else ""
        listed = got["core-periphery" + end]
        core = {row["node"] for row in listed if row["core"]}
        for row in listed:
            tally.compare(case, "core-periphery", "core-member", row["node"], row["core"], rows[row["node"]]["core-member" + end])
            tally.compare(case, "core-periphery", "core-score", row["node"], row["score"], rows[row["node"]]["core-score"])
        fit = whole["core-periphery-fit" + end]
        if fit is not None and len(case.nodes) <= 8:
            tally.compare(case, "core-periphery", "size of the smallest best core", "", len(core), slow.smallest_core(case, ideal, fit))


def compare_tables(tally, case, got):
    plain, club = case.unweighted(), case.club
    constraint = slow.local_constraint(case)
    listed = {(row["from"], row["to"]): row["local-constraint"] for row in got["local-constraint"]}
    assert len(listed) == len(got["local-constraint"])
    for pair in sorted(set(constraint) | set(listed)):
        tally.compare(case, "local-constraint", "definition", pair, listed.get(pair), constraint.get(pair))
    for row in got["e-i-groups:club"]:
        h = row["member"]
        pairs = {(a, b) for a, b in case.arcs if club[a] and club[b] and h in (club[a], club[b]) and (case.directed or a < b)}
        inside = sum(club[a] == club[b] for a, b in pairs)
        tally.compare(case, "e-i-groups:club", "definition", h, row["e-i-index"], slow.e_i(len(pairs) - inside, inside))
        tally.compare(case, "e-i-groups:club", "definition", h, row["members"], list(club.values()).count(h))
    for row in got["density-matrix:club"]:
        want = slow.density(case, club, row["from"], row["to"])
        tally.compare(case, "density-matrix:club", "definition", (row["from"], row["to"]), row["density"], want)
    if len(case.nodes) > 6:
        return
    if any(slow.ties_by_group(plain, club)):
        mean, sd = slow.e_i_by_chance(plain, club)
        tally.compare(case, "e-i-test:club", "all deals", "mean", got["e-i-test:club"][0]["mean"], mean)
        tally.compare(case, "e-i-test:club", "all deals", "sd", got["e-i-test:club"][0]["sd"], sd)
    for row in got["brokerage:club"] if len(case.nodes) > 1 else []:
        if club[row["node"]] is None:
            tally.check(case, "brokerage:club without group", row["expected"] is None, row["node"])
            continue
        mean, sd = slow.brokerage_by_chance(plain, club, row["node"], row["role"])
        tally.compare(case, "brokerage:club", "pairs of triples", (row["node"], row["role"], "mean"), row["expected"], mean)
        # a deviation is the root of a difference: rounding of 1e-16 becomes 1e-8
        if sd < 1e-6:
            tally.check(case, "brokerage:club sd of 0", row["sd"] < 1e-6, f"{row['sd']}")
        else:
            tally.compare(case, "brokerage:club", "pairs of triples", (row["node"], row["role"], "sd"), row["sd"], sd)


def compare(tally, case, got):
    rows, whole = compare_values(tally, case, got)
    compare_classes(tally, case, rows, got)
    compare_communities(tally, case, rows, whole)
    compare_cores(tally, case, rows, whole)
    compare_core_tables(tally, case, rows, whole, got)
    compare_tables(tally, case, got)


def main():
    arguments = argparse.ArgumentParser(description="Compare nonet with networkx, igraph and slow versions on random networks.")
    arguments.add_argument("--nonet", required=True, help="the program")
    arguments.add_argument("--graphs", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    chance, tally, under_way = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for i in range(asked.graphs):
            case = Case(i, chance)
            case.write(os.path.join(scratch, str(i)))
            under_way.append((case, team.submit(measured, asked.nonet, case)))
        for case, job in under_way:
            try:
                compare(tally, case, job.result())
            except RuntimeError as failed:
                tally.wrong.append(str(failed))
    for name in sorted(tally.values):
        print(f"{name:56s} {tally.values[name]:8d} values, greatest difference {tally.worst[name]:.1e}")
    tally.wrong += left_out("groups.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks compared, networkx {nx.__version__}, igraph {ig.__version__}, "
          f"seed {asked.seed}: {len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
