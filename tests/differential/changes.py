#!/usr/bin/python3
"""Compare `nonet changes`, `nonet plan` and `nonet review` with networkx on random pairs of networks.

Changes: what the answer lists is applied to the first network, row by row, and must give the second: nodes with kinds, memberships, ties with
ends, kind, layer and weight, repeated ones too. Degree and betweenness before and after are networkx's. Joint working is counted here pair by
pair, and its four parts must be the change of the index in fractions. In the picture every node stands in the same place whichever network
comes first. Two networks of different direction must be refused. Plans: predicted and realised gains, and what came from the plan, are
measured with networkx on networks that are changed here.

  changes.py --nonet PATH [--graphs 500] [--seed 1] [--keep DIR]

Exit status: 0 all agree, 1 a difference, 77 networkx is not there.
"""
import argparse
import csv
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from itertools import combinations

sys.dont_write_bytecode = True
try:
    import networkx as nx
except ImportError:
    print("networkx is not there")
    sys.exit(77)

LIMIT = 1e-9
LAYERS, TIE_KINDS = ["E", "H", "S", ""], ["leads", "funds", ""]


class Net:
    """nodes {key: (kind, declared layers)}, ties [(from, to, layer, kind, weight or None)]."""

    def __init__(self, directed):
        self.directed, self.nodes, self.ties = directed, {}, []

    def copy(self):
        other = Net(self.directed)
        other.nodes, other.ties = dict(self.nodes), list(self.ties)
        return other

    def what(self, tie):
        a, b = tie[:2] if self.directed else sorted(tie[:2])
        return (a, b, *tie[2:])

    def members(self):
        found = {(v, layer) for v, (_, layers) in self.nodes.items() for layer in layers}
        return found | {(v, t[2]) for t in self.ties for v in t[:2] if t[2]}

    def simple(self):
        g = nx.DiGraph() if self.directed else nx.Graph()
        g.add_nodes_from(self.nodes)
        g.add_edges_from(t[:2] for t in self.ties if t[0] != t[1])
        return g

    def strategies(self):
        kinds = {k for k, _ in self.nodes.values()} - {""}
        return {v for v, (k, _) in self.nodes.items() if k == "strategy"} if len(kinds) > 1 else set()

    def joint(self, weighted):
        """Joint working of each pair of partners, and the partners."""
        sides = self.strategies()
        partners = sorted(set(self.nodes) - sides)
        strength = Counter()
        for a, b, _, _, weight in self.ties:
            if a != b:
                strength[frozenset((a, b))] += (1 if weight is None else weight) if weighted else 1
        work = {}
        for a, b in combinations(partners, 2):
            shared = strength[frozenset((a, b))]
            for s in sides:
                x, y = strength[frozenset((a, s))], strength[frozenset((b, s))]
                if x and y:
                    shared += min(x, y) if weighted else 1
            if shared:
                work[a, b] = shared
        return work, partners


def make(chance, directed):
    net = Net(directed)
    sided, n = chance.random() < 0.6, chance.choice([2, 4, 7, 11])
    for i in range(n):
        kind = ("strategy" if i % 3 == 0 else "partner") if sided else ""
        net.nodes[f"n{i}"] = (kind, tuple(sorted(chance.sample(LAYERS[:3], chance.choice([0, 0, 1, 2])))))
    for _ in range(int(n * chance.choice([0.5, 1.2, 2]))):
        tie = random_tie(net, chance)
        net.ties += [tie] * (2 if chance.random() < 0.2 else 1)
    return net


def random_tie(net, chance):
    a, b = chance.choice(list(net.nodes)), chance.choice(list(net.nodes))
    return (a, b, chance.choice(LAYERS), chance.choice(TIE_KINDS), chance.choice([None, 1, 2, 3, 0.5]))


def turn(net, chance):
    """Another state of the network."""
    then = net.copy()
    for _ in range(chance.choice([0, 1, 3, 8])):
        kind = chance.choice(["leave", "come", "untie", "untie", "tie", "tie", "weigh", "member", "kind"])
        keys = list(then.nodes)
        if kind == "leave" and len(keys) > 1:
            v = chance.choice(keys)
            del then.nodes[v]
            then.ties = [t for t in then.ties if v not in t[:2]]
        elif kind == "come":
            then.nodes[f"m{chance.randint(0, 9)}"] = (chance.choice(["partner", "strategy"]), ("H",))
        elif kind == "untie" and then.ties:
            then.ties.remove(chance.choice(then.ties))
        elif kind == "tie":
            then.ties.append(random_tie(then, chance))
        elif kind == "weigh" and then.ties:
            i = chance.randrange(len(then.ties))
            then.ties[i] = (*then.ties[i][:4], chance.choice([1, 2, 3, 0.5]))
        elif kind in ("member", "kind"):
            v = chance.choice(keys)
            old, layers = then.nodes[v]
            then.nodes[v] = (old, ("S",)) if kind == "member" else (chance.choice(["partner", "strategy", old]), layers)
    chance.shuffle(then.ties)
    return then


def write(net, folder, name):
    path = os.path.join(folder, name)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "nodes.csv"), "w", newline="") as f:
        rows = csv.writer(f)
        rows.writerow(["id", "kind", "layer"])
        rows.writerows([v, kind, ";".join(layers)] for v, (kind, layers) in net.nodes.items())
    with open(os.path.join(path, "ties.csv"), "w", newline="") as f:
        rows = csv.writer(f)
        rows.writerow(["from", "to", "layer", "kind", "weight"])
        rows.writerows([*t[:4], "" if t[4] is None else t[4]] for t in net.ties)
    return path


def call(nonet, *words, status=0):
    done = subprocess.run([nonet, *words, "-q"], capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != status:
        raise AssertionError(f"{' '.join(words)}: status {done.returncode}: {done.stderr}")
    return done


def answer(nonet, *words):
    found = json.loads(call(nonet, *words, "--as", "json").stdout)
    return found, {s["name"]: s["rows"] for s in found["sheets"]}


class Tally:
    def __init__(self):
        self.numbers, self.worst = 0, 0.0

    def near(self, what, got, want):
        self.numbers += 1
        if got is None or want is None:
            assert got is want, f"{what} is {got}, not {want}"
            return
        off = abs(got - want) / max(1, abs(want))
        self.worst = max(self.worst, off)
        assert off <= LIMIT, f"{what} is {got}, not {want}"

    def same(self, what, got, want):
        self.numbers += 1
        assert got == want, f"{what} is {got}, not {want}"


# ---- changes ----


def weight_of(value):
    return 1 if value is None else value


def apply(before, sheets):
    """The first network with what the sheets list."""
    nodes = {v: kind for v, (kind, _) in before.nodes.items()}
    for row in sheets["nodes"]:
        if row["change"] == "went":
            del nodes[row["node"]]
        else:
            nodes[row["node"]] = row["kind-after"]
    members = before.members()
    for row in sheets["memberships"]:
        at = (row["node"], row["layer"])
        assert (at in members) == (row["change"] == "went"), f"membership {at} cannot have {row['change']}"
        (members.remove if row["change"] == "went" else members.add)(at)
    ties = Counter((*before.what(t)[:4], weight_of(t[4])) for t in before.ties)
    for row in sheets["ties"]:
        ends = before.what((row["from"], row["to"], row["layer"], row["kind"], None))[:4]
        if row["change"] != "came":
            ties[(*ends, weight_of(row["weight-before"]))] -= 1
        if row["change"] != "went":
            ties[(*ends, weight_of(row["weight-after"]))] += 1
    assert min(ties.values(), default=0) >= 0, f"a tie went that was not there: {ties}"
    return nodes, members, +ties


def check_applied(before, after, sheets, tally):
    nodes, members, ties = apply(before, sheets)
    tally.same("nodes", nodes, {v: kind for v, (kind, _) in after.nodes.items()})
    tally.same("memberships", members, after.members())
    tally.same("ties", ties, Counter((*after.what(t)[:4], weight_of(t[4])) for t in after.ties))
    same = before.nodes.keys() == after.nodes.keys()
    if not sheets["nodes"] and not sheets["ties"] and not sheets["memberships"]:
        assert same, "nothing is listed, and nodes differ"


def check_nodes(before, after, sheets, tally):
    listed = {r["node"]: r for r in sheets["nodes"]}
    for net, when in ((before, "before"), (after, "after")):
        between = nx.betweenness_centrality(net.simple(), normalized=False)
        degree = Counter(v for t in net.ties for v in t[:2])
        for v, row in listed.items():
            tally.near(f"degree {when} of {v}", row[f"degree-{when}"], degree[v] if v in net.nodes else None)
            tally.near(f"betweenness {when} of {v}", row[f"betweenness-{when}"], between.get(v))
    degree = [Counter(v for t in net.ties for v in t[:2]) for net in (before, after)]
    for v in before.nodes.keys() & after.nodes.keys():
        if degree[0][v] != degree[1][v]:
            assert v in listed, f"{v} has another degree and is not listed"
    rows = {r["measure"]: r for r in sheets["change"]}
    for net, when in ((before, "before"), (after, "after")):
        tally.near(f"components {when}", rows["components"][when], nx.number_connected_components(net.simple().to_undirected()))
        tally.near(f"ties {when}", rows["ties"][when], len(net.ties))


def check_joint(before, after, weighted, sheets, tally):
    (had, old), (has, new) = before.joint(weighted), after.joint(weighted)
    pairs = had.keys() | has.keys()
    p, q = len(old) * (len(old) - 1) // 2, len(new) * (len(new) - 1) // 2
    rows = {r["measure"]: r for r in sheets["joint-working"]}
    both = [x for x in pairs if x in had and x in has]
    whole = lambda numbers: sum(map(Fraction, numbers), Fraction(0))
    exact = {"new": whole(has[x] for x in pairs if x not in had), "lost": whole(had[x] for x in pairs if x not in has),
             "kept": whole(had[x] for x in both), "deepened": whole(has[x] for x in both) - whole(had[x] for x in both)}
    for part, amount in exact.items():
        tally.same(f"joint work {part}", Fraction(rows[part]["joint-work"]), amount)
    tally.same("joint work before", Fraction(rows["index-before"]["joint-work"]), whole(had.values()))
    tally.same("joint work after", Fraction(rows["index-after"]["joint-work"]), whole(has.values()))
    tally.same("possible pairs", (rows["index-before"]["pairs"], rows["index-after"]["pairs"]), (p, q))
    if p and q:
        part = {"new": exact["new"] / q, "deepened": exact["deepened"] / q, "lost": -exact["lost"] / p,
                "kept": exact["kept"] * (Fraction(1, q) - Fraction(1, p))}
        index = [Fraction(rows[f"index-{w}"]["joint-work"]) / n for w, n in (("before", p), ("after", q))]
        tally.same("the four parts together", sum(part.values()), index[1] - index[0])
        for name, value in part.items():
            tally.near(f"part {name}", rows[name]["value"], float(value))
        tally.near("index after", rows["index-after"]["value"], float(index[1]))
    want = {x: (had.get(x, 0), has.get(x, 0)) for x in pairs if had.get(x, 0) != has.get(x, 0)}
    got = {tuple(sorted((r["from"], r["to"]))): (r["before"], r["after"]) for r in sheets["joint-pairs"]}
    tally.same("pairs that changed", got, want)


def places(nonet, folder, one, other, how):
    path = os.path.join(folder, "both.dot")
    call(nonet, "changes", one, other, how, "-o", path)
    return dict(re.findall(r'\n  "?(\w+)"? \[pos="([^"]+)"', open(path).read()))


def check_changes(nonet, folder, number, before, after, chance, tally):
    one, other = write(before, folder, "one"), write(after, folder, "other")
    how = "--directed" if before.directed else "--undirected"
    weighted = chance.random() < 0.4
    found, sheets = answer(nonet, "changes", one, other, how, *(["--weighted"] if weighted else []))
    check_applied(before, after, sheets, tally)
    check_joint(before, after, weighted, sheets, tally)
    if not weighted:
        check_nodes(before, after, sheets, tally)
    found, sheets = answer(nonet, "changes", one, one, how)
    tally.same("the verdict of no change", found["verdict"], "nothing changed")
    tally.same("what is listed of no change", [len(sheets[s]) for s in ("nodes", "memberships", "ties", "joint-pairs")], [0, 0, 0, 0])
    if number % 8 == 0:
        there, back = places(nonet, folder, one, other, how), places(nonet, folder, other, one, how)
        tally.same("places", there, back)
        tally.same("who is drawn", set(there), before.nodes.keys() | after.nodes.keys())
    if before.ties and after.ties and number % 8 == 1:
        with open(os.path.join(other, "ties.csv"), "w") as f:
            f.write("from,to,direction\n" + "".join(f"{t[0]},{t[1]},{'undirected' if before.directed else 'directed'}\n" for t in after.ties))
        if before.directed:
            with open(os.path.join(one, "ties.csv"), "w") as f:
                f.write("from,to,direction\n" + "".join(f"{t[0]},{t[1]},directed\n" for t in before.ties))
        said = call(nonet, "changes", one, other, status=2).stderr
        tally.same("what is said of two directions", "is directed and" in said, True)


# ---- plans ----


def value(net, goal):
    """More is better. Along the arcs where distances and components are asked for; bridges and cut points leave direction out."""
    g, n = net.simple(), len(net.nodes)
    if goal == "efficiency" and net.directed:
        near = (1 / d for _, row in nx.all_pairs_shortest_path_length(g) for d in row.values() if d)
        return math.fsum(near) / (n * (n - 1)) if n > 1 else 0
    if goal == "components" and net.directed:
        return -nx.number_strongly_connected_components(g)
    g = g.to_undirected()
    if goal == "efficiency":
        return nx.global_efficiency(g)
    counts = {"components": nx.number_connected_components, "bridges": lambda h: sum(1 for _ in nx.bridges(h)),
              "cut-points": lambda h: len(set(nx.articulation_points(h)))}
    return -counts[goal](g)


def check_plans(nonet, folder, before, chance, tally):
    net = before.copy()
    net.nodes = {v: ("", ()) for v in net.nodes}
    keys, goal = list(net.nodes), chance.choice(["efficiency", "components", "bridges", "cut-points"])
    a, b = chance.sample(keys, 2)
    kind = chance.choice(["join", "join", "without", "tie"])
    tied = [t for t in net.ties if {t[0], t[1]} == {a, b}]
    if kind == "tie" and not tied:
        kind = "join"
    done = net.copy()
    if kind == "join":
        done.ties.append((a, b, "", "", None))
    elif kind == "tie":
        done.ties = [t for t in net.ties if t not in tied]
    else:
        del done.nodes[a]
        done.ties = [t for t in net.ties if a not in t[:2]]
    made = chance.random() < 0.7
    now = (done if made else net).copy()
    for _ in range(chance.choice([0, 0, 2])):  # what came by itself, but not between the two
        tie = random_tie(now, chance)
        if not {tie[0], tie[1]} <= {a, b}:
            now.ties.append(tie)
    without = now.copy()
    if made and kind == "join" and not tied:
        without.ties = [t for t in now.ties if {t[0], t[1]} != {a, b}]
    elif made and kind == "tie":
        without.ties.append((a, b, "", "", None))
    elif made and kind == "without":
        without.nodes[a] = ("", ())
        without.ties += [t for t in net.ties if a in t[:2] and t[0] in without.nodes and t[1] in without.nodes]
    if kind == "join" and tied:
        made = True  # there it is, but it is not the plan's
    one, other, plans = write(net, folder, "net"), write(now, folder, "now"), os.path.join(folder, "plans.txt")
    how = "--directed" if net.directed else "--undirected"
    option = ["--without", a] if kind == "without" else [f"--{kind}", f"{a},{b}"]
    call(nonet, "plan", one, how, *option, "--goal", goal, "--date", "2024-05-03", "-o", plans)
    _, sheets = answer(nonet, "review", plans, other, how)
    row = sheets["review"][0]
    then = value(done, goal) - value(net, goal)
    gained = value(now, goal) - value(net, goal)
    tally.same("made", row["made"], "yes" if made else "no")
    tally.near(f"predicted gain of {goal}", row["predicted-gain"], then)
    tally.near(f"realised gain of {goal}", row["realised-gain"], gained)
    tally.near(f"what came of {goal} from the plan", row["from-plan"], value(now, goal) - value(without, goal))
    tally.near("elsewhere", row["elsewhere"], gained - value(now, goal) + value(without, goal))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nonet", required=True)
    parser.add_argument("--graphs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep")
    asked = parser.parse_args()
    tally = Tally()
    for number in range(asked.graphs):
        chance = random.Random(asked.seed * 1000003 + number)
        before = make(chance, number % 3 == 2)
        after = turn(before, chance) if number % 4 else make(chance, before.directed)
        with tempfile.TemporaryDirectory() as folder:
            try:
                check_changes(asked.nonet, folder, number, before, after, chance, tally)
                check_plans(asked.nonet, folder, before, chance, tally)
            except AssertionError as wrong:
                print(f"pair {number}: {wrong}")
                if asked.keep:
                    shutil.copytree(folder, asked.keep, dirs_exist_ok=True)
                return 1
    print(f"{asked.graphs} pairs, {tally.numbers} comparisons, largest difference {tally.worst:.2g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
