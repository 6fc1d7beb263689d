#!/usr/bin/python3
"""Compare the measures of the partnership itself with slow versions that follow their definitions, on random networks: of partners and
strategies, of partners alone, and of both with ties between partners; with islands, isolates and repeated ties.

  partnership.py --nonet PATH [--graphs 500] [--seed 1]

Exit status: 0 all agree, 1 a difference, 77 networkx is missing (said on stderr).
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.dont_write_bytecode = True
from apart import apart
from covered import left_out

try:
    import networkx as nx
except ImportError as missing:
    print(f"SKIPPED: {missing}: nothing was compared (install python3-networkx)", file=sys.stderr)
    sys.exit(77)

KINDS = {"agency": False, "charity": False, "strategy": True, "project": True}  # which are strategies


class Case:
    def __init__(self, number, chance):
        self.number = number
        shape = ("two sides", "partners alone", "two sides and ties between partners")[number % 3]
        self.shape = shape
        kinds = ["agency", "charity"] if shape == "partners alone" else ["agency", "strategy"] if number % 2 else list(KINDS)
        self.kind = {}
        for k in kinds:
            for i in range(chance.randint(1, 7)):
                self.kind[f"{k[0]}{i + 1}"] = k
        density = chance.choice((0.1, 0.25, 0.45, 0.7))
        self.ties = []
        for v, w in itertools.combinations(self.kind, 2):
            both = self.works_on(v) + self.works_on(w)
            if both == 2 or (both == 0 and shape == "two sides") or chance.random() >= density:
                continue
            for _ in range(2 if chance.random() < 0.1 else 1):
                self.ties.append((v, w) if chance.random() < 0.5 else (w, v))
        if shape == "partners alone" and chance.random() < 0.5:  # shapes with a name
            names = list(self.kind)
            self.ties = [(names[0], v) for v in names[1:]] if chance.random() < 0.6 else list(itertools.combinations(names, 2))
        if shape == "partners alone" and all(self.kind[v] != self.kind[w] for v, w in self.ties):
            self.kind = dict.fromkeys(self.kind, "agency")  # else the second of two kinds would be what the first work on
        chance.shuffle(self.ties)
        self.strengths = [chance.choice((1, 2, 3, 0.5)) for _ in self.ties]
        self.people = {v: chance.choice((None, chance.randint(1, 900))) for v in self.kind}
        self.people[next(iter(self.kind))] = 5
        self.near = {v: set() for v in self.kind}
        for v, w in self.ties:
            self.near[v].add(w)
            self.near[w].add(v)
        self.partners = [v for v in self.kind if not self.works_on(v)]
        self.strategies = [v for v in self.kind if self.works_on(v)]

    def works_on(self, v):
        return KINDS[self.kind[v]]

    def write(self, folder):
        os.makedirs(folder)
        with open(os.path.join(folder, "nodes.csv"), "w") as f:
            f.write("id,kind,people\n" + "".join(f"{v},{k},{'' if self.people[v] is None else self.people[v]}\n" for v, k in self.kind.items()))
        with open(os.path.join(folder, "ties.csv"), "w") as f:
            f.write("from,to,weight\n" + "".join(f"{v},{w},{x}\n" for (v, w), x in zip(self.ties, self.strengths)))
        self.folder = folder

    def together(self, without=()):
        """The graph of partners: tied, or tied to a strategy that both are tied to."""
        g = nx.Graph()
        g.add_nodes_from(v for v in self.partners if v not in without)
        for v, w in itertools.combinations(list(g), 2):
            if w in self.near[v] or any(self.works_on(s) and s not in without for s in self.near[v] & self.near[w]):
                g.add_edge(v, w)
        return g


class Tally:
    def __init__(self):
        self.values, self.worst, self.wrong = {}, {}, []

    def near(self, row, where, got, want, room=1e-9):
        self.values[row] = self.values.get(row, 0) + 1
        far = apart(got, want)
        self.worst[row] = max(self.worst.get(row, 0), far)
        if not far <= room:
            self.wrong.append(f"{where}: {row}: nonet {got}, definition {want}")

    def same(self, row, where, got, want):
        self.values[row] = self.values.get(row, 0) + 1
        if got != want:
            self.wrong.append(f"{where}: {row}: nonet {got!r}, definition {want!r}")


def run(nonet, case, measures, *options):
    command = [nonet, "measure", case.folder, "--measures", measures, "--as", "json", "-q", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\nexit {done.returncode}: {done.stderr.strip()}")
    return {sheet["name"]: sheet["rows"] for sheet in json.loads(done.stdout)["sheets"]}


# ---- form of governance ----


def centralisation(values, most):
    return sum(max(values) - x for x in values) / most


def form_of(case):
    g = case.together()
    n, m = len(g), g.number_of_edges()
    contacts = sorted((d for _, d in g.degree()), reverse=True) + [0, 0]
    out = {"partners": n, "strategies": len(case.strategies), "tied-pairs": m, "density": m / (n * (n - 1) / 2) if n > 1 else None,
           "components": nx.number_connected_components(g), "giant-share": max(map(len, nx.connected_components(g))) / n,
           "most-contacts": contacts[0], "second-contacts": contacts[1], "share-of-most": contacts[0] / m if m else None,
           "centralisation-degree": None, "centralisation-betweenness": None}
    top = [v for v, d in g.degree() if d == contacts[0]]
    hub = top[0] if len(top) == 1 and contacts[0] else ""
    if n < 3 or m == 0:
        form = "none"
    if n >= 3:
        by_degree = out["centralisation-degree"] = centralisation([d for _, d in g.degree()], (n - 1) * (n - 2))
        passed = nx.betweenness_centrality(g, normalized=True)
        by_path = out["centralisation-betweenness"] = centralisation(list(passed.values()), n - 1)
        room = 1e-12
        if m and by_degree >= 0.5 - room and by_path >= 0.5 - room and contacts[1] <= contacts[0] / 2:
            form = "lead organisation"
        elif m and out["components"] == 1 and out["density"] >= 0.5 - room and by_degree <= 0.25 + room and by_path <= 0.25 + room:
            form = "shared governance"
        elif m:
            form = "mixed"
    return form, hub, out


def check_governance(nonet, case, tally):
    form, hub, numbers = form_of(case)
    rows = {row["measure"]: row for row in run(nonet, case, "governance-form")["governance-form"]}
    tally.same("governance-form", case.where, rows["form"]["words"], form)
    tally.same("governance-form", case.where, rows["hub"]["words"], hub)
    for name, want in numbers.items():
        tally.near("governance-form", f"{case.where}, {name}", rows[name]["value"], want)
    if form == "lead organisation" and case.kind[hub] == "charity" or form == "lead organisation" and case.number % 2:
        rows = {row["measure"]: row for row in run(nonet, case, f"governance-form:{case.kind[hub]}")["governance-form"]}
        tally.same("governance-form", case.where, rows["form"]["words"], "network administrative organisation")


# ---- coverage ----


def held_by(case, s):
    return case.near[s] - set(case.strategies)


def smallest(chosen, due):
    """Every smallest choice: due is {element: (how often, who reaches it)}."""
    for size in range(len(chosen) + 1):
        found = [set(c) for c in itertools.combinations(sorted(chosen), size) if all(len(who & set(c)) >= k for k, who in due.values())]
        if found:
            return size, found
    raise AssertionError("all of them do not reach all")


def choices(rows):
    sets = {}
    for row in rows:
        sets.setdefault(row["set"], set()).add(row["member"])
    return list(sets.values())


def check_cover(nonet, case, tally, asked, times, chosen, elements):
    reach = {e: case.near[e] & set(chosen) for e in elements}
    size, found = smallest(chosen, {e: (min(times, len(who)), who) for e, who in reach.items()})
    rows = run(nonet, case, asked)["coverage"]
    tally.same("coverage", f"{case.where}, {asked}, size", len(rows), size * min(20, len(found)))
    listed = choices(rows)
    tally.same("coverage", f"{case.where}, {asked}", len({frozenset(c) for c in listed}), len(listed))
    for c in listed:
        tally.same("coverage", f"{case.where}, {asked}, {c}", c in found, True)
    for row in rows:
        own = {e for e in elements if row["member"] in reach[e]}
        others = next(c for c in [{r["member"] for r in rows if r["set"] == row["set"]}]) - {row["member"]}
        tally.near("coverage", f"{case.where}, {asked}, reaches", row["reaches"], len(own))
        tally.near("coverage", f"{case.where}, {asked}, alone", row["alone"], sum(not reach[e] & others for e in own))


def check_coverage(nonet, case, tally):
    if not case.strategies:
        try:
            run(nonet, case, "coverage")
            tally.wrong.append(f"{case.where}: coverage without strategies was not refused")
        except RuntimeError as refused:
            tally.same("coverage", case.where, "exit 2" in str(refused), True)
        return
    check_cover(nonet, case, tally, "coverage", 1, case.partners, case.strategies)
    check_cover(nonet, case, tally, f"coverage:{1 + case.number % 3}", 1 + case.number % 3, case.partners, case.strategies)
    of_kind = [s for s in case.strategies if case.kind[s] == "strategy"]
    if of_kind:
        check_cover(nonet, case, tally, "coverage:strategy", 1, of_kind, case.partners)
    agencies = [v for v in case.partners if case.kind[v] == "agency"]
    check_cover(nonet, case, tally, "coverage:2;agency", 2, agencies, case.strategies)
    for row in run(nonet, case, "strategy-coverage")["strategy-coverage"]:
        held = held_by(case, row["node"])
        tally.near("strategy-coverage", f"{case.where}, {row['node']}", row["partners"], len(held))
        tally.same("strategy-coverage", f"{case.where}, {row['node']}", row["only-partner"], min(held) if len(held) == 1 else "")


def check_strategies(nonet, case, tally):
    names = "strategies-with-one,strategies-with-none,partners-per-strategy"
    got = {row["measure"]: row["value"] for row in run(nonet, case, names)["whole"]}
    held = [len(held_by(case, s)) for s in case.strategies]
    tally.near("strategies-with-one", case.where, got["strategies-with-one"], held.count(1) if held else None)
    tally.near("strategies-with-none", case.where, got["strategies-with-none"], held.count(0) if held else None)
    tally.near("partners-per-strategy", case.where, got["partners-per-strategy"], sum(held) / len(held) if held else None)
    for row in run(nonet, case, "sole-strategies")["nodes"]:
        v = row["node"]
        want = None if v in case.strategies or not held else sum(held_by(case, s) == {v} for s in case.strategies)
        tally.near("sole-strategies", f"{case.where}, {v}", row["sole-strategies"], want)


# ---- added value ----


def held_together(case, near, present):
    """Pairs of partners that are tied or tied to a strategy, among nodes that are there."""
    g = nx.Graph()
    g.add_nodes_from(v for v in case.partners if v in present)
    for v, w in itertools.combinations(list(g), 2):
        if w in near[v] or any(case.works_on(s) and s in present for s in near[v] & near[w]):
            g.add_edge(v, w)
    return g


def what_others_have(case, near, present, others):
    g = held_together(case, near, present)
    steps = {v: nx.single_source_shortest_path_length(g, v) for v in others}
    pairs = [(v, w) for v in others for w in others if v != w]
    found = [steps[v][w] for v, w in pairs if w in steps[v]]
    return {"joint-pairs": found.count(1) / 2, "efficiency": sum(1 / d for d in found) / len(pairs) if pairs else None,
            "reach": len(found) / len(pairs) if pairs else None}


def added_by(case, named, cut):
    others = [v for v in case.partners if v not in named]
    strategies = [s for s in case.strategies if s not in named]
    left = {v: {w for w in case.near[v] if frozenset((v, w)) not in cut} for v in case.near}
    out = {}
    for when, near, present in (("with", case.near, set(case.kind)), ("without", left, set(case.kind) - set(named))):
        out[when] = what_others_have(case, near, present, others)
        held = sum(bool(near[s] & set(case.partners) & present) for s in strategies)
        out[when]["strategies-covered"] = held if strategies else None
    return out


def check_added(nonet, case, tally, chance):
    names = chance.sample(sorted(case.kind), min(len(case.kind), chance.randint(1, 2)))
    tied = sorted({tuple(sorted(t)) for t in case.ties})
    cut = chance.sample(tied, 1) if tied and chance.random() < 0.3 else []
    if cut and chance.random() < 0.5:
        names = []
    asked = ";".join(names + [f"{v}~{w}" for v, w in cut])
    got = {row["measure"]: row for row in run(nonet, case, f"added-value:{asked}")["added-value"]}
    want = added_by(case, names, {frozenset(t) for t in cut})
    mine = {}
    for name in got:
        where = f"{case.where}, without {asked}, {name}"
        one, other = want["with"][name], want["without"][name]
        mine[name] = None if one is None else one - other
        tally.near("added-value", where, got[name]["with"], one)
        tally.near("added-value", where, got[name]["without"], other)
        tally.near("added-value", where, got[name]["added"], mine[name])
    a, b = sum(v in case.partners for v in names), sum(v in case.strategies for v in names)
    removals = [(p + s, e) for p in itertools.combinations(case.partners, a) for s in itertools.combinations(case.strategies, b)
                for e in itertools.combinations(tied, len(cut))]
    if not 1 < len(removals) <= 40:
        return
    all_of = [added_by(case, r, {frozenset(t) for t in e}) for r, e in removals]
    for name in got:
        if mine[name] is None:
            continue
        values = [r["with"][name] - r["without"][name] for r in all_of]
        less, alike = sum(x < mine[name] - 1e-9 for x in values), sum(abs(x - mine[name]) <= 1e-9 for x in values)
        tally.near("added-value", f"{case.where}, rank of {asked}, {name}", got[name]["rank"], (less + alike / 2) / len(values))


# ---- joint working and people reached ----


def check_joint(nonet, case, tally):
    n = len(case.partners)
    shared = sum(len(case.near[v] & case.near[w] & set(case.strategies)) for v, w in itertools.combinations(case.partners, 2))
    direct = sum(not case.works_on(v) and not case.works_on(w) for v, w in case.ties)
    got = run(nonet, case, "joint-working")["whole"][0]["value"]
    tally.near("joint-working", case.where, got, (shared + direct) / (n * (n - 1) / 2) if n > 1 else None)
    strength = {}
    for (v, w), x in zip(case.ties, case.strengths):
        for pair in ((v, w), (w, v)):
            strength[pair] = strength.get(pair, 0) + x
    total = 0
    for v, w in itertools.combinations(case.partners, 2):
        total += strength.get((v, w), 0)
        total += sum(min(strength[v, s], strength[w, s]) for s in case.near[v] & case.near[w] & set(case.strategies))
    got = run(nonet, case, "joint-working", "--weighted")["whole"][0]["value"]
    tally.near("joint-working", f"{case.where}, weighted", got, total / (n * (n - 1) / 2) if n > 1 else None)


def check_people(nonet, case, tally):
    g = nx.Graph(case.ties)
    g.add_nodes_from(case.kind)
    for asked, steps in (("people-reached", 1), ("people-reached:people;0", 0), ("people-reached:people;2", 2), ("people-reached:;9", 9)):
        for row in run(nonet, case, asked)["nodes"]:
            near = nx.single_source_shortest_path_length(g, row["node"], cutoff=steps)
            said = [case.people[w] for w in near if case.people[w] is not None]
            tally.near("people-reached", f"{case.where}, {asked}, {row['node']}", row[asked], sum(said) if said else None)


# ---- systems, not projects ----


def shares(partners, strategies, works, sector):
    """works: the pairs (partner, strategy); sector: of each partner, or None where nothing tells."""
    of = {s: {p for p in partners if (p, s) in works} for s in strategies}
    g = nx.Graph()
    g.add_nodes_from(strategies)
    g.add_edges_from((s, t) for s, t in itertools.combinations(strategies, 2) if of[s] & of[t])
    k = len(strategies)
    out = {"shared-strategies": sum(len(of[s]) > 1 for s in strategies) / k,
           "mixed-strategies": sum(len({sector[p] for p in of[s]}) > 1 for s in strategies) / k if sector else None,
           "partners-in-several": sum(sum((p, s) in works for s in strategies) > 1 for p in partners) / len(partners),
           "linked-strategies": g.number_of_edges() / (k * (k - 1) / 2) if k > 1 else None,
           "giant-share": (max(map(len, nx.connected_components(g))) - 1) / (k - 1) if k > 1 else None}
    defined = [x for x in out.values() if x is not None]
    out["score"] = sum(defined) / len(defined)
    return out


def alike(partners, strategies, works):
    """Every set of ties in which everybody has as many as here; None where there are too many to list."""
    places = list(itertools.product(partners, strategies))
    if len(places) > 15:
        return None
    degrees = sorted(v for tie in works for v in tie)
    return [set(c) for c in itertools.combinations(places, len(works)) if sorted(v for tie in c for v in tie) == degrees]


def check_systems(nonet, case, tally):
    if not case.strategies:
        return
    works = {(p, s) for p in case.partners for s in case.near[p] & set(case.strategies)}
    sector = {p: case.kind[p] for p in case.partners} if len({case.kind[p] for p in case.partners}) > 1 else None
    want = shares(case.partners, case.strategies, works, sector)
    got = {row["measure"]: row for row in run(nonet, case, "systems-not-projects", "--seed", case.number)["systems-not-projects"]}
    tally.same("systems-not-projects", case.where, set(got), set(want))
    others = alike(case.partners, case.strategies, works)
    drawn = others and [shares(case.partners, case.strategies, o, sector) for o in others]
    for name, row in got.items():
        where = f"{case.where}, {name}"
        tally.near("systems-not-projects", where, row["value"], want[name])
        tally.same("systems-not-projects", f"{where}: a rank is a share", row["rank"] is None or 0 <= row["rank"] <= 1, True)
        if not drawn or want[name] is None:
            continue
        values = [x[name] for x in drawn]
        mean, low, high = sum(values) / len(values), min(values), max(values)
        sd = (sum((x - mean) ** 2 for x in values) / len(values)) ** 0.5
        room = 6 * sd / 99**0.5 + 6 * (high - low) / 99 + 1e-9
        tally.same("systems-not-projects", f"{where}: mean {row['mean']} of draws, {mean} of all", abs(row["mean"] - mean) <= room, True)
        if high - low < 1e-12:
            tally.same("systems-not-projects", f"{where}: no rank where nothing varies", row["rank"], None)


CHECKS = [check_governance, check_coverage, check_strategies, check_joint, check_people, check_systems,
          lambda nonet, case, tally: check_added(nonet, case, tally, random.Random(case.number))]


def judge(nonet, case, folder):
    tally = Tally()
    case.write(folder)
    case.where = f"network {case.number} ({case.shape}): {case.kind} {case.ties}"
    for check in CHECKS:
        try:
            check(nonet, case, tally)
        except RuntimeError as failed:
            tally.wrong.append(f"{case.where}: {failed}")
    return tally


def main():
    ask = argparse.ArgumentParser(description="Compare nonet's measures of a partnership with their definitions.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--graphs", type=int, default=500)
    ask.add_argument("--seed", type=int, default=1)
    asked = ask.parse_args()
    chance, all_of = random.Random(asked.seed), Tally()
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(2) as team:
        jobs = [team.submit(judge, asked.nonet, Case(number, chance), os.path.join(scratch, str(number))) for number in range(asked.graphs)]
        for job in jobs:
            tally = job.result()
            for row, count in tally.values.items():
                all_of.values[row] = all_of.values.get(row, 0) + count
                all_of.worst[row] = max(all_of.worst.get(row, 0), tally.worst.get(row, 0))
            all_of.wrong += tally.wrong
    for row in sorted(all_of.values):
        print(f"{row:28s} {all_of.values[row]:8d} values, greatest difference {all_of.worst[row]:.1e}")
    all_of.wrong += left_out("partnership.py", all_of.values)
    print(f"{sum(all_of.values.values())} values of {asked.graphs} networks compared with their definitions, seed {asked.seed}: "
          f"{len(all_of.wrong)} differ")
    for line in all_of.wrong[:20]:
        print(line, file=sys.stderr)
    return 1 if all_of.wrong or not all_of.values else 0


if __name__ == "__main__":
    sys.exit(main())
