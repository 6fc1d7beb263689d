#!/usr/bin/python3
"""Compare the measures of multilayer networks with slow versions that follow their definitions, replica by replica.

Random networks have 1 to 5 layers or none said; some nodes are missing from some layers or from all, some layers are weighted, directed, or
some of both; ties name a layer (a few none), or no tie names one and a tie is of the layers that both its ends are in. There are loops,
repeated ties, isolates and layers without a tie. Nothing here is built as in nonet: a replica is (node, layer), a matrix is a list of rows.

  multilayer.py --nonet PATH [--graphs 500] [--seed 1]

Exit status: 0 all agree, 1 a difference.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import deque
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
import slow_multilayer as slow
from apart import apart
from covered import left_out

CLOSE, UNDER_WAY = 1e-9, 32
NAMES = ["2019", "2020", "2021", "10 years", "9"]
IN_ORDER = ["9", "2019", "2020", "2021", "10 years"]  # whole numbers by value, then other names


class Case:
    def __init__(self, number, chance):
        self.number, self.named = number, number % 3 != 0
        names = chance.sample(NAMES, chance.randint(1, 5)) if number % 8 else []
        n, density = chance.randint(2, 7), chance.choice((0.1, 0.2, 0.4))
        self.nodes = [f"n{i}" for i in range(n)]
        often = chance.choice((0.1, 0.4))
        self.declared = {v: [x for x in names if chance.random() < often] for v in self.nodes}
        for x in names:  # every layer is there
            if all(x not in declared for declared in self.declared.values()):
                self.declared[chance.choice(self.nodes)].append(x)
        share = {x: chance.choice((0, 0, 1, 0.5)) if number % 2 else 0 for x in names + [None]}  # of directed ties
        weighted = {x: chance.random() < 0.5 for x in names + [None]}
        self.ties = []  # from, to, layer or None, directed, weight or None
        for i, a in enumerate(self.nodes):
            for b in self.nodes[i:]:
                for _ in range(len(names) if self.named and names else 1):
                    while chance.random() < (density / 3 if a == b else density):
                        ends = (a, b) if chance.random() < 0.5 else (b, a)
                        layer = chance.choice(names) if names and self.named and chance.random() < 0.95 else None
                        weight = chance.choice((0.5, 1, 2, 3)) if weighted[layer] else None
                        self.ties.append((*ends, layer, chance.random() < share[layer], weight))
        if names and self.named and not any(tie[2] for tie in self.ties):
            self.ties.append((self.nodes[0], self.nodes[1], names[0], False, 2))
        self.directed = any(tie[3] for tie in self.ties)
        self.weighted = number % 4 > 1 and any(tie[4] for tie in self.ties)
        self.members_only = number % 5 > 2
        self.ordinal = number % 7 < 3
        self.omega = chance.choice((0.1, 0.5, 1, 1, 2))
        self.layers = [x for x in IN_ORDER if x in names] or [None]
        self.pair = chance.sample(self.nodes, 2)
        self.cost = chance.choice((0, 0.5, 1, 1, 2, 3))

    def write(self, folder):
        os.makedirs(folder)
        some = self.layers != [None]
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,layer\n" if some else "id\n")
            f.write("".join(f"{v},{';'.join(self.declared[v])}\n" if some else f"{v}\n" for v in self.nodes))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,direction,weight" + (",layer\n" if self.named and some else "\n"))
            for a, b, layer, directed, weight in self.ties:
                f.write(f"{a},{b},{'directed' if directed else 'undirected'},{weight or ''}")
                f.write(f",{layer or ''}\n" if self.named and some else "\n")

    def coupling(self):
        return f"{self.omega};ordinal" if self.ordinal else f"{self.omega}"


def measure(nonet, folder, case, names):
    command = [nonet, "measure", folder, "--measures", ",".join(names), "--as", "json", "-q"]
    command += ["--weighted"] if case.weighted else []
    command += ["--replicas", "members"] if case.members_only else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)["sheets"]


def ask_all(nonet, folder, case):
    """{(measure as typed, key): value}"""
    out = {}
    for sheet in (sheet for names in slow.asks_of(case) for sheet in measure(nonet, folder, case, names)):
        for row in sheet["rows"]:
            if "measure" in row:
                out[row["measure"], "-"] = row["value"]
            elif sheet["name"] in ("nodes", "layers"):
                key = sheet["name"][:-1]
                out.update({(name, row[key]): row[name] for name in row if name != key})
            else:
                out.update(slow.table_values(sheet["name"], row))
    return out


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def compare(self, case, where, got, want):
        name = where[0].split(":")[0].split("/")[0]
        self.values[name] = self.values.get(name, 0) + 1
        far = apart(got, want)
        self.worst[name] = max(self.worst.get(name, 0), far)
        if not far <= CLOSE:
            self.wrong.append(f"network {case.number}: {where[0]} of {where[1]}: nonet {got}, by definition {want}")


def finish(tally, case, job):
    try:
        got = job.result()
    except RuntimeError as failed:
        tally.wrong.append(f"network {case.number}: {failed}")
        return
    layers = slow.Layers(case)
    want = slow.judged(layers, case)
    quality, holds = slow.judge_communities(layers, case, got)
    got = {where: value for where, value in got.items() if where[0].split("/")[0] != slow.COMMUNITIES}
    want[f"multilayer-modularity:{case.coupling()}", "-"] = quality
    got[slow.COMMUNITIES, "-"], want[slow.COMMUNITIES, "-"] = 1.0 if holds else 0.0, 1
    for where in sorted(set(got) ^ set(want)):
        tally.wrong.append(f"network {case.number}: {where} is there only {'here' if where in want else 'in nonet'}")
    for where in sorted(set(got) & set(want)):
        tally.compare(case, where, got[where], want[where])


def main():
    ask = argparse.ArgumentParser(description="Compare nonet's measures of multilayer networks with their definitions.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, tally, under_way = random.Random(asked.seed), Tally(), deque()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        for number in range(asked.graphs):
            case = Case(number, chance)
            folder = os.path.join(scratch, str(number))
            case.write(folder)
            under_way.append((case, team.submit(ask_all, asked.nonet, folder, case)))
            while len(under_way) > UNDER_WAY:
                finish(tally, *under_way.popleft())
        while under_way:
            finish(tally, *under_way.popleft())
    for name in sorted(tally.values):
        print(f"{name:28s} {tally.values[name]:8d} values, greatest difference {tally.worst[name]:.1e}")
    tally.wrong += left_out("multilayer.py", tally.values)
    print(f"{sum(tally.values.values())} values of {asked.graphs} multilayer networks compared with their definitions, seed {asked.seed}: "
          f"{len(tally.wrong)} differ")
    for line in tally.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if tally.wrong or not tally.values else 0


if __name__ == "__main__":
    sys.exit(main())
