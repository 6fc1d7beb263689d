#!/usr/bin/python3
"""Compare what nonet says of time with definitions on random dated networks.

Paths that respect dates: a network in which every node stands once for each day that matters, with an arc from each day to the next and one
for each tie that holds on a day; who is reached in it, when, and in how many steps is asked of networkx. Turnover: sets of pairs at two dates. Series
(`nonet measure --over`): each state is made here and measured with networkx.

Networks are undirected, directed or mixed, with isolates, loops, repeated ties, and dates that are days, months, quarters or years, or open.

  over_time.py --nonet PATH [--graphs 500] [--seed 1] [--keep DIR]

Exit status: 0 all agree, 1 a difference, 77 networkx is not there.
"""
import argparse
import calendar
import csv
import datetime
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
from apart import apart
from covered import left_out

LIMIT = 1e-9
EARLY, LATE = datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)


def period(text):
    """The first and the last day of 2001, 2001-Q3, 2001-08 or 2001-08-03."""
    parts = text.split("-")
    year = int(parts[0])
    if len(parts) == 3:
        day = datetime.date.fromisoformat(text)
        return day, day
    months = (1, 12) if len(parts) == 1 else (int(parts[1][1]) * 3 - 2, int(parts[1][1]) * 3) if parts[1][0] == "Q" else (int(parts[1]),) * 2
    return datetime.date(year, months[0], 1), datetime.date(year, months[1], calendar.monthrange(year, months[1])[1])


def draw_date(chance):
    year, month, day = chance.randint(2001, 2003), chance.randint(1, 12), chance.randint(1, 28)
    return chance.choice([f"{year}", f"{year}-Q{(month + 2) // 3}", f"{year}-{month:02d}", f"{year}-{month:02d}-{day:02d}"])


class Tie:
    def __init__(self, a, b, since, until, directed):
        self.a, self.b, self.since, self.until, self.directed = a, b, since, until, directed
        self.first = period(since)[0] if since else EARLY
        self.last = period(until)[1] if until else LATE

    def holds(self, first, last):
        return self.first <= last and self.last >= first

    def ways(self):
        return [(self.a, self.b)] if self.directed else [(self.a, self.b), (self.b, self.a)]


class Net:
    def __init__(self, chance, number):
        size = chance.randint(1, 9)
        self.nodes = [f"n{i}" for i in range(size)]
        self.ties = []
        sort = number % 3  # undirected, directed, mixed
        for _ in range(chance.randint(0, 3 * size)):
            a, b = chance.choice(self.nodes), chance.choice(self.nodes)
            since, until = (draw_date(chance) if chance.random() < 0.8 else "" for _ in range(2))
            if since and until and period(since)[0] > period(until)[1]:
                since, until = until, since
            directed = sort == 1 or (sort == 2 and chance.random() < 0.5)
            for _ in range(1 + (chance.random() < 0.15)):
                self.ties.append(Tie(a, b, since, until, directed))
        self.directed = any(t.directed for t in self.ties)

    def days(self):
        """The first and the last day on which a tie begins or ends; None: no tie has a date."""
        said = [t.first for t in self.ties if t.since] + [t.last for t in self.ties if t.until]
        return (min(said), max(said)) if said else None

    def write(self, folder):
        with open(os.path.join(folder, "nodes.csv"), "w", newline="") as f:
            csv.writer(f).writerows([["id"]] + [[v] for v in self.nodes])
        with open(os.path.join(folder, "ties.csv"), "w", newline="") as f:
            rows = [[t.a, t.b, t.since, t.until, "directed" if t.directed else "undirected"] for t in self.ties]
            csv.writer(f).writerows([["from", "to", "since", "until", "direction"]] + rows)

    def state(self, first, last):
        """The simple network of a period."""
        g = nx.DiGraph() if self.directed else nx.Graph()
        g.add_nodes_from(self.nodes)
        for t in self.ties:
            if t.a != t.b and t.holds(first, last):
                g.add_edges_from(t.ways())
        return g

    def by_days(self, *more):
        """Every node on each day that matters, and those days."""
        days = sorted({t.first for t in self.ties} | {t.last for t in self.ties} | set(more))
        g = nx.DiGraph()
        for i, day in enumerate(days):
            g.add_nodes_from((v, day) for v in self.nodes)
            if i:
                g.add_edges_from(((v, days[i - 1]), (v, day)) for v in self.nodes)
            g.add_edges_from(((a, day), (b, day)) for t in self.ties if t.holds(day, day) for a, b in t.ways())
        return g


class Tally:
    def __init__(self):
        self.count, self.worst, self.measured = 0, 0.0, set()

    def same(self, name, got, want, what=""):
        self.measured.add(name)
        self.count += 1
        difference = apart(got, want)
        self.worst = max(self.worst, difference)
        assert difference <= LIMIT, f"{name} {what} is {got}, not {want}"


def ask(nonet, folder, names, *more):
    """{sheet: rows}"""
    words = [nonet, "measure", folder, "--measures", ",".join(names), "--as", "json", "-q", *more]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.returncode} {done.stderr}"
    return {s["name"]: s["rows"] for s in json.loads(done.stdout)["sheets"]}


# ---- paths ----

def arrivals(net, sources, start):
    g = net.by_days(start)
    found = set().union(*({(v, start)} | nx.descendants(g, (v, start)) for v in sources))
    return {v: min(((d - start).days for w, d in found if w == v), default=None) for v in net.nodes}


def departures(net, targets, end):
    g = net.by_days(end)
    found = set().union(*({(v, end)} | nx.ancestors(g, (v, end)) for v in targets))
    return {v: min(((end - d).days for w, d in found if w == v), default=None) for v in net.nodes}


def check_paths(nonet, folder, net, chance, tally):
    days = net.days() or (datetime.date(1970, 1, 1),) * 2
    date = draw_date(chance)
    some = chance.sample(net.nodes, min(len(net.nodes), chance.randint(1, 2)))
    named = ";".join(some)
    reach = {start: [sum(x is not None for x in arrivals(net, [v], start).values()) - 1 for v in net.nodes]
             for start in {days[0], period(date)[0]}}
    want = {
        "temporal-reach": reach[days[0]], f"temporal-reach:{date}": reach[period(date)[0]],
        f"earliest-arrival:{named}": arrivals(net, some, days[0]), f"earliest-arrival:{named};{date}": arrivals(net, some, period(date)[0]),
        f"latest-departure:{named}": departures(net, some, days[1]),
        f"latest-departure:{named};{date}": departures(net, some, period(date)[1])}
    rows = ask(nonet, folder, want, "--verify")["nodes"]
    for name, values in want.items():
        for i, row in enumerate(rows):
            expected = values[i] if isinstance(values, list) else values[row["node"]]
            tally.same(name.split(":")[0], row[name], expected, f"of {row['node']} ({name})")
    pairs = len(net.nodes) * (len(net.nodes) - 1)
    whole = ask(nonet, folder, ["temporal-connectedness", f"temporal-connectedness:{date}"])["whole"]
    for row, start in zip(whole, (days[0], period(date)[0])):
        tally.same("temporal-connectedness", row["value"], sum(reach[start]) / pairs if pairs else None, row["measure"])


def check_first_way(nonet, folder, net, chance, tally):
    """The way itself: it arrives on the first day, in the fewest steps of all that do, and each of its ties holds on its day."""
    if len(net.nodes) < 2:
        return
    a, b = chance.sample(net.nodes, 2)
    date = draw_date(chance)
    start = period(date)[0]
    after = arrivals(net, [a], start)[b]
    words = [nonet, "paths", folder, "--from", a, "--to", b, "--in-time", date, "--as", "json", "-q"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if after is None else 0), f"{' '.join(words)}: {done.returncode} {done.stderr}"
    if after is None:
        return
    end = start + datetime.timedelta(after)
    answer = json.loads(done.stdout)
    assert answer["verdict"] == end.isoformat(), f"{a} gets to {b} on {answer['verdict']}, not {end}"
    g = net.by_days(start)
    for (v, _), (w, _), data in g.edges(data=True):
        data["step"] = v != w
    rows = answer["sheets"][0]["rows"]
    tally.same("steps of the first way", len(rows), nx.dijkstra_path_length(g, (a, start), (b, end), weight="step"), f"{a} to {b}")
    day, at = start, a
    for row in rows:
        tie, on = net.ties[row["tie"] - 1], datetime.date.fromisoformat(row["day"])
        assert (at, row["to"]) in tie.ways() and day <= on and tie.holds(on, on), f"{row} cannot be a step from {at} after {day}"
        day, at = on, row["to"]
    assert (at, day) == (b, end), f"the way ends at {at} on {day}"


# ---- turnover ----

def share(part, whole):
    return part / whole if whole else None


def check_turnover(nonet, folder, net, chance, tally):
    dates = [draw_date(chance), draw_date(chance)]
    states = [net.state(*period(d)) for d in dates]
    told = ";".join(dates)
    if net.days() and chance.random() < 0.3:
        told, states = "", [net.state(d, d) for d in net.days()]
    first, second = (set(map(tuple, s.edges() if net.directed else map(sorted, s.edges()))) for s in states)
    tied = [{v for v in s if s.to_undirected()[v]} for s in states]
    want = {"tie-jaccard": share(len(first & second), len(first | second)), "tie-survival": share(len(first & second), len(first)),
            "node-turnover": share(len(tied[0] ^ tied[1]), len(tied[0] | tied[1]))}
    behind = f":{told}" if told else ""
    for row in ask(nonet, folder, [name + behind for name in want], "--verify")["whole"]:
        name = row["measure"].split(":")[0]
        tally.same(name, row["value"], want[name], row["measure"])
    near = [s.to_undirected() for s in states]
    for row in ask(nonet, folder, ["contact-turnover" + behind])["nodes"]:
        a, b = (set(s[row["node"]]) for s in near)
        tally.same("contact-turnover", row["contact-turnover" + behind], share(len(a ^ b), len(a | b)), f"of {row['node']}")


# ---- series ----

def periods(net, unit):
    first, last = net.days()
    if unit == "years":
        return [str(y) for y in range(first.year, last.year + 1)]
    size = 3 if unit == "quarters" else 1
    months = range((first.year * 12 + first.month - 1) // size, (last.year * 12 + last.month - 1) // size + 1)
    return [f"{m * size // 12}-{'Q' if size == 3 else ''}{m * size % 12 // size + 1:0{1 if size == 3 else 2}d}" for m in months]


def check_series(nonet, folder, net, chance, tally):
    if not net.days():
        return
    unit = chance.choice(["years", "quarters", "months", "dates"])
    names = [draw_date(chance) for _ in range(chance.randint(1, 4))] if unit == "dates" else periods(net, unit)
    sheets = ask(nonet, folder, ["ties", "components", "reach:1", "bridge"], "--over", ",".join(names) if unit == "dates" else unit)
    assert [r["date"] for r in sheets["series"]] == names, f"{unit}: {[r['date'] for r in sheets['series']]}, not {names}"
    nodes, ties = iter(sheets["series-nodes"]), iter(sheets["series-ties"])
    for name, row in zip(names, sheets["series"]):
        held = [i for i, t in enumerate(net.ties) if t.holds(*period(name))]
        g = net.state(*period(name))
        tally.same("ties of a state", row["ties"], len(held), name)
        tally.same("components of a state", row["components"], nx.number_connected_components(g.to_undirected()), name)
        for v in net.nodes:
            row = next(nodes)
            assert (row["date"], row["node"]) == (name, v), f"a row of {row['date']} {row['node']} where {name} {v} is due"
            tally.same("reach in a state", row["reach:1"], len(g[v]), f"{v} in {name}")
        bridges = set(map(frozenset, nx.bridges(g.to_undirected())))
        for i in held:
            row, t = next(ties), net.ties[i]
            assert (row["date"], row["tie"], row["from"], row["to"]) == (name, i + 1, t.a, t.b), f"{row} where tie {i + 1} is due"
            tally.same("bridge in a state", row["bridge"], frozenset((t.a, t.b)) in bridges, f"{i + 1} in {name}")
    assert next(nodes, None) is None and next(ties, None) is None, "more rows than states have"


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
        net = Net(chance, number)
        with tempfile.TemporaryDirectory() as folder:
            net.write(folder)
            try:
                check_paths(asked.nonet, folder, net, chance, tally)
                check_first_way(asked.nonet, folder, net, chance, tally)
                check_turnover(asked.nonet, folder, net, chance, tally)
                check_series(asked.nonet, folder, net, chance, tally)
            except AssertionError as wrong:
                print(f"network {number}: {wrong}")
                if asked.keep:
                    os.makedirs(asked.keep, exist_ok=True)
                    net.write(asked.keep)
                return 1
    missed = left_out("over_time.py", tally.measured)
    if missed:
        print("\n".join(missed))
        return 1
    print(f"{asked.graphs} networks, {tally.count} comparisons, largest difference {tally.worst:.2g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
