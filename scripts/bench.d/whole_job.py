#!/usr/bin/python3
"""The main job as somebody would write it with python-igraph: whole_job.py FILE OUT

Reads FILE.csv, measures every node, writes OUT as CSV and OUT.dot. scripts/bench times the whole process, as it does nonet's commands.
"""
import csv
import sys

import igraph

with open(sys.argv[1] + ".csv", newline="", encoding="utf-8") as f:
    rows = csv.reader(f)
    next(rows)
    g = igraph.Graph.TupleList(rows, directed=False)
reached = [len(g.subcomponent(v)) - 1 for v in range(g.vcount())] if not g.is_connected() else [g.vcount() - 1] * g.vcount()
near = [c * r / (g.vcount() - 1) if r else 0 for c, r in zip(g.closeness(), reached)]
columns = {"node": g.vs["name"], "degree": g.degree(), "coreness": g.coreness(), "pagerank": g.pagerank(),
           "betweenness": g.betweenness(), "closeness": near, "constraint": g.constraint()}
with open(sys.argv[2], "w", newline="", encoding="utf-8") as f:
    out = csv.writer(f)
    out.writerow(columns)
    out.writerows(zip(*columns.values()))
g.write_dot(sys.argv[2] + ".dot")
