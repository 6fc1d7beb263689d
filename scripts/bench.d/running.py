"""How scripts/bench runs programs: in turn, each a process of its own; medians, peak memory, and whether the answers agree."""
import json
import math
import mmap
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"


class Failure(Exception):
    """A program failed, or two answers differ: the times mean nothing then."""


class Tools:
    """What runs: nonet of a build, its library, and the peers that this machine has. `missing` says which it has not."""

    def __init__(self, build, folder):
        self.nonet, self.folder, self.versions, self.missing = os.path.join(build, "nonet"), folder, {}, []
        if not os.path.exists(self.nonet):
            raise Failure(f"no nonet in {build}: build it first, or say --build FOLDER")
        self.commands = {}
        self.compile("nonet", "nonet_jobs.c", [os.path.join(build, "libnonet.a")], "igraph jansson libutf8proc libzip expat nettle")
        self.versions["nonet"] = self.output([self.nonet, "--version"]).split("\n")[0].split()[-1]
        if subprocess.run(["pkg-config", "--exists", "igraph"], check=False).returncode == 0:
            self.compile("igraph C", "igraph_jobs.c", [], "igraph")
            self.versions["igraph C"] = self.output(["pkg-config", "--modversion", "igraph"])
        else:
            self.missing.append("igraph C")
        for name, module in (("python-igraph", "igraph"), ("networkx", "networkx"), ("graph-tool", "graph_tool")):
            asked = subprocess.run([PYTHON, "-W", "ignore", "-c", f"import {module}; print({module}.__version__)"], text=True, check=False,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            if asked.returncode:
                self.missing.append(name)
                continue
            self.versions[name] = asked.stdout.strip().split(" ")[0]
            self.commands[name] = [PYTHON, "-W", "ignore", os.path.join(HERE, "python_jobs.py"), name]

    def output(self, command):
        return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()

    def compile(self, name, source, archives, packages):
        program = os.path.join(self.folder, source[:-2])
        flags = self.output(["pkg-config", "--cflags", "--libs", *packages.split()]).split()
        top = os.path.join(HERE, "..", "..")
        command = ["cc", "-std=gnu11", "-O2", "-I", os.path.join(top, "include"), "-I", os.path.join(top, "src"), "-o", program, os.path.join(HERE, source), *archives, *flags, "-lpthread", "-lm"]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise Failure(f"{source} cannot be built: {done.stderr.strip()}")
        self.commands[name] = [program]


WARM = 512 << 20  # bytes: more than any program of a race holds


def warm_memory():
    """A virtual machine gives memory that was idle for seconds back to its host, and who touches it next waits for the host: so what a program
    may need, small pages and large ones, is touched just before, whichever program it is."""
    child = os.fork()
    if child == 0:
        own = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
        small, large = mmap.mmap(-1, WARM // 2, own), mmap.mmap(-1, WARM // 2, own)
        if hasattr(mmap, "MADV_HUGEPAGE"):
            large.madvise(mmap.MADV_HUGEPAGE)
        for pages in small, large:
            for at in range(0, WARM // 2, mmap.PAGESIZE):
                pages[at] = 1
        os._exit(0)
    os.waitpid(child, 0)


def timed(command):
    """What a process printed, its seconds, its peak memory in bytes, the seconds of processors that it used."""
    warm_memory()
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise Failure(f"{os.path.basename(command[0])} {' '.join(command[1:3])} ended with {child.returncode}")
        out.seek(0)
        return out.read().decode(), seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime


def values_of(path):
    with open(path, encoding="utf-8") as f:
        return {name: float(value) for name, value in (line.rstrip("\n").split("\t") for line in f)}


def compare(job, ours, theirs, peer, within=1e-9):
    """Both have the same names, and the same values up to rounding."""
    if ours.keys() != theirs.keys():
        odd = sorted(ours.keys() ^ theirs.keys())[:3]
        raise Failure(f"{job}: nonet and {peer} answer about different things, such as {', '.join(odd)}")
    for name, ours_is in ours.items():
        theirs_is = theirs[name]
        if math.isnan(ours_is) and math.isnan(theirs_is):
            continue
        if not abs(ours_is - theirs_is) <= within * max(1, abs(theirs_is)):
            raise Failure(f"{job}: {name} is {ours_is!r} to nonet and {theirs_is!r} to {peer}")


class Race:
    """One job on one network: nonet and its peers in turn. `sources` of a peer: so many of the sources are done and the rest is estimated."""

    def __init__(self, tools, job, net, peers, rounds, long=60, sources=None):
        self.tools, self.job, self.net, self.long = tools, job, net, long
        self.sources, self.runs, self.answers = sources or {}, {}, {}
        runners = ["nonet"] + [p for p in peers if p in tools.commands]
        for turn in range(rounds):
            for name in runners:
                if turn == 0 or sum(r["seconds"] for r in self.runs[name]) / turn < long:  # one run where it takes minutes
                    self.run(name)
        for name, answer in self.answers.items():
            if name != "nonet" and not self.estimated(name):
                compare(job, self.answers["nonet"], answer, name)

    def run(self, name):
        out = os.path.join(self.tools.folder, "out")
        words = self.net.words + ([f"sources={self.sources[name]}"] if name in self.sources else [])
        text = timed([*self.tools.commands[name], self.job, self.net.path, out, *words])[0]
        said = json.loads(text)
        share = said.get("share", 1)
        self.runs.setdefault(name, []).append({"seconds": said["seconds"] / share, "cpu": said["cpu"] / share, "peak": said["peak"] * 1024, "share": share})
        if name not in self.answers:
            self.answers[name] = values_of(out)

    def estimated(self, name):
        return any(r["share"] < 1 for r in self.runs[name])

    def rows(self):
        """For table and JSON: a row a program, nonet first."""
        def median(name, what):
            return statistics.median(r[what] for r in self.runs[name])

        for name, runs in self.runs.items():
            yield {"job": self.job, "network": self.net.name, "nodes": self.net.nodes, "ties": self.net.ties, "program": name,
                   "seconds": median(name, "seconds"), "cpu": median(name, "cpu"), "runs": runs, "peak": max(r["peak"] for r in runs),
                   "estimate": self.estimated(name), "ratio": median(name, "seconds") / median("nonet", "seconds"),
                   "cpu_ratio": median(name, "cpu") / median("nonet", "cpu")}


class WholeJob(Race):
    """The main job, whole processes: nonet's two commands against a script of python-igraph."""

    def __init__(self, tools, net, rounds):
        measures = "degree,coreness,pagerank,betweenness,closeness,constraint"
        ours, theirs = os.path.join(tools.folder, "ours"), os.path.join(tools.folder, "theirs")
        commands = {"nonet": [[tools.nonet, "measure", net.path + ".csv", "--measures", measures, "--as", "csv", "-q", "-o", ours],
                              [tools.nonet, "convert", net.path + ".csv", "-q", "-o", ours + ".dot"]],
                    "python-igraph": [[PYTHON, os.path.join(HERE, "whole_job.py"), net.path, theirs]]}
        self.job, self.net, self.runs = "main job", net, {}
        for _ in range(rounds):
            for name, steps in commands.items():
                done = [timed(step) for step in steps]
                self.runs.setdefault(name, []).append({"seconds": sum(d[1] for d in done), "cpu": sum(d[3] for d in done),
                                                     "peak": max(d[2] for d in done), "share": 1})
        compare("main job", self.table(ours), self.table(theirs), "python-igraph", 1e-7)

    def table(self, path):
        import csv
        with open(path, newline="", encoding="utf-8") as f:
            return {f"{column}:{row['node']}": float(value) for row in csv.DictReader(f) for column, value in row.items() if column != "node"}


def note(text):
    print(text, file=sys.stderr, flush=True)
