#!/usr/bin/env python3
"""Questions about connections against networkx and against what the tables say, on random networks.

Each network is written as a table, questions are put to `nonet shell --as json`, and of every answer it is checked that
  - shortest ways are as long, and as many, as networkx finds; the strongest way has the least sum of 1 / strength;
  - there are as many routes that share nobody as the greatest flow through split nodes, and they do share nobody;
  - the cut has as many members as there are routes (a tie between the two counts as one), and without it the sides are apart;
  - between two layers, members counted like everybody else, the same holds;
  - conditions (avoiding, via, within, by kind, before) give what the network without the rest gives;
  - every tie that is shown stands in the table, on that line, with that source;
  - where nonet says that there is no way, networkx finds none.
`--graphs N` networks; `--nonet PROGRAM`. Ends with 77 where networkx is missing.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

try:
    import networkx as nx
except ImportError:
    sys.exit(77)

LAYERS, KINDS = ["red", "blue", "green"], ["funds", "leads"]


def make(rng):
    """Rows (from, to, kind, layer, weight, since, source) of a random network; ties may be repeated."""
    nodes = [f"n{i}" for i in range(rng.randint(4, 16))]
    directed, rows = rng.random() < 0.4, []
    for i in range(rng.randint(len(nodes) - 1, 3 * len(nodes))):
        a, b = rng.sample(nodes, 2)
        rows.append((a, b, rng.choice(KINDS), rng.choice(LAYERS), rng.randint(1, 4), rng.choice(["", "2001", "2005"]), f"paper {i}"))
    return sorted({x for r in rows for x in r[:2]}), rows, directed


def graph_of(rows, directed, keep=lambda row: True):
    """The simple graph of the rows kept, strengths added up."""
    g = nx.DiGraph() if directed else nx.Graph()
    for row in rows:
        g.add_nodes_from(row[:2])
    for row in filter(keep, rows):
        old = g.edges[row[0], row[1]]["strength"] if g.has_edge(row[0], row[1]) else 0
        g.add_edge(row[0], row[1], strength=old + row[4])
    for _, _, data in g.edges(data=True):
        data["length"] = 1 / data["strength"]
    return g


def most_apart(g, s, t):
    """Routes that share no node but s and t: the greatest flow where every other node lets one through."""
    f = nx.DiGraph()
    for v in g:
        f.add_edge((v, 0), (v, 1), capacity=1 if v not in (s, t) else float("inf"))
    for a, b in g.edges:
        both = ((a, b),) if g.is_directed() else ((a, b), (b, a))
        for x, y in both:
            f.add_edge((x, 1), (y, 0), capacity=1 if (x, y) == (s, t) else float("inf"))
    return nx.maximum_flow_value(f, (s, 1), (t, 0)) if (s, 1) in f and (t, 0) in f else 0


def crowds(g, one, other):
    """The graph with a point before all of one crowd and one behind all of the other."""
    h = nx.DiGraph(g) if g.is_directed() else nx.DiGraph(g.to_directed())
    h.add_edges_from(("*from", v) for v in one)
    h.add_edges_from((v, "*to") for v in other)
    return h


def sheet(answer, name):
    return next((s["rows"] for s in answer["sheets"] if s["name"] == name), [])


def walks(rows):
    """Rows of evidence as a list of node rows."""
    out = {}
    for row in rows:
        steps = out.setdefault(row["path"], {})
        steps[row["step"]] = (row["from"], row["to"])
    result = []
    for path in sorted(out):
        steps = [out[path][k] for k in sorted(out[path])]
        if list(out[path]) == [0]:
            result.append([steps[0][0]])
        else:
            assert all(a[1] == b[0] for a, b in zip(steps, steps[1:])), "a path with a gap"
            result.append([steps[0][0]] + [s[1] for s in steps])
    return result


def check_evidence(answer, rows):
    for s in answer["sheets"]:
        for row in s["rows"]:
            if row.get("tie") is None:
                continue
            told = rows[row["line"] - 2]
            assert {row["from"], row["to"]} == set(told[:2]), "a tie of other ends than the table has"
            assert (row["kind"], row["layer"], row["weight"], row["since"], row["source"]) == told[2:7], "a tie unlike its line"
            assert row["file"].endswith("ties.csv")


def check_pair(answer, g, s, t, within=None):
    """An answer to 'how is s connected to t' about the graph of the ties that count."""
    shortest = walks(sheet(answer, "paths"))
    true = [list(p) for p in nx.all_shortest_paths(g, s, t)]
    assert sorted(shortest) == sorted(true), f"shortest {shortest} not {true}"
    limit = g
    if within:
        there, back = nx.single_source_shortest_path_length(g, s), nx.single_source_shortest_path_length(g.reverse() if g.is_directed() else g, t)
        limit = g.subgraph([v for v in g if there.get(v, 99) + back.get(v, 99) <= within])
    else:
        strongest = walks(sheet(answer, "strongest")) or [p for p in shortest]
        best = nx.dijkstra_path_length(g, s, t, weight="length")
        told = min(sum(g.edges[a, b]["length"] for a, b in zip(p, p[1:])) for p in strongest)
        assert abs(told - best) < 1e-9, f"strongest {told} not {best}"
    routes = walks(sheet(answer, "routes"))
    flow = most_apart(limit, s, t)
    assert len(routes) == flow, f"{len(routes)} routes, flow {flow}"
    tied = limit.has_edge(s, t)
    without = limit.copy()
    if tied:
        without.remove_edge(s, t)
    apart = nx.algorithms.connectivity.local_node_connectivity(without, s, t)
    assert len(routes) == apart + tied, f"{len(routes)} routes, networkx {apart} and a tie {tied}"
    between = [v for r in routes for v in r[1:-1]]
    assert len(between) == len(set(between)), "routes share a node"
    for r in routes:
        assert r[0] == s and r[-1] == t and all(limit.has_edge(a, b) for a, b in zip(r, r[1:])), "a route that does not lead there"
    cut = [row["node"] for row in sheet(answer, "cut")]
    assert len(cut) + tied == len(routes) and s not in cut and t not in cut
    without.remove_nodes_from(cut)
    assert not nx.has_path(without, s, t), "the cut does not cut"


def check_crowds(answer, g, one, other):
    h = crowds(g, one, other)
    flow = most_apart(h, "*from", "*to")
    cut = [row["node"] for row in sheet(answer, "cut")]
    routes = walks(sheet(answer, "routes"))
    assert len(cut) == flow == len(routes), f"cut {len(cut)}, routes {len(routes)}, flow {flow}"
    met = [v for r in routes for v in r]
    assert len(met) == len(set(met)), "routes share a node"
    h.remove_nodes_from(cut)
    assert not nx.has_path(h, "*from", "*to"), "the cut does not cut"


def questions(rng, nodes, rows, directed):
    """(question, check of its answer, whether there is an answer)"""
    out = []

    def pair(words, keep, gone=(), within=None):
        s, t = rng.sample(nodes, 2)
        g = graph_of(rows, directed, keep)
        gone = [v for v in gone if v not in (s, t)]
        g.remove_nodes_from(gone)
        text = words.replace("AVOID", " and ".join(gone)) if gone else words.split(" avoiding")[0]
        there = nx.has_path(g, s, t) and (not within or nx.shortest_path_length(g, s, t) <= within)
        out.append((f"how is {s} connected to {t}{text}", lambda a: check_pair(a, g, s, t, within), there))

    layer, kind, k = rng.choice(LAYERS), rng.choice(KINDS), rng.randint(1, 4)
    pair("", lambda r: True)
    pair("", lambda r: True)
    pair(" avoiding AVOID", lambda r: True, rng.sample(nodes, 2))
    if any(r[3] == layer for r in rows):
        pair(f" via {layer}", lambda r: r[3] == layer)
    if any(r[2] == kind for r in rows):
        pair(f" by kind {kind}", lambda r: r[2] == kind)
    pair(" before 2003", lambda r: r[5] != "2005")
    pair(f" within {k}", lambda r: True, (), k)
    used = sorted({r[3] for r in rows})
    if len(used) > 1:
        one, other = rng.sample(used, 2)
        g = graph_of(rows, directed)
        crowd = [{v for r in rows if r[3] == x for v in r[:2]} for x in (one, other)]
        there = nx.has_path(crowds(g, *crowd), "*from", "*to")
        out.append((f"what holds {one} and {other} together", lambda a: check_crowds(a, g, *crowd), there))
    return out


def ask(nonet, folder, asked):
    done = subprocess.run([nonet, "shell", folder, "--as", "json", "--at-most", "1000000"], input="\n".join(q for q, _, _ in asked) + "\n",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False, encoding="utf-8")
    parts = done.stdout.split("nonet> ")[1:]
    assert len(parts) == len(asked), done.stdout[-500:]
    return [p.split("\n", 1)[1] for p in parts]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--nonet", required=True)
    p.add_argument("--graphs", type=int, default=60)
    p.add_argument("--seed", type=int, default=1)
    o = p.parse_args()
    counts = {"answers": 0, "no way": 0}
    with tempfile.TemporaryDirectory() as folder:
        for i in range(o.graphs):
            rng = random.Random(o.seed * 1000003 + i)
            nodes, rows, directed = make(rng)
            with open(os.path.join(folder, "ties.csv"), "w", encoding="utf-8") as f:
                f.write("from,to,kind,layer,weight,since,evidence,direction\n")
                for r in rows:
                    f.write(",".join(map(str, r)) + (",directed\n" if directed else ",undirected\n"))
            asked = questions(rng, nodes, rows, directed)
            for (question, check, there), text in zip(asked, ask(o.nonet, folder, asked)):
                try:
                    if not there:
                        assert text.startswith("nonet: no way leads"), text[:200]
                        counts["no way"] += 1
                        continue
                    answer = json.loads(text.split("nonet: ")[0])
                    check(answer)
                    check_evidence(answer, rows)
                    counts["answers"] += 1
                except (AssertionError, ValueError) as fault:
                    print(f"graph {i} (seed {o.seed}), {question}: {fault}")
                    for r in rows:
                        print("  ", r)
                    return 1
    print(f"{o.graphs} networks: {counts['answers']} answers right, {counts['no way']} times rightly no way")
    return 0


if __name__ == "__main__":
    sys.exit(main())
