#!/usr/bin/python3
"""Hold what samples say of closeness and harmonic closeness along arcs against the exact values, over many draws.

Random directed networks of several shapes (scattered, with a core, without a way back, rings, islands), each drawn with several seeds and
numbers of sources at delta 1/2: then one draw in two may have a node outside what is said, at the worst. More than that is an error, and so
is an estimate off by more than half of the largest value when most nodes are sources. The exact values come from a search from each node,
here.

  sampled.py --nonet PATH [--graphs 24] [--draws 4] [--seed 1]

Exit status: 0 all as said, 1 not.
"""
import argparse
import collections
import csv
import io
import os
import random
import re
import subprocess
import sys
import tempfile


def scattered(chance, n, degree):
    return [(a, b) for a in range(n) for b in range(n) if a != b and chance.random() < degree / n]


def one_way(chance, n, degree):
    return [(a, b) for a in range(n) for b in range(a + 1, n) if chance.random() < 2 * degree / n]


def ring(chance, n, _):
    return sorted({(i, (i + 1) % n) for i in range(n)} | {(i, (i + 2 + chance.randrange(n - 3)) % n) for i in range(0, n, 5)})


def islands(chance, n, degree):
    half = n // 2
    return scattered(chance, half, degree) + [(a + half, b + half) for a, b in scattered(chance, n - half, 3)]


SHAPES = [(scattered, 1.2), (scattered, 3), (one_way, 2), (one_way, 20), (ring, 1), (islands, 2)]


def exact(ties):
    """Closeness (Wasserman and Faust) and harmonic closeness of each node."""
    to = collections.defaultdict(list)
    for a, b in ties:
        to[a].append(b)
    nodes = sorted({v for tie in ties for v in tie})
    closeness, harmonic = {}, {}
    for v in nodes:
        steps, queue = {v: 0}, collections.deque([v])
        while queue:
            u = queue.popleft()
            for w in to[u]:
                if w not in steps:
                    steps[w] = steps[u] + 1
                    queue.append(w)
        reached, total = len(steps) - 1, sum(steps.values())
        closeness[str(v)] = reached / (len(nodes) - 1) * reached / total if total else 0
        harmonic[str(v)] = sum(1 / d for d in steps.values() if d) / (len(nodes) - 1)
    return {"closeness": closeness, "harmonic": harmonic}


def estimated(nonet, path, measure, sources, seed):
    """Values and what all of them are said to be within (0: exact)."""
    done = subprocess.run([nonet, "measure", path, "--directed", "--measures", measure, "--samples", str(sources), "--delta", "0.5", "--seed",
                           str(seed), "--as", "csv"], capture_output=True, text=True, check=True)
    words = " ".join(done.stderr.split())
    within = re.search(r"every value is within (\S+) of the exact one", words)
    if not within and f"{measure}: exact" not in words:
        sys.exit(f"{path}: no guarantee is said: {words}")
    rows = list(csv.reader(io.StringIO(done.stdout)))[1:]
    return {row[0]: float(row[1]) for row in rows}, float(within[1]) if within else 1e-12


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nonet", required=True)
    parser.add_argument("--graphs", type=int, default=24)
    parser.add_argument("--draws", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draws = outside = bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.graphs):
            chance = random.Random(given.seed * 1000003 + number)
            shape, degree = SHAPES[number % len(SHAPES)]
            ties, path = shape(chance, chance.randint(60, 160), degree), os.path.join(folder, f"{number}.csv")
            with open(path, "w", encoding="utf-8") as f:
                f.write("from,to\n" + "".join(f"{a},{b}\n" for a, b in ties))
            truth = exact(ties)
            for measure in truth:
                for draw in range(given.draws):
                    sources = (8, 20, 40, int(len(truth[measure]) * .8))[draw % 4]
                    values, within = estimated(given.nonet, path, measure, sources, draw)
                    apart = max(abs(values[v] - x) for v, x in truth[measure].items())
                    draws, outside = draws + 1, outside + (apart > within)
                    if draw % 4 == 3 and apart > max(truth[measure].values()) / 2:
                        bad += 1
                        print(f"network {number}: {measure} from {sources} sources is off by {apart}")
    print(f"{draws} draws from {given.graphs} networks: {outside} with a node outside what was said")
    return 1 if bad or outside > draws / 2 else 0


if __name__ == "__main__":
    sys.exit(main())
