#!/usr/bin/python3
"""Compare the table community-test of `nonet measure` with every network that chance could draw, and every division of each.

The program draws 99 networks; here all networks of 3 to 6 nodes that keep the same degrees (or only the number of ties) are made, and
each gets the greatest modularity of all its divisions. The mean of the draws must lie within six deviations of that of all networks,
p and z must follow from what is printed, the modularity reached must be the greatest, and where chance leaves one network alone every
draw must reach what it has.

  community_chance.py --nonet PATH [--graphs 500] [--seed 1]

Exit status: 0 all agree, 1 a difference. Plain Python; no package is needed.
"""
import argparse
import functools
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from covered import left_out
from slow_cohesion import divisions

DRAWS = 99


def degrees(n, ties):
    return tuple(sum(v in e for e in ties) for v in range(n))


@functools.lru_cache(None)
def every_division(n):
    return [tuple(d[v] for v in range(n)) for d in divisions(range(n))]


def modularity(ties, degree, group):
    twice = 2 * len(ties)
    inside = 2 * sum(group[a] == group[b] for a, b in ties)
    expected = sum(sum(d for d, g in zip(degree, group) if g == h) ** 2 for h in set(group))
    return inside / twice - expected / twice**2


@functools.lru_cache(None)
def greatest(n, ties):
    degree = degrees(n, ties)
    return max(modularity(ties, degree, group) for group in every_division(n))


@functools.lru_cache(None)
def all_networks(n, m):
    return list(itertools.combinations(itertools.combinations(range(n), 2), m))


@functools.lru_cache(None)
def by_chance(n, m, degree):
    """Mean and deviation of the greatest modularity over all networks that chance could draw, and its least and greatest value."""
    alike = [ties for ties in all_networks(n, m) if degree is None or degrees(n, ties) == degree]
    reached = [greatest(n, ties) for ties in alike]
    mean = sum(reached) / len(reached)
    return mean, math.sqrt(sum((x - mean) ** 2 for x in reached) / len(reached)), min(reached), max(reached)


def draw(chance, number):
    n = chance.choice((3, 4, 5, 5, 5) if number < 50 else (3, 4, 5, 5, 5, 6, 6))  # those of 6 take seconds to list: not in a short run
    pairs = list(itertools.combinations(range(n), 2))
    m = chance.randint(0, len(pairs)) if n < 6 else chance.choice((3, 4, 11, 12))  # few networks of 6 nodes have so many
    return n, tuple(sorted(chance.sample(pairs, m)))


def measure(nonet, folder, n, ties, asked, seed):
    os.makedirs(folder)
    with open(os.path.join(folder, "nodes.csv"), "w") as f:
        f.write("id\n" + "".join(f"n{v}\n" for v in range(n)))
    with open(os.path.join(folder, "ties.csv"), "w") as f:
        f.write("from,to\n" + "".join(f"n{a},n{b}\n" for a, b in ties))
    command = [nonet, "measure", folder, "--measures", asked, "--as", "json", "-q", "--undirected", "--seed", str(seed)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)["sheets"][0]["rows"]


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def near(self, what, where, got, want, room=1e-9):
        name = f"community-test: {what}"
        self.values[name] = self.values.get(name, 0) + 1
        far = (0 if got is want else math.inf) if got is None or want is None else abs(got - want)
        self.worst[name] = max(self.worst.get(name, 0), far)
        if not far <= room:
            self.wrong.append(f"{where}: {what}: nonet {got}, all networks {want}, room {room:.2e}")


def compare(tally, where, n, ties, kept, rows):
    if not ties:
        tally.near("empty without ties", where, sum(row[name] is not None for row in rows for name in ("modularity", "mean", "sd", "z", "p")), 0)
        return
    row = rows[0]
    mean, sd, least, most = by_chance(n, len(ties), degrees(n, ties) if kept == "degrees" else None)
    tally.near("modularity reached", where, row["modularity"], greatest(n, ties))
    tally.near("draws", where, row["draws"], DRAWS)
    tally.near("mean of the draws", where, row["mean"], mean, 6 * sd / math.sqrt(DRAWS) + 6 * (most - least) / DRAWS + 1e-9)
    tally.near("p is a whole number of hundredths", where, row["p"] * 100, min(100, max(1, round(row["p"] * 100))))
    if row["modularity"] <= least + 1e-12:
        tally.near("p of what no draw falls below", where, row["p"], 1)
    if most - least < 1e-12:
        tally.near("sd where one value is left", where, row["sd"], 0)
        tally.near("z where one value is left", where, row["z"], None)
    elif row["sd"] > 1e-12:
        tally.near("z", where, row["z"], (row["modularity"] - row["mean"]) / row["sd"])


def main():
    ask = argparse.ArgumentParser(description="Compare nonet's test of communities with all networks of a few nodes.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, jobs = random.Random(asked.seed), Tally(), []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            n, ties = draw(chance, number)
            kept = ("degrees", "ties")[number % 2]
            folder = os.path.join(scratch, str(number))
            job = team.submit(measure, asked.nonet, folder, n, ties, f"community-test:leiden;{kept}", number)
            jobs.append((f"network {number}, {n} nodes, {kept} kept, {ties}", n, ties, kept, job))
        for where, n, ties, kept, job in jobs:
            try:
                compare(tally, where, n, ties, kept, job.result())
            except RuntimeError as failed:
                tally.wrong.append(f"{where}: {failed}")
    for name in sorted(tally.values):
        print(f"{name:52s} {tally.values[name]:8d} values, greatest difference {tally.worst[name]:.1e}")
    tally.wrong += left_out("community_chance.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} networks compared with all that chance could draw, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
