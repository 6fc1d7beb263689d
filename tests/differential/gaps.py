#!/usr/bin/python3
"""Compare the gains that `nonet gaps` predicts with networkx, which measures the network again with each tie in it.

Random networks: one mode, two modes, partners with ties and strategies, and directed ones; islands, isolates, layers. Every missing tie and membership of
each is asked for, under every goal; its gain must be what the goal is at with the tie, less what it was, within 1e-12, and its scores
those of networkx (Adamic-Adar, resource allocation, Jaccard) or, for memberships, of the definition. In directed networks ways follow
the arcs, components are strong ones, and connectivity is judged by losing every set of nodes. Plans of two ties are compared with
every pair of gaps, new strategies with every set, sets that close all bridges with every smaller set.

  gaps.py --nonet PATH [--graphs 1000] [--seed 1]

Exit status: 0 all agree, 1 a difference, 77 a package is missing (said on stderr).
"""
import argparse
import csv
import io
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile

try:
    import networkx as nx
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx)", file=sys.stderr)
    sys.exit(77)

GOALS = ["efficiency", "components", "cut-points", "bridges", "connectivity", "coverage", "closeness"]


class Case:
    """A random network: partners, perhaps strategies, perhaps ties between partners."""

    def __init__(self, number, chance):
        self.number, self.form = number, ("one", "two", "mixed", "arcs")[number % 4]
        self.directed = self.form == "arcs"
        partners = chance.randint(4, 8 if self.directed else 11)
        self.kind = {f"p{i + 1}": "partner" for i in range(partners)}
        if self.form in ("two", "mixed") or (self.directed and chance.random() < 0.3):
            self.kind.update({f"s{i + 1}": "strategy" for i in range(chance.randint(2, 5))})
        density = chance.choice((0.1, 0.2, 0.35, 0.6))
        self.g = nx.DiGraph() if self.directed else nx.Graph()
        self.g.add_nodes_from(self.kind)
        self.layer = {v: set() for v in self.kind}
        self.rows = []
        first = True
        for v, w in (itertools.permutations if self.directed else itertools.combinations)(self.kind, 2):
            kinds = {self.kind[v], self.kind[w]}
            if kinds == {"strategy"} or (self.form == "two" and len(kinds) == 1):
                continue
            if chance.random() < density or (first and len(kinds) == 2):
                layer = chance.choice("LMN")
                self.g.add_edge(v, w)
                self.rows.append((v, w, layer))
                self.layer[v].add(layer)
                self.layer[w].add(layer)
                first = first and len(kinds) == 1
        if self.form == "mixed" and not any(self.kind[v] == self.kind[w] for v, w in self.g.edges):
            self.form = "two"  # without ties between partners it has two modes
        if self.directed and len(set(self.kind.values())) == 2 and not any(self.kind[v] == self.kind[w] for v, w in self.g.edges):
            self.form, self.g = "two", self.g.to_undirected()  # memberships are read both ways
        for layer, v in (("L", "p1"), ("M", "p2")):  # declared: both layers have a member
            self.layer[v].add(layer)

    def judged(self, goal):
        """The network as the goal reads it: without direction for bridges and cut points."""
        return self.g.to_undirected() if goal in ("cut-points", "bridges") else self.g

    def gaps(self, goal, between=False):
        g = self.judged(goal)
        for v, w in (itertools.permutations if g.is_directed() else itertools.combinations)(self.kind, 2):
            strategies = (self.kind[v] == "strategy") + (self.kind[w] == "strategy")
            if g.is_directed() and self.kind[v] == "strategy":
                continue  # a membership goes from the partner
            if between and not self.across(v, w):
                continue
            if g.has_edge(v, w) or strategies == 2 or (self.form == "two" and strategies == 0):
                continue
            yield v, w

    def across(self, v, w):
        return ("L" in self.layer[v] and "M" in self.layer[w]) or ("M" in self.layer[v] and "L" in self.layer[w])

    def write(self, folder):
        os.makedirs(folder)
        self.folder = folder
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,kind,layer\n" + "".join(f"{v},{k},{';'.join(sorted(self.layer[v]))}\n" for v, k in self.kind.items()))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,layer\n" + "".join(f"{v},{w},{layer}\n" for v, w, layer in self.rows))

    def value(self, g, goal, of=None):
        """What the goal is at, more being better; over the nodes of the case alone, whatever else g holds."""
        if goal == "components":
            return -(nx.number_strongly_connected_components(g) if g.is_directed() else nx.number_connected_components(g))
        if goal == "connectivity" and g.is_directed():
            return directed_connectivity(g)
        if goal == "cut-points":
            return -len(list(nx.articulation_points(g)))
        if goal == "bridges":
            return -len(list(nx.bridges(g)))
        if goal == "connectivity":
            return nx.node_connectivity(g)
        far = dict(nx.all_pairs_shortest_path_length(g))
        pairs = list((itertools.permutations if g.is_directed() else itertools.combinations)(self.kind, 2))
        if goal == "coverage":
            return sum(far[v].get(w, math.inf) <= 2 for v, w in pairs if of in (None, v) or (of == w and not g.is_directed()))
        if goal == "closeness":
            pairs = [(v, w) for v, w in pairs if self.across(v, w)]
        return math.fsum(1 / far[v][w] for v, w in pairs if w in far[v]) / len(pairs) if pairs else 0


def directed_connectivity(g):
    """Fewest nodes whose loss leaves some node without a way to another."""
    for size in range(len(g) - 1):
        for lost in itertools.combinations(g, size):
            if not nx.is_strongly_connected(g.subgraph(set(g) - set(lost))):
                return size
    return len(g) - 1


def with_ties(g, ties):
    then = g.copy()
    then.add_edges_from(ties)
    return then


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, what, where, got, want, tolerance=1e-12):
        self.values[what] = self.values.get(what, 0) + 1
        apart = abs(got - want)
        self.worst[what] = max(self.worst.get(what, 0), apart)
        if not apart <= tolerance:
            self.wrong.append(f"network {case.number} ({case.form}): {what} {where}: nonet {got}, judge {want}")


def ask(nonet, case, *options):
    full = [nonet, "gaps", os.path.join(case.folder, "nodes.csv"), os.path.join(case.folder, "ties.csv"), "-q", *options,
            *(["--directed"] if case.directed else [])]
    done = subprocess.run(full, capture_output=True, text=True)
    if done.returncode == 1:
        return None
    if done.returncode:
        raise RuntimeError(f"network {case.number}: {' '.join(full)}\nexit {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def table(text):
    return list(csv.DictReader(io.StringIO(text))) if text else []


def shared(case, near, v, w):
    """Who is shared: common neighbours, or for a membership all between the ends on ways of two or three steps."""
    near_v, near_w = set(near[v]), set(near[w])
    both = near_v & near_w
    if case.kind[v] != case.kind[w]:
        both |= {z for z in near_v if near_w & set(near[z])} | {z for z in near_w if near_v & set(near[z])}
    return both


def compare_scores(tally, case, row):
    v, w = row["from"], row["to"]
    near = case.g.to_undirected()
    both, union = shared(case, near, v, w), set(near[v]) | set(near[w])
    want = {"shared": len(both), "jaccard": len(both) / len(union) if union else 0}
    if case.kind[v] == case.kind[w]:
        want["adamic-adar"] = next(nx.adamic_adar_index(near, [(v, w)]))[2]
        want["resource-allocation"] = next(nx.resource_allocation_index(near, [(v, w)]))[2]
        want["jaccard"] = next(nx.jaccard_coefficient(near, [(v, w)]))[2]
    else:
        want["adamic-adar"] = math.fsum(1 / math.log(near.degree(z)) for z in both if near.degree(z) > 1)
        want["resource-allocation"] = math.fsum(1 / near.degree(z) for z in both)
    for name, value in want.items():
        tally.compare(case, name, f"{v} - {w}", float(row[name]), value)


def compare_singles(tally, nonet, case, goal, options, of=None, between=False):
    rows = table(ask(nonet, case, "--goal", goal, "--top", "10000", "--as", "csv", *options))
    g = case.judged(goal)
    name = tuple if g.is_directed() else frozenset
    gaps = {name(pair) for pair in case.gaps(goal, between) if of is None or of in pair}
    named = {name((row["from"], row["to"])) for row in rows}
    if gaps != named:
        tally.wrong.append(f"network {case.number} ({case.form}): gaps for {goal}: {named ^ gaps}")
    before = case.value(g, goal, of)
    best = -math.inf
    for row in reversed(rows):
        pair = row["from"], row["to"]
        gain = float(row["gain"])
        tally.compare(case, goal, "%s - %s" % pair, gain, case.value(with_ties(g, [pair]), goal, of) - before)
        if gain < best - 1e-12:
            tally.wrong.append(f"network {case.number}: {goal}: {pair} stands too high")
        best = max(best, gain)
        compare_scores(tally, case, row)


def compare_plan(tally, nonet, case, goal):
    """Two ties together against every pair of gaps, and one alone."""
    text = ask(nonet, case, "--goal", goal, "--budget", "2", "--as", "json", *(["--between", "L,M"] if goal == "closeness" else []))
    gaps = list(case.gaps(goal))
    if text is None:
        return
    answer = json.loads(text)
    rows = answer["sheets"][0]["rows"]
    g = case.judged(goal)
    before = case.value(g, goal)
    chosen = [(row["from"], row["to"]) for row in rows]
    total = rows[-1]["total"] if rows else 0
    tally.compare(case, f"plan for {goal}", str(chosen), total, case.value(with_ties(g, chosen), goal) - before)
    sets = [[pair] for pair in gaps] + [list(pairs) for pairs in itertools.combinations(gaps, 2)]
    if len(sets) > (200 if case.directed else 600):
        return
    best = max([0.0] + [case.value(with_ties(g, ties), goal) - before for ties in sets])
    if total > best + 1e-12:
        tally.wrong.append(f"network {case.number}: plan for {goal}: {total} is more than can be, {best}")
    proved = any("none gains more" in s or "can gain more;" in s for s in answer["sentences"])
    tally.values["plans proved"] = tally.values.get("plans proved", 0) + proved
    if proved:
        tally.compare(case, f"best plan for {goal}", str(chosen), total, best)
    else:
        said = next(s for s in answer["sentences"] if "gain more than " in s)
        bound = float(said.split("gain more than ")[1].split(",")[0])
        if bound < best - 1e-3 * abs(best):
            tally.wrong.append(f"network {case.number}: plan for {goal}: the bound {bound} is below what can be, {best}")


def compare_strategies(tally, nonet, case, goal):
    partners = [v for v in case.kind if case.kind[v] == "partner"]
    rows = table(ask(nonet, case, "--suggest", "strategies", "--budget", "3", "--goal", goal, "--top", "1", "--as", "csv",
                     *(["--between", "L,M"] if goal == "closeness" else [])))
    g = case.g.to_undirected()
    before = case.value(g, goal)
    gain = {}
    for members in itertools.combinations(partners, 3):
        gain[frozenset(members)] = case.value(with_ties(g, [("new", v) for v in members]), goal) - before
    if rows:
        found = frozenset(row["member"] for row in rows)
        tally.compare(case, f"strategy for {goal}", str(sorted(found)), float(rows[0]["gain"]), gain[found])
        tally.compare(case, f"best strategy for {goal}", str(sorted(found)), float(rows[0]["gain"]), max(gain.values()))


def compare_bridges(tally, nonet, case):
    """The fewest ties that leave no bridge: no smaller set of gaps does."""
    text = ask(nonet, case, "--goal", "bridges", "--as", "json")
    if text is None or case.g.is_directed():
        return
    sheets = [sheet for sheet in json.loads(text)["sheets"] if sheet["name"] == "bridge-closing"]
    if not sheets:
        return
    ties = [(row["from"], row["to"]) for row in sheets[0]["rows"]]
    tally.compare(case, "bridges left", str(ties), -case.value(with_ties(case.g, ties), "bridges"), 0)
    smaller = itertools.chain.from_iterable(itertools.combinations(list(case.gaps("bridges")), k) for k in range(min(len(ties), 3)))
    if any(case.value(with_ties(case.g, some), "bridges") == 0 for some in smaller):
        tally.wrong.append(f"network {case.number}: {len(ties)} ties close all bridges, and fewer do")


def compare_case(tally, nonet, case, chance):
    goal = GOALS[case.number // 4 % len(GOALS)]
    compare_singles(tally, nonet, case, goal, ["--between", "L,M"] if goal == "closeness" else [])
    one = chance.choice([v for v in case.kind if case.kind[v] == "partner"])
    if goal not in ("closeness", "coverage"):
        compare_singles(tally, nonet, case, goal, ["--between", "L,M"], between=True)
    if goal == "coverage":
        compare_singles(tally, nonet, case, goal, ["--for", one], of=one)
    compare_plan(tally, nonet, case, goal)
    compare_strategies(tally, nonet, case, goal)
    compare_bridges(tally, nonet, case)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--nonet", required=True)
    options.add_argument("--graphs", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    chance, tally = random.Random(asked.seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(asked.graphs):
            case = Case(number, chance)
            case.write(os.path.join(folder, str(number)))
            compare_case(tally, asked.nonet, case, chance)
    for what in sorted(tally.values):
        print(f"{what:28}{tally.values[what]:>8} values, greatest difference {tally.worst.get(what, 0):.2g}")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    print(f"{asked.graphs} networks, {sum(tally.values.values())} values, {len(tally.wrong)} differences")
    sys.exit(1 if tally.wrong else 0)


if __name__ == "__main__":
    main()
