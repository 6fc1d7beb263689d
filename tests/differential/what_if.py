#!/usr/bin/python3
"""Compare `nonet without` with networkx on random networks.

Changes: the tables are edited here, row by row, and both networks are measured with networkx: counts, reach, efficiency and mean distance
before and after, every pair that loses or gains contact, every strategy whose partners change, every tie that is lost or gained. Curves: each
departure is made on a copy, and what is left is looked at; the measure `robustness` must be the mean. Cascades: sets of nodes are split by networkx's components of each layer until
nothing splits.

Networks are directed or not, with isolates, islands, loops, repeated ties, layers, kinds and weights.

  what_if.py --nonet PATH [--graphs 500] [--seed 1] [--keep DIR]

Exit status: 0 all agree, 1 a difference, 77 networkx is not there.
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
try:
    import networkx as nx
except ImportError:
    print("networkx is not there")
    sys.exit(77)
from covered import left_out

LIMIT = 1e-9
LAYERS = ["E", "H", "S"]


class Net:
    """Rows as they stand: nodes {key: kind}, declared layers {key: set}, ties (number, from, to, layer, weight)."""

    def __init__(self, directed):
        self.directed, self.nodes, self.ties = directed, {}, []

    def copy(self):
        other = Net(self.directed)
        other.nodes, other.ties = dict(self.nodes), list(self.ties)
        return other

    def simple(self):
        g = nx.DiGraph() if self.directed else nx.Graph()
        g.add_nodes_from(self.nodes)
        for _, a, b, _, weight in self.ties:
            if a != b:
                strength = g[a][b]["strength"] + weight if g.has_edge(a, b) else weight
                g.add_edge(a, b, strength=strength, length=1 / strength)
        return g

    def either_way(self, layer=None):
        g = nx.Graph()
        g.add_nodes_from(self.nodes)
        g.add_edges_from((a, b) for _, a, b, in_layer, _ in self.ties if a != b and layer in (None, in_layer))
        return g

    def strategies(self):
        kinds = set(self.nodes.values()) - {""}
        if "strategy" not in kinds or len(kinds) < 2:
            return {}
        g = self.either_way()
        of = {v: k == "strategy" for v, k in self.nodes.items()}
        return {v: {w for w in g[v] if not of[w]} for v in self.nodes if of[v]}


def make(number, chance):
    net = Net(number % 3 == 2)
    n = chance.choice([1, 2, 4, 7, 12, 18])
    two_sided = number % 2 == 0
    for i in range(n):
        net.nodes[f"n{i}"] = (chance.choice(["partner", "strategy"]) if two_sided else "")
    keys = list(net.nodes)
    for _ in range(int(n * chance.choice([0.3, 0.8, 1.2, 2.5]))):
        a, b = chance.choice(keys), chance.choice(keys)
        for _ in range(2 if chance.random() < 0.15 else 1):
            net.ties.append((len(net.ties) + 1, a, b, chance.choice(LAYERS[: number % 3 + 1]), chance.randint(1, 5)))
    return net


def write(net, folder):
    with open(os.path.join(folder, "nodes.csv"), "w", newline="") as f:
        rows = csv.writer(f)
        rows.writerow(["id", "kind"])
        rows.writerows(net.nodes.items())
    with open(os.path.join(folder, "ties.csv"), "w", newline="") as f:
        rows = csv.writer(f)
        rows.writerow(["from", "to", "layer", "weight"])
        rows.writerows(t[1:] for t in net.ties)


def run(nonet, folder, net, *options, command="without"):
    command = [nonet, command, os.path.join(folder, "nodes.csv"), os.path.join(folder, "ties.csv"),
               "--directed" if net.directed else "--undirected", "--as", "json", "-q", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        raise AssertionError(f"{' '.join(command)}: {done.stderr}")
    answer = json.loads(done.stdout)
    return answer, {s["name"]: s["rows"] for s in answer["sheets"]}


# ---- changes ----


def edit(net, chance):
    """Some changes: the options for them, the network after them, and what each node is then."""
    now, then, options = net.copy(), net.copy(), []
    turned = {v: v for v in net.nodes}
    for _ in range(chance.randint(1, 3)):
        keys = list(then.nodes)
        kinds = ["node", "join", "tie", "layer", "merge"]
        kind = chance.choice(kinds)
        layers = sorted({t[3] for t in then.ties} - {None})
        pairs = sorted({(t[1], t[2]) for t in then.ties})
        if kind == "node" and keys:
            v = chance.choice(keys)
            options += ["--node", v]
            del then.nodes[v]
            then.ties = [t for t in then.ties if v not in t[1:3]]
            turned = {k: (None if x == v else x) for k, x in turned.items()}
        elif kind == "join" and keys:
            a, b = chance.choice(keys), chance.choice(keys)
            options += ["--join", f"{a},{b}"]
            then.ties.append((None, a, b, None, 1))
        elif kind == "tie" and pairs:
            a, b = chance.choice(pairs)
            options += ["--tie", f"{b},{a}"]
            then.ties = [t for t in then.ties if {t[1], t[2]} != {a, b}]
        elif kind == "layer" and layers:
            layer = chance.choice(layers)
            options += ["--layer", layer.lower()]
            then.ties = [t for t in then.ties if t[3] != layer]
        elif kind == "merge" and len(keys) > 1:
            a, b = chance.sample(keys, 2)
            options += ["--merge", f"{a},{b}"]
            kept = [t for t in then.ties if {t[1], t[2]} != {a, b}]
            then.ties = [(t[0], a if t[1] == b else t[1], a if t[2] == b else t[2], *t[3:]) for t in kept]
            del then.nodes[b]
            turned = {k: (a if x == b else x) for k, x in turned.items()}
    return options, now, then, turned


def distances(net, weighted):
    g = net.simple()
    n = len(g)
    if weighted:
        found = [d for v, row in nx.all_pairs_dijkstra_path_length(g, weight="length") for w, d in row.items() if w != v]
    else:
        found = [d for v, row in nx.all_pairs_shortest_path_length(g) for w, d in row.items() if w != v]
    efficiency = sum(1 / d for d in found) / (n * (n - 1)) if n > 1 else None
    return efficiency, (sum(found) / len(found) if found else None)


def measures(net, weighted):
    g = net.either_way()
    sizes = [len(c) for c in nx.connected_components(g)]
    n = len(g)
    efficiency, mean = distances(net, weighted)
    out = {"nodes": n, "ties": len(net.ties), "components": len(sizes), "giant": max(sizes, default=0),
           "reach": sum(s * (s - 1) for s in sizes) / (n * (n - 1)) if n > 1 else None, "efficiency": efficiency, "mean-distance": mean}
    sides = net.strategies()
    if sides:
        together = {frozenset((a, b)) for partners in sides.values() for a in partners for b in partners if a < b}
        out.update({"strategies": len(sides), "strategies-without-partner": sum(not p for p in sides.values()),
                    "strategies-with-one-partner": sum(len(p) == 1 for p in sides.values()), "pairs-working-together": len(together)})
    return out


def contact(net, keys, turned):
    """Pairs of nodes that stay and hang together, as they are called now."""
    part = {}
    for i, c in enumerate(nx.connected_components(net.either_way())):
        part.update({v: i for v in c})
    return {(a, b) for a in keys for b in keys if a < b and part[turned[a]] == part[turned[b]]}


class Tally:
    def __init__(self):
        self.numbers, self.worst, self.measured = 0, 0.0, set()

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


def check_changes(nonet, folder, net, chance, tally):
    options, now, then, turned = edit(net, chance)
    if not options:
        return options
    weighted = chance.random() < 0.3
    _, sheets = run(nonet, folder, net, *options, *(["--weighted"] if weighted else []))
    before, after = measures(now, weighted), measures(then, weighted)
    for key in {**before, **after}:
        if key not in before or key not in after:
            before.setdefault(key, 0), after.setdefault(key, 0)
    rows = {r["measure"]: r for r in sheets["change"]}
    for key, value in before.items():
        tally.near(f"{key} before", rows[key]["before"], value)
        tally.near(f"{key} after", rows[key]["after"], after[key])
    stay = [v for v in turned if turned[v]]
    had, has = contact(now, stay, {v: v for v in stay}), contact(then, stay, turned)
    pairs = {kind: {tuple(sorted((r["from"], r["to"]))) for r in sheets["pairs"] if r["contact"] == kind} for kind in ("lost", "gained")}
    tally.same("pairs losing contact", pairs["lost"], had - has)
    tally.same("pairs gaining contact", pairs["gained"], has - had)
    tally.near("pairs in contact before", rows["pairs-in-contact"]["before"], len(had))
    tally.near("pairs in contact after", rows["pairs-in-contact"]["after"], len(has))
    left = {t[0] for t in then.ties}
    tally.same("ties lost", [r["tie"] for r in sheets["ties-lost"]], [t[0] for t in now.ties if t[0] not in left])
    tally.same("ties gained", [(r["from"], r["to"]) for r in sheets["ties-gained"]], [t[1:3] for t in then.ties if t[0] is None])
    old, new = now.strategies(), then.strategies()
    want = {v: (len(old[v]), len(new[turned[v]])) for v in old if turned[v] in new and len(old[v]) != len(new[turned[v]])}
    tally.same("strategies", {r["node"]: (r["partners-before"], r["partners-after"]) for r in sheets["strategies"]}, want)
    for row in sheets["strategies"]:
        if row["partners-after"] == 1:
            tally.same("last partner", {row["last-partner"]}, new[turned[row["node"]]])
    return options


# ---- curves and cascades ----


def giant(g):
    return max((len(c) for c in nx.connected_components(g)), default=0)


def departures(g, by):
    """Who leaves, in order; keys n0, n1, n10 ... break ties as texts."""
    value = (lambda h: nx.betweenness_centrality(h, normalized=False)) if "betweenness" in by else (lambda h: dict(h.degree()))
    best = lambda h, x: min(h, key=lambda v: (-round(x[v], 7), v))
    if not by.startswith("adaptive"):
        x = value(g)
        return sorted(g, key=lambda v: (-round(x[v], 7), v))
    left, order = g.copy(), []
    while left:
        order.append(best(left, value(left)))
        left.remove_node(order[-1])
    return order


def check_curves(nonet, folder, net, chance, tally):
    g = net.either_way()
    for by in ("random", "degree", "betweenness", "adaptive-degree", "adaptive-betweenness"):
        _, sheets = run(nonet, folder, net, "--curve", by, "--seed", str(chance.randint(0, 9)))
        rows = sheets["curve"]
        order = [r["node"] for r in rows]
        tally.same(f"{by}: who leaves", sorted(order) if by == "random" else order, sorted(g) if by == "random" else departures(g, by))
        left, shares = g.copy(), []
        for row in rows:
            left.remove_node(row["node"])
            tally.same(f"{by}: giant after {row['node']}", row["giant"], giant(left))
            shares.append(giant(left) / len(g))
        if by != "random":
            _, sheets = run(nonet, folder, net, "--measures", f"robustness:{by}", command="measure")
            tally.near(f"robustness:{by}", next(iter(sheets.values()))[0]["value"], sum(shares) / len(shares))
            tally.measured.add(f"robustness:{by}")


def held(net, failed):
    """Sets that hang together in every layer with ties at once."""
    layers = [net.either_way(x) for x in sorted({t[3] for t in net.ties})]
    todo, done = [set(net.nodes) - failed], []
    while todo:
        group = todo.pop()
        parts = next((p for p in (list(nx.connected_components(g.subgraph(group))) for g in layers) if len(p) > 1), None)
        if parts:
            todo += parts
        elif group:
            done.append(group)
    return done


def check_cascades(nonet, folder, net, chance, tally):
    if len({t[3] for t in net.ties}) < 2:
        return
    key = lambda groups: sorted(sorted(g) for g in groups)
    for failed in (set(), {chance.choice(list(net.nodes))}, set(chance.sample(list(net.nodes), min(2, len(net.nodes))))):
        answer, sheets = run(nonet, folder, net, "--cascade", *(x for v in sorted(failed) for x in ("--node", v)))
        got = {}
        for row in sheets["state"]:
            got.setdefault(row["set"], set()).add(row["member"])
        groups = held(net, failed)
        tally.same("groups", key(got.values()), key(groups))
        tally.same("how many are held", answer["verdict"], f"{max(map(len, groups), default=0)} of {len(net.nodes)}")
        fallen = {r["node"] for r in sheets["cascade"]}
        tally.same("who is held", set(net.nodes) - fallen, set(got.get("1", ())))
        for row in sheets.get("single", ()) if not failed else ():
            tally.same(f"left without {row['node']}", row["left"], max(map(len, held(net, {row["node"]})), default=0))


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
        net = make(number, chance)
        with tempfile.TemporaryDirectory() as folder:
            write(net, folder)
            try:
                check_changes(asked.nonet, folder, net, chance, tally)
                check_cascades(asked.nonet, folder, net, chance, tally)
                if number % 4 == 0:
                    check_curves(asked.nonet, folder, net, chance, tally)
            except AssertionError as wrong:
                print(f"network {number}: {wrong}")
                if asked.keep:
                    os.makedirs(asked.keep, exist_ok=True)
                    write(net, asked.keep)
                return 1
    missed = left_out("what_if.py", tally.measured)
    if missed:
        print("\n".join(missed))
        return 1
    print(f"{asked.graphs} networks, {tally.numbers} comparisons, largest difference {tally.worst:.2g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
