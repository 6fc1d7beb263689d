"""Measures of multilayer networks by their definitions, slowly: for multilayer.py. A replica is (node, layer)."""
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
        x = power(turned, [1.0] * len(s))
        lead = [value >= most * (1 - 1e-10) for value in values]
        for part, leads in zip(parts, lead):
            for i in part:
                x[i] = x[i] if leads else 0.0
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


# ---- what is compared ----

def names_of(case):
    by_coupling = ["eigenvector-versatility", "pagerank-versatility", "supra-eigenvalue"]
    return [f"{name}:{case.coupling()}" for name in by_coupling]


def table_values(name, row):
    raise KeyError(name)


def judged(layers, case):
    """{(measure as typed, key): value}"""
    out = {}

    def nodes(name, values):
        out.update({(name, v): value for v, value in values.items()})

    behind = ":" + case.coupling()
    nodes("eigenvector-versatility" + behind, eigenvector_versatility(layers, case))
    nodes("pagerank-versatility" + behind, pagerank_versatility(layers, case))
    out["supra-eigenvalue" + behind, "-"] = leading(layers, case)[1]
    return out
