"""Measures of multilayer networks by their definitions, slowly: for multilayer.py. A replica is (node, layer)."""
import math
from fractions import Fraction

DAMPING = 0.85


class Layers:
    """The layers of a case: arcs[layer][u][v] = strength; loops are left out, repeated ties summed."""

    def __init__(self, case):
        self.nodes, self.layers, self.directed = case.nodes, case.layers, case.directed
        self.members = {x: {v for v in case.nodes if x is None or x in case.declared[v]} for x in self.layers}
        for a, b, layer, _, _ in case.ties:
            if layer is not None:
                self.members[layer] |= {a, b}
        some_named = any(tie[2] is not None for tie in case.ties)
        self.arcs = {x: {v: {} for v in case.nodes} for x in self.layers}
        for a, b, layer, directed, weight in case.ties:
            if a == b:
                continue
            of = [layer] if some_named else [x for x in self.layers if a in self.members[x] and b in self.members[x]]
            for x in of:
                if x in self.arcs or not some_named:
                    for u, v in [(a, b)] if directed else [(a, b), (b, a)]:
                        strength = (1 if weight is None else weight) if case.weighted else 1
                        row = self.arcs[x][u]
                        row[v] = row.get(v, 0) + strength if case.weighted else 1
        everywhere = not case.members_only
        self.replicas = [(v, x) for v in self.nodes for x in self.layers if everywhere or v in self.members[x]]
        self.place = {r: i for i, r in enumerate(self.replicas)}

    def ties(self):
        return sum(len(row) for layer in self.arcs.values() for row in layer.values())

    def coupled(self, case):
        """Pairs of replicas of a node that are coupled, both ways."""
        for v in self.nodes:
            own = [r for r in self.replicas if r[0] == v]
            for i, a in enumerate(own):
                for j, b in enumerate(own):
                    if (abs(i - j) == 1) if case.ordinal else i != j:
                        yield a, b

    def supra(self, case):
        """S[i][j]: strength of the way from replica i to j."""
        s = [[0.0] * len(self.replicas) for _ in self.replicas]
        for x, layer in self.arcs.items():
            for u, row in layer.items():
                for v, strength in row.items():
                    s[self.place[u, x]][self.place[v, x]] = float(strength)
        for a, b in self.coupled(case):
            s[self.place[a]][self.place[b]] = float(case.omega)
        return s


# ---- matrices ----

def times(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column) if x and y) for column in columns] for row in a]


def power(matrix, start):
    """The limit of (1 + matrix)^k start, greatest entry 1, by squaring."""
    p = [[x + (i == j) for j, x in enumerate(row)] for i, row in enumerate(matrix)]
    for _ in range(44):
        most = max(map(max, p))
        p = times(*2 * [[[x / most for x in row] for row in p]])
    x = [sum(a * b for a, b in zip(row, start)) for row in p]
    most = max(x)
    return [y / most for y in x]


def greatest(matrix):
    """The greatest eigenvalue of a matrix without negative entries, that is irreducible."""
    if not any(map(any, matrix)):
        return 0.0
    x = power(matrix, [1.0] * len(matrix))
    y = [sum(a * b for a, b in zip(row, x)) for row in matrix]
    return sum(y) / sum(x)


def solve(a, b):
    """a x = b"""
    rows = [row[:] + [right] for row, right in zip(a, b)]
    n = len(rows)
    for i in range(n):
        best = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [x - factor * y for x, y in zip(rows[r], rows[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
    return x


def reached(s, start):
    seen, front = {start}, [start]
    while front:
        i = front.pop()
        for j, x in enumerate(s[i]):
            if x and j not in seen:
                seen.add(j)
                front.append(j)
    return seen


def strong_parts(s):
    out = [reached(s, i) for i in range(len(s))]
    parts = []
    for i in range(len(s)):
        if not any(i in part for part in parts):
            parts.append([j for j in out[i] if i in out[j]])
    return parts, out


# ---- versatility ----

def leading(layers, case):
    """The eigenvector along in-ties, and its value; None where several strong parts lead."""
    s = layers.supra(case)
    parts, out = strong_parts(s)
    values = [greatest([[s[i][j] for j in part] for i in part]) for part in parts]
    most = max(values, default=0.0)
    if not layers.ties():
        return None, most
    turned = [list(column) for column in zip(*s)]
    if not layers.directed:
        x = [0.0] * len(s)
        for part, value in zip(parts, values):  # of parts that lead alike each has its share of the sum of all ones
            if value >= most * (1 - 1e-10):
                y = power([[s[j][i] for j in part] for i in part], [1.0] * len(part))
                for i, entry in zip(part, y):
                    x[i] = entry * sum(y) / sum(e * e for e in y)
        return x, most
    lead = [part for part, value in zip(parts, values) if value >= most * (1 - 1e-10)]
    final = [p for p in lead if not any(q is not p and q[0] in out[p[0]] for q in lead)]
    if len(final) != 1:
        return None, most
    return power(turned, [float(i in final[0]) for i in range(len(s))]), most


def by_node(layers, x):
    out = {v: 0.0 for v in layers.nodes}
    for (v, _), value in zip(layers.replicas, x):
        out[v] += value
    return out


def eigenvector_versatility(layers, case):
    x, _ = leading(layers, case)
    if x is None:
        return {v: None for v in layers.nodes}
    sums = by_node(layers, x)
    most = max(sums.values())
    return {v: value / most for v, value in sums.items()}


def pagerank_versatility(layers, case):
    s = layers.supra(case)
    count = len(s)
    if not count:
        return {v: 0.0 for v in layers.nodes}
    share = [[x / sum(row) for x in row] if any(row) else [1 / count] * count for row in s]
    left = [[(i == j) - DAMPING * share[j][i] for j in range(count)] for i in range(count)]
    return by_node(layers, solve(left, [(1 - DAMPING) / count] * count))


# ---- ties layer by layer ----

def degrees(layers, v):
    """Of each layer in which v has a replica: its ties, those to and from together when directed."""
    out = {}
    for x in layers.layers:
        if (v, x) in layers.place:
            arcs = layers.arcs[x]
            out[x] = sum(arcs[v].values())
            if layers.directed:
                out[x] += sum(row.get(v, 0) for row in arcs.values())
    return out


def neighbours(layers, v, x):
    arcs = layers.arcs[x]
    return set(arcs[v]) | {u for u, row in arcs.items() if v in row}


def spread(layers, v):
    k = degrees(layers, v)
    o, m = sum(k.values()), len(k)
    share = [x / o for x in k.values() if x] if o else []
    return {"overlapping-degree": o,
            "multilayer-participation": m / (m - 1) * (1 - sum(p * p for p in share)) if o and m > 1 else None,
            "multilayer-entropy": -sum(p * math.log(p) for p in share) if o else None,
            "layer-coverage": sum(x > 0 for x in k.values()) / m if m else None}


def edge_overlap(layers):
    pairs = [{(u, v) for u, row in arcs.items() for v in row} for arcs in layers.arcs.values()]
    some = set.union(*pairs)
    return len(set.intersection(*pairs)) / len(some) if some else None


def mutual_giant(layers):
    """The largest set connected in every layer that has a tie: whoever is not within a set's component somewhere is parted from it."""
    groups = [set(layers.nodes)]
    used = [{u: set() for u in layers.nodes} for _ in layers.layers]
    for near, arcs in zip(used, layers.arcs.values()):
        for u, row in arcs.items():
            for v in row:
                near[u].add(v)
                near[v].add(u)
    used = [near for near in used if any(near.values())]
    parted = True
    while parted:
        parted = False
        for near in used:
            finer = [piece for group in groups for piece in pieces(near, group)]
            parted |= len(finer) > len(groups)
            groups = finer
    return max(map(len, groups)) if used else min(1, len(layers.nodes))


def pieces(near, group):
    left, out = set(group), []
    while left:
        piece, edge = set(), [left.pop()]
        while edge:
            u = edge.pop()
            piece.add(u)
            more = near[u] & left
            left -= more
            edge += more
        out.append(piece)
    return out


def tables(layers):
    for v in layers.nodes:
        k = degrees(layers, v)
        met = {x: neighbours(layers, v, x) for x in layers.layers}
        every = set.union(*met.values())
        for x in layers.layers:
            if met[x]:
                only = met[x] - set().union(*(met[y] for y in layers.layers if y != x))
                where = f"{v}|{x or ''}"
                yield ("multilayer-degree/degree", where), k[x]
                yield ("multilayer-degree/share", where), k[x] / sum(k.values())
                yield ("layer-relevance/neighbours", where), len(met[x])
                yield ("layer-relevance/relevance", where), len(met[x]) / len(every)
                yield ("layer-relevance/exclusive-neighbours", where), len(only)
                yield ("layer-relevance/exclusive-relevance", where), len(only) / len(every)


# ---- paths ----

def arcs_from(layers, case, v):
    for x in layers.layers:
        for w, strength in layers.arcs[x][v].items():
            yield x, w, 1 / Fraction(strength) if case.weighted else Fraction(1)


def every_path(layers, case, source):
    """{target: [(length, nodes between)]} of paths that meet no node twice, the shortest among them all."""
    out, least, price = {}, {}, Fraction(case.cost)

    def go(path, layer, length):
        for x, w, step in arcs_from(layers, case, path[-1]):
            if w not in path:
                total = length + step + (price if layer is not None and x != layer[0] else 0)
                if total > least.get(w, total) + price:  # no shortest path begins like this: one that comes sooner may change layer
                    continue
                least[w] = min(total, least.get(w, total))
                out.setdefault(w, []).append((total, path[1:]))
                go(path + [w], (x,), total)

    go([source], None, Fraction(0))
    return out


def by_paths(layers, case):
    n, closeness, between, distance = len(layers.nodes), {}, {v: Fraction(0) for v in layers.nodes}, None
    for source in layers.nodes:
        found = every_path(layers, case, source)
        least = {w: min(length for length, _ in paths) for w, paths in found.items()}
        closeness[source] = Fraction(len(least) ** 2, 1) / (n - 1) / sum(least.values()) if least else 0
        for w, paths in found.items():
            shortest = [nodes for length, nodes in paths if length == least[w]]
            for nodes in shortest:
                for v in nodes:
                    between[v] += Fraction(1, len(shortest)) / (1 if layers.directed else 2)
        if source == case.pair[0]:
            distance = least.get(case.pair[1])
    return closeness, between, distance


# ---- triangles ----

def clustering(layers, v):
    """C1 and C2 of Battiston and others, choice by choice."""
    met = {x: {u: neighbours(layers, u, x) for u in layers.nodes} for x in layers.layers}
    closed, could = {2: 0, 3: 0}, {2: 0, 3: 0}
    for a in layers.layers:
        for b in layers.layers:
            for j in met[a][v]:
                for m in met[b][v] - {j}:
                    for c in layers.layers:
                        kind = 2 if a == b != c else 3 if len({a, b, c}) == 3 else 0
                        if kind:
                            could[kind] += 1
                            closed[kind] += m in met[c][j]
    return {f"clustering-{word}-layers": Fraction(closed[kind], could[kind]) if could[kind] else None
            for kind, word in ((2, "two"), (3, "three"))}


# ---- communities ----

def modularity(layers, case, group):
    """Of Mucha and others, pair of replicas by pair; group[replica]."""
    strength = {x: {v: {u: 0.0 for u in layers.nodes} for v in layers.nodes} for x in layers.layers}
    for x, u, v, s in case_strengths(layers, case):
        strength[x][u][v] = strength[x][v][u] = s
    ends = {x: sum(sum(row.values()) for row in strength[x].values()) for x in layers.layers}
    coupled = list(layers.coupled(case))
    total = sum(ends.values()) + case.omega * len(coupled)
    q = sum(case.omega for a, b in coupled if group[a] == group[b])
    for x in layers.layers:
        k = {v: sum(row.values()) for v, row in strength[x].items()}
        for u in layers.nodes:
            for v in layers.nodes:
                if ends[x] and (u, x) in layers.place and (v, x) in layers.place and group[u, x] == group[v, x]:
                    q += strength[x][u][v] - k[u] * k[v] / ends[x]
    return q / total if sum(ends.values()) else None


def case_strengths(layers, case):
    """Each tied pair of a layer once, direction left out of account: (layer, u, v, strength)."""
    some_named = any(tie[2] is not None for tie in case.ties)
    sums = {}
    for a, b, layer, _, weight in case.ties:
        for x in layers.layers:
            of = layer == x if some_named else a in layers.members[x] and b in layers.members[x]
            if of and a != b:
                pair = (x, *sorted((a, b)))
                worth = (1 if weight is None else weight) if case.weighted else 1
                sums[pair] = sums.get(pair, 0) + worth if case.weighted else 1
    return [(*pair, s) for pair, s in sums.items()]


def judge_communities(layers, case, got):
    """From what nonet found: (its modularity by definition, whether a community's numbers, and one move of any replica, are as they
    must be). Replicas without ties have one line together."""
    lines = {where: value for (name, where), value in got.items() if name == "multilayer-communities/community"}
    group = {(v, x): lines.get(f"{v}|{x or ''}", lines.get(f"{v}|")) for v, x in layers.replicas}
    if not lines:
        return None, True
    q = modularity(layers, case, group)
    sizes = {}
    for number in group.values():
        sizes[number] = sizes.get(number, 0) + 1
    sorted_by_size = [sizes.get(number, 0) for number in range(1, len(sizes) + 1)] == sorted(sizes.values(), reverse=True)
    trivial = modularity(layers, case, {r: 0 for r in group}), modularity(layers, case, {r: r for r in group})
    by_node = modularity(layers, case, {r: r[0] for r in group})
    return q, sorted_by_size and q >= max(*trivial, by_node) - 1e-12


# ---- layers between layers ----

def links(layers, case):
    """{(layer, layer): nodes shared, and ties of no layer from a member of one to a member of the other}, of layers that are tied."""
    some_named = any(tie[2] is not None for tie in case.ties)
    at = {v: {x for x in layers.layers if v in layers.members[x]} for v in layers.nodes}
    out = {}
    for x in layers.layers:
        for y in layers.layers:
            crossing = sum((x in at[a] and y in at[b]) or (y in at[a] and x in at[b]) for a, b, layer, _, _ in case.ties
                           if (layer is None or not some_named) and not at[a] & at[b])
            if x != y and len(layers.members[x] & layers.members[y]) + crossing:
                out[x, y] = len(layers.members[x] & layers.members[y]) + crossing
    return out


def brokers(layers, case):
    tied = links(layers, case)
    for i, x in enumerate(layers.layers):
        for y in layers.layers[i + 1:]:
            between = [z for z in layers.layers if (x, z) in tied and (z, y) in tied]
            for z in between if (x, y) not in tied else []:
                yield x, y, z, 1 / len(between), min(tied[x, z], tied[z, y])


def brokerage(layers, case):
    out = {("layer-brokerage", x): 0 for x in layers.layers if x is not None}
    for (x, y), weight in links(layers, case).items():
        if layers.layers.index(x) < layers.layers.index(y):
            out["layer-brokers/share", f"{x}|{y}|"], out["layer-brokers/links", f"{x}|{y}|"] = 1, weight
    for x, y, z, share, weight in brokers(layers, case):
        out["layer-brokerage", z] += share
        out["layer-brokers/share", f"{x}|{y}|{z}"] = share
        out["layer-brokers/links", f"{x}|{y}|{z}"] = weight
    return out


# ---- what is compared ----

TABLES = ["multilayer-degree", "layer-relevance"]
COMMUNITIES = "multilayer-communities"
SPREAD = ["overlapping-degree", "multilayer-participation", "multilayer-entropy", "layer-coverage"]


def asks_of(case):
    """What is asked in one call each: measures of one scope, or a table."""
    by_coupling = [f"{name}:{case.coupling()}" for name in ("eigenvector-versatility", "pagerank-versatility")]
    by_price = [f"{name}:{case.cost}" for name in ("closeness-versatility", "betweenness-versatility")]
    whole = [f"supra-eigenvalue:{case.coupling()}", "edge-overlap", "mutual-giant-component", distance_of(case), f"multilayer-modularity:{case.coupling()}"]
    triangles = ["clustering-two-layers", "clustering-three-layers"]
    return [by_coupling + by_price + SPREAD + triangles, whole, *([name] for name in TABLES),
            [f"{COMMUNITIES}:{case.coupling()}"], ["layer-brokerage"], ["layer-brokers"]]


def distance_of(case):
    return f"multilayer-distance:{';'.join(case.pair)};{case.cost}"


def table_values(name, row):
    """{(measure/column, node|layer, or layer|layer|broker): value}"""
    keys = ("from", "to", "broker") if name == "layer-brokers" else ("node", "layer")
    return {(f"{name}/{column}", "|".join(row[key] for key in keys)): value for column, value in row.items() if column not in keys}


def judged(layers, case):
    """{(measure as typed, key): value}"""
    out = {}

    def nodes(name, values):
        out.update({(name, v): value for v, value in values.items()})

    behind = ":" + case.coupling()
    nodes("eigenvector-versatility" + behind, eigenvector_versatility(layers, case))
    nodes("pagerank-versatility" + behind, pagerank_versatility(layers, case))
    out["supra-eigenvalue" + behind, "-"] = leading(layers, case)[1]
    for v in layers.nodes:
        out.update({(name, v): value for name, value in {**spread(layers, v), **clustering(layers, v)}.items()})
    out["edge-overlap", "-"] = edge_overlap(layers)
    out["mutual-giant-component", "-"] = mutual_giant(layers)
    out.update(tables(layers))
    out.update(brokerage(layers, case))
    closeness, between, distance = by_paths(layers, case)
    nodes(f"closeness-versatility:{case.cost}", closeness)
    nodes(f"betweenness-versatility:{case.cost}", between)
    out[distance_of(case), "-"] = distance
    return out
