"""Centralities from their definitions, slowly: plain Python on matrices of lists, for the comparison in centrality.py.

A network is a matrix a[u][v] of strengths, 0 where there is no arc u -> v, and a matrix of lengths, infinite where there is none; an
undirected one is symmetric. Nothing here follows the programs it judges: eigenvectors by Jacobi's rotations, linear systems by
elimination, paths by Floyd and Warshall's closure, packets one by one, a matrix's exponential by halving and squaring.
"""
import math
from fractions import Fraction

INF = math.inf
SAME = 1e-10  # lengths and eigenvalues within this relative distance are the same


def size(a):
    return range(len(a))


def same(x, y):
    return x == y or (max(x, y) < INF and abs(x - y) <= SAME * max(abs(x), abs(y)))


def transposed(a):
    return [list(column) for column in zip(*a)]


def product(a, b):
    columns = transposed(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def solved(a, b):
    """x with a x = b, by elimination with the greatest pivot."""
    rows = [list(row) + [y] for row, y in zip(a, b)]
    n = len(rows)
    for c in range(n):
        p = max(range(c, n), key=lambda r: abs(rows[r][c]))
        rows[c], rows[p] = rows[p], rows[c]
        for r in range(n):
            if r != c and rows[r][c]:
                f = rows[r][c] / rows[c][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def eigen(a):
    """Eigenvalues and eigenvectors (as rows) of a symmetric matrix, by rotations that clear the entries beside the diagonal."""
    n, a = len(a), [list(row) for row in a]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    norm = max((abs(x) for row in a for x in row), default=0)
    for _ in range(60):
        if max((abs(a[i][j]) for i in range(n) for j in range(i)), default=0) <= 1e-17 * norm:
            break
        for i in range(n):
            for j in range(i):
                if abs(a[i][j]) <= 1e-18 * norm:
                    continue
                theta = (a[j][j] - a[i][i]) / (2 * a[i][j])
                t = math.copysign(1, theta) / (abs(theta) + math.hypot(theta, 1))
                c = 1 / math.hypot(t, 1)
                s = t * c
                for k in range(n):
                    a[k][i], a[k][j] = c * a[k][i] - s * a[k][j], s * a[k][i] + c * a[k][j]
                for k in range(n):
                    a[i][k], a[j][k] = c * a[i][k] - s * a[j][k], s * a[i][k] + c * a[j][k]
                v[i], v[j] = [c * x - s * y for x, y in zip(v[i], v[j])], [s * x + c * y for x, y in zip(v[i], v[j])]
    return [a[i][i] for i in range(n)], v


def scaled(x):
    most = max(x, default=0)
    return [y / most if most else y for y in x]


def is_directed(a):
    return a != transposed(a)


def leading_undirected(a):
    """The projection of equal values on the space of the greatest eigenvalue, with a maximum of 1."""
    values, vectors = eigen(a)
    top = max(values, default=0)
    if top <= 0:
        return [None] * len(a), 0
    x = [0.0] * len(a)
    for value, vector in zip(values, vectors):
        if same(value, top):
            weight = sum(vector)
            x = [y + weight * z for y, z in zip(x, vector)]
    return [max(y, 0) for y in scaled(x)], top


def hub_and_authority(a, directed):
    """Leading vectors of A A' and A' A; where several share the greatest value, by the sum of both their halves. Also: is it one only?"""
    if not any(map(any, a)):
        return [None] * len(a), [None] * len(a), False
    if not directed:
        values = sorted((abs(x) for x in eigen(a)[0]), reverse=True)
        x = leading_undirected(a)[0]
        return x, x, len(values) > 1 and values[1] < values[0] * (1 - 1e-4)
    values, vectors = eigen(product(a, transposed(a)))
    top, back = max(values), transposed(a)
    hub, authority, count = [0.0] * len(a), [0.0] * len(a), 0
    for value, u in zip(values, vectors):
        if not same(value, top):
            continue
        count += 1
        w = [sum(x * y for x, y in zip(row, u)) / math.sqrt(top) for row in back]
        both = sum(u) + sum(w)
        hub = [x + both * y for x, y in zip(hub, u)]
        authority = [x + both * y for x, y in zip(authority, w)]
    second = max((x for x in values if not same(x, top)), default=0)
    alone = count == 1 and second < top * (1 - 1e-4)
    return [max(x, 0) for x in scaled(hub)], [max(x, 0) for x in scaled(authority)], alone


def reachable(a):
    r = [[x > 0 or i == j for j, x in enumerate(row)] for i, row in enumerate(a)]
    for k in size(a):
        for i in size(a):
            if r[i][k]:
                r[i] = [x or y for x, y in zip(r[i], r[k])]
    return r


def radius(a):
    """The greatest eigenvalue of a matrix of no negative entries: by Collatz and Wielandt's bounds on each strong component."""
    r, top, done = reachable(a), 0.0, set()
    for v in size(a):
        part = [w for w in size(a) if r[v][w] and r[w][v]]
        if len(part) < 2 or v in done:
            continue
        done.update(part)
        b = [[a[i][j] + (i == j) for j in part] for i in part]
        for _ in range(12):  # b to the power 2^12
            b = product(b, b)
            most = max(map(max, b))
            b = [[x / most for x in row] for row in b]
        x = [sum(row) for row in b]
        for _ in range(4):
            x = scaled([sum(a[i][j] * y for j, y in zip(part, x)) + y0 for i, y0 in zip(part, x)])
        ratios = [sum(a[i][j] * y for j, y in zip(part, x)) / y0 for i, y0 in zip(part, x)]
        assert max(ratios) - min(ratios) < 1e-9 * max(ratios)
        top = max(top, max(ratios))
    return top


def katz(a, alpha):
    back = transposed(a)
    return solved([[(i == j) - alpha * back[i][j] for j in size(a)] for i in size(a)], [1.0] * len(a))


def bonacich(a, beta):
    b = [sum(row) for row in a]
    if not any(b):
        return [None] * len(a)
    x = solved([[(i == j) - beta * a[i][j] for j in size(a)] for i in size(a)], b)
    by = math.sqrt(len(a) / sum(y * y for y in x))
    return [y * by for y in x]


def exponential_diagonal(a):
    """exp(A) = exp(A / 2^k)^(2^k)."""
    norm, k = max((sum(row) for row in a), default=0), 0
    while norm > 0.5:
        norm, k = norm / 2, k + 1
    one = [[float(i == j) for j in size(a)] for i in size(a)]
    whole, term = one, one
    for i in range(1, 20):
        term = [[x / i / 2**k for x in row] for row in product(term, a)]
        whole = [[x + y for x, y in zip(p, q)] for p, q in zip(whole, term)]
    for _ in range(k):
        whole = product(whole, whole)
    return [whole[i][i] for i in size(a)]


def potentials(a, part):
    """x[v][s], the potential at v when a unit enters at s and leaves at the first of the part: in fractions, for what cancels to 0 in a
    current cancels wholly. Strengths that come as decimals or as shares of small numbers are taken for those."""
    exact = {(v, w): Fraction(a[v][w]).limit_denominator(10**6) for v in part for w in part}
    inner = part[1:]
    rows = [[sum(exact[v, u] for u in part) if v == w else -exact[v, w] for w in inner] + [Fraction(v == w) for w in inner] for v in inner]
    n = len(inner)
    for c in range(n):
        rows[c] = [x / rows[c][c] for x in rows[c]]  # all leading minors of this matrix are above 0
        for r in range(n):
            if r != c and rows[r][c]:
                f = rows[r][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    x = {v: dict.fromkeys(part, 0) for v in part}
    for v, row in zip(inner, rows):
        x[v].update(zip(inner, row[n:]))
    return x


def currents(a):
    """Current-flow betweenness, and sums of resistances with the number of nodes reached, pair by pair."""
    r, n = reachable(a), len(a)
    between, resistance = [0.0] * n, [0.0] * n
    for s in size(a):
        part = [v for v in size(a) if r[s][v]]
        if s != part[0]:  # once for each component
            continue
        x = potentials(a, part)
        ties = [(v, w, a[v][w], {u: float(x[v][u] - x[w][u]) for u in part}) for v in part for w in part if v < w and a[v][w]]
        for i, t in ((i, t) for i in part for t in part if i < t):
            apart = float(x[i][i] - x[i][t] - x[t][i] + x[t][t])
            resistance[i] += apart
            resistance[t] += apart
            for v, w, strength, drop in ties:
                current = strength * abs(drop[i] - drop[t]) / 2
                for u in (v, w):
                    if u not in (i, t):
                        between[u] += current
    return between, resistance, [sum(row) - 1 for row in r]


def distances(length):
    d = [[0.0 if i == j else x for j, x in enumerate(row)] for i, row in enumerate(length)]
    for k in size(d):
        for i in size(d):
            if d[i][k] < INF:
                d[i] = [min(x, d[i][k] + y) for x, y in zip(d[i], d[k])]
    return d


def path_counts(length, d, avoided=()):
    """Shortest paths from each to each that touch none of the avoided nodes."""
    n = len(d)
    count = [[0] * n for _ in range(n)]
    for s in range(n):
        if s in avoided:
            continue
        count[s][s] = 1
        for v in sorted(range(n), key=lambda w: d[s][w]):
            if v != s and v not in avoided and d[s][v] < INF:
                count[s][v] = sum(count[s][u] for u in range(n) if length[u][v] < INF and same(d[s][u] + length[u][v], d[s][v]))
    return count


def wasserman_faust(row, others):
    near = [x for x in row if 0 < x < INF]
    return len(near) / others * (len(near) / sum(near)) if near else 0


def pairs(n, *left_out):
    return ((s, t) for s in range(n) for t in range(n) if s != t and s not in left_out and t not in left_out)


def betweenness(length, d, directed, whole_paths=False):
    n, count = len(d), path_counts(length, d)
    out = []
    for v in range(n):
        on = ((s, t) for s, t in pairs(n, v) if d[s][t] < INF and same(d[s][v] + d[v][t], d[s][t]))
        out.append(sum(count[s][v] * count[v][t] / (1 if whole_paths else count[s][t]) for s, t in on) / (1 if directed else 2))
    return out


def load(length, d, directed):
    """A packet for each pair, in equal parts to all next nodes that are nearest to its end."""
    n = len(d)
    out = [0.0] * n
    steps = [[[w for w in range(n) if length[v][w] < INF and same(length[v][w] + d[w][t], d[v][t])] if d[v][t] < INF else []
              for v in range(n)] for t in range(n)]
    for s, t in pairs(n):
        if d[s][t] == INF:
            continue
        here = [0.0] * n
        here[s] = 1.0
        for v in sorted((v for v in range(n) if d[v][t] < INF and v != t), key=lambda v: -d[v][t]):
            if not here[v]:
                continue
            if v != s:
                out[v] += here[v]
            for w in steps[t][v]:
                here[w] += here[v] / len(steps[t][v])
    return [x if directed else x / 2 for x in out]


def group_degree(a, group):
    return sum(v not in group and any(a[u][v] for u in group) for v in size(a))


def group_closeness(d, group):
    outside = [v for v in range(len(d)) if v not in group]
    if not outside:
        return None
    return wasserman_faust([min(d[u][v] for u in group) for v in outside], len(outside))


def group_betweenness(length, d, group, directed):
    every, clear = path_counts(length, d), path_counts(length, d, group)
    return sum(1 - clear[s][t] / every[s][t] for s, t in pairs(len(d), *group) if d[s][t] < INF) / (1 if directed else 2)
