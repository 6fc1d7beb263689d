#!/usr/bin/python3
"""One job of scripts/bench done by a package of Python: python_jobs.py PACKAGE JOB FILE OUT [lengths] [directed] [sources=K]

Reads FILE.ncol, does the job, prints {"load": seconds, "seconds": seconds, "cpu": seconds, "share": of the work, "peak": kilobytes}; what came out goes to OUT. One class a package, one method a job;
a job that a class has not is not asked of it. With sources=K betweenness is counted from K sources alone: an estimate.
"""
import json
import random
import sys
import time


class Igraph:
    def __init__(self, path, lengths, directed):
        import igraph
        self.g = igraph.Graph.Read_Ncol(path + ".ncol", names=True, weights=lengths, directed=directed)
        self.share = 1

    def read(self):
        return {"nodes": self.g.vcount(), "ties": self.g.ecount()}.items


class Networkx:
    def __init__(self, path, lengths, directed):
        import networkx
        self.nx, self.share, self.sources = networkx, 1, 0
        kind = networkx.DiGraph if directed else networkx.Graph
        data = [("weight", float)] if lengths else False
        self.g = networkx.read_edgelist(path + ".ncol", create_using=kind, data=data)
        self.weight = "weight" if lengths else None

    def warm(self):
        """What it imports only when it is first used is no part of an estimate."""
        self.nx.betweenness_centrality(self.nx.path_graph(3), k=2, seed=1)

    def read(self):
        return {"nodes": len(self.g), "ties": self.g.number_of_edges()}.items

    def betweenness(self):
        n = len(self.g)
        if 0 < self.sources < n:
            self.share = self.sources / n
            self.nx.betweenness_centrality(self.g, k=self.sources, normalized=False, weight=self.weight, seed=1)
            return dict().items
        values = self.nx.betweenness_centrality(self.g, normalized=False, weight=self.weight)
        return lambda: (("betweenness:" + v, x) for v, x in values.items())


class GraphTool:
    """Ends are read as text; ties of equal length to the last bit alone count as equal, so it takes whole numbers."""

    def __init__(self, path, lengths, directed):
        import warnings
        warnings.simplefilter("ignore")
        import graph_tool
        import graph_tool.centrality
        import graph_tool.topology
        self.gt, self.share, self.sources = graph_tool, 1, 0
        self.g = graph_tool.load_graph_from_csv(path + ".ncol", directed=directed, hashed=True, csv_options={"delimiter": " "},
                                                eprop_types=["double"] if lengths else None, eprop_names=["weight"] if lengths else None)
        self.name = self.g.vertex_properties["name"]
        self.weight = self.g.edge_properties["weight"] if lengths else None

    def named(self, what, values):
        return lambda: ((f"{what}:{self.name[v]}", values[v]) for v in self.g.vertices())

    def read(self):
        return {"nodes": self.g.num_vertices(), "ties": self.g.num_edges()}.items

    def betweenness(self):
        n = self.g.num_vertices()
        if 0 < self.sources < n:
            self.share = self.sources / n
            self.gt.centrality.betweenness(self.g, random.Random(1).sample(range(n), self.sources), norm=False, weight=self.weight)
            return dict().items
        return self.named("betweenness", self.gt.centrality.betweenness(self.g, norm=False, weight=self.weight)[0])

    def closeness(self):
        return self.named("closeness", self.gt.centrality.closeness(self.g))

    def harmonic(self):
        return self.named("harmonic", self.gt.centrality.closeness(self.g, harmonic=True, norm=True))


PACKAGES = {"python-igraph": Igraph, "networkx": Networkx, "graph-tool": GraphTool}


def peak():
    """Kilobytes that the process held at most."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as f:
        return next(int(line.split()[1]) for line in f if line.startswith("VmHWM"))


def main():
    package, job, path, out, *words = sys.argv[1:]
    start, before = time.perf_counter(), time.process_time()
    work = PACKAGES[package](path, "lengths" in words, "directed" in words)
    loaded, loaded_cpu = time.perf_counter() - start, time.process_time() - before
    if hasattr(work, "warm"):
        work.warm()
    for word in words:
        if word.startswith("sources="):
            work.sources = int(word[8:])
    start, before = time.perf_counter(), time.process_time()
    values = getattr(work, job)()
    seconds, cpu = time.perf_counter() - start, time.process_time() - before
    if job == "read":
        seconds, cpu = loaded, loaded_cpu
    with open(out, "w", encoding="utf-8") as f:
        f.writelines(f"{name}\t{value!r}\n" for name, value in values())
    print(json.dumps({"load": loaded, "seconds": seconds, "cpu": cpu, "share": work.share, "peak": peak()}))


if __name__ == "__main__":
    main()
