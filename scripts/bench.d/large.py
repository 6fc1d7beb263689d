"""Networks on which the peers need hours: what nonet takes, step by step, as whole processes of its command line.

country:   exact betweenness of 250,000 partners and strategies, checked by its sum: over all joined pairs, distance - 1.
millions:  10 million ties of a million partners and half a million strategies, and what is done with them. 100 million: what is in it.
"""
import csv
import io
import json
import os
import random

from running import Failure, note, timed

SHOWN = "--quiet"


def count(ties):
    return f"{ties // 1_000_000}M" if ties >= 1_000_000 else f"{ties // 1000}k"


def write_ties(path, ties, seed=1):
    """A tenth as many partners as ties, a twentieth as many strategies; who is in much is likelier to be in more. Repeats stay."""
    chance, partners, strategies, block = random.Random(seed).random, ties // 10, ties // 20, 100_000
    with open(path, "w", encoding="ascii") as f:
        f.write("partner,strategy\n")
        for start in range(0, ties, block):
            f.write("".join(f"p{int(partners * chance() ** 2)},s{int(strategies * chance() ** 1.5)}\n" for _ in range(min(block, ties - start))))


class Steps:
    """Commands of one network, each a row: job, seconds, processor seconds, peak."""

    def __init__(self, tools, network, nodes, ties):
        self.tools, self.network, self.nodes, self.ties, self.rows = tools, network, nodes, ties, []

    def run(self, job, *words):
        note(f"{job} of {self.network}")
        out, seconds, peak, cpu = timed([self.tools.nonet, *words, SHOWN])
        self.rows.append({"job": job, "network": self.network, "nodes": self.nodes, "ties": self.ties, "seconds": seconds, "cpu": cpu,
                          "peak": peak})
        return out

    def whole(self, path, names):
        out = timed([self.tools.nonet, "measure", path, "--scope", "whole", "--measures", names, "--as", "csv", SHOWN])[0]
        return {r["measure"]: float(r["value"]) for r in csv.DictReader(io.StringIO(out))}


def country(tools, net):
    """The sum of betweenness has to be that of distance - 1 over all joined pairs."""
    steps, out = Steps(tools, net.name, net.nodes, net.ties), os.path.join(tools.folder, "country.csv")
    path = net.path + ".csv"
    steps.run("betweenness", "measure", path, "--measures", "betweenness", "--as", "csv", "-o", out)
    with open(out, newline="", encoding="utf-8") as f:
        total = sum(float(r["betweenness"]) for r in csv.DictReader(f))
    whole = steps.whole(path, "mean-distance,connectedness")
    pairs = whole["connectedness"] * net.nodes * (net.nodes - 1) / 2
    due = pairs * (whole["mean-distance"] - 1)
    if not abs(total - due) <= 1e-9 * due:
        raise Failure(f"betweenness of {net.name} adds up to {total!r}, distances to {due!r}")
    steps.run("all distances", "measure", path, "--measures", "closeness,harmonic,eccentricity", "--as", "csv", "-o", out)
    return steps.rows


def line_bound(tools, nets):
    """How near betweenness is to what memory allows, on each network; see line_bound.c."""
    tools.compile("line_bound", "line_bound.c", [os.path.join(os.path.dirname(tools.nonet), "libnonet.a")],
                  "igraph jansson libutf8proc libzip expat nettle")
    for net in nets:
        note(f"lines of {net.name}")
        yield {"network": net.name, **json.loads(tools.output([*tools.commands["line_bound"], net.path, "6"]))}


def millions(tools, ties):
    path, kept = os.path.join(tools.folder, "millions.csv"), os.path.join(tools.folder, "millions.nonet")
    note(f"writing {ties:,} ties")
    write_ties(path, ties)
    steps, out = Steps(tools, f"ties-{count(ties)}", ties // 10 + ties // 20, ties), os.path.join(tools.folder, "out.csv")
    steps.run("info", "info", path)
    steps.run("components", "measure", path, "--scope", "whole", "--measures", "components,giant")
    if ties > 20_000_000:
        os.remove(path)
        return steps.rows
    steps.run("linear measures", "measure", path, "--measures", "degree,neighbours,component,coreness,cut-node,pagerank", "--as", "csv",
              "-o", out)
    steps.run("betweenness .01", "measure", path, "--measures", "betweenness", "--samples", "auto", "--epsilon", "0.01", "--as", "csv",
              "-o", out)
    steps.run("closeness .05", "measure", path, "--measures", "closeness,harmonic", "--samples", "auto", "--epsilon", "0.05", "--as", "csv",
              "-o", out)
    steps.run("write snapshot", "convert", path, "-o", kept)
    steps.run("write DOT", "convert", path, "-o", os.path.join(tools.folder, "millions.dot"))
    with open(path, encoding="ascii") as f:
        first = f.readlines(100)[1].strip().split(",")
    steps.run("snapshot: paths", "ask", f"who connects {first[0]} to s1", kept)
    for name in ("millions.csv", "millions.nonet", "millions.dot"):
        os.remove(os.path.join(tools.folder, name))
    return steps.rows
