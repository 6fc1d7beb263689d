"""Cohesion, from its definitions, slowly: plain Python on sets of nodes, for the comparison in cohesion.py.

Nodes are 0 .. n - 1. A network is `near`: near[v] is the set of nodes that v is tied to (an arc v -> w of a directed network puts w in
near[v] only). A set of nodes is the bits of a number. Where the definition says "every set" or "least set", every set is tried, which
nothing that it judges does; distances and determinants are fractions.

Sources of the definitions: Moody and White 2003 (blocks); Cohen 2008 (truss); Menger 1927 (routes); Broder et al. 2000 (bow-tie);
Latora and Marchiori 2001, 2005 (efficiency, vulnerability); Kirchhoff 1847 (trees); Rosvall and Bergstrom 2008 (map equation).
"""
import itertools
import math
from fractions import Fraction

INF = math.inf


def bits(mask):
    return [v for v in range(mask.bit_length()) if mask >> v & 1]


def mask_of(nodes):
    return sum(1 << v for v in nodes)


def reached(near, start, allowed):
    """The nodes of `allowed` that a walk within it comes to from those of `start`."""
    seen = todo = start & allowed
    while todo:
        v = todo.bit_length() - 1
        todo &= ~(1 << v)
        new = mask_of(near[v]) & allowed & ~seen
        seen |= new
        todo |= new
    return seen


def both_ways(near):
    out = [set(x) for x in near]
    for v, x in enumerate(near):
        for w in x:
            out[w].add(v)
    return out


def by_size(nodes):
    """Every set of some nodes, small ones first."""
    return (frozenset(x) for k in range(len(nodes) + 1) for x in itertools.combinations(nodes, k))


# ---- sets that hold together ----


class Subsets:
    """Which sets of nodes are connected, and what it takes to part each: a table of all 2^n sets."""

    def __init__(self, near):
        near = both_ways(near)
        self.n = len(near)
        self.connected = [s != 0 and reached(near, s & -s, s) == s for s in range(1 << self.n)]
        self.count = [s.bit_count() if hasattr(s, "bit_count") else bin(s).count("1") for s in range(1 << self.n)]

    def connectivity(self, s):
        """The least number of nodes whose loss parts the set; one less than its nodes where nothing does; 0 if it is apart already."""
        if not self.connected[s]:
            return 0
        best, lost = self.count[s] - 1, s
        while lost:
            lost = (lost - 1) & s
            left = s & ~lost
            if left and not self.connected[left]:
                best = min(best, self.count[lost])
        return best

    def blocks(self):
        """(k, set) of every set that is maximal among those of connectivity k or more, with its greatest k."""
        kappa = {s: self.connectivity(s) for s in range(1 << self.n) if self.count[s] > 1}
        out = []
        for s in sorted(kappa, key=lambda s: -self.count[s]):
            if kappa[s] and not any(s & t == s and k >= kappa[s] for k, t in out):
                out.append((kappa[s], s))
        return out

    def bicomponents(self):
        """Maximal sets of two or more that stay connected whichever node is lost."""
        out = []
        for s in sorted(range(1 << self.n), key=lambda s: -self.count[s]):
            if self.count[s] > 1 and self.connected[s] and not any(s & t == s for t in out):
                if all(self.connected[s & ~(1 << v)] for v in bits(s)):
                    out.append(s)
        return out

    def least_separators(self):
        whole = (1 << self.n) - 1
        if self.n == 0 or not self.connected[whole]:
            return set()
        parting = [s for s in range(whole) if not self.connected[whole & ~s]]
        least = min((self.count[s] for s in parting), default=0)
        return {frozenset(bits(s)) for s in parting if self.count[s] == least}


def trussness(near):
    """{pair: greatest k}: of each k, what is left when ties that close fewer than k - 2 triangles are taken out again and again."""
    near = both_ways(near)
    left = {frozenset((v, w)) for v, x in enumerate(near) for w in x}
    out, k = dict.fromkeys(left, 2), 2
    while left:
        weak = [e for e in left if sum(frozenset((v, x)) in left and frozenset((w, x)) in left
                                       for v, w in [tuple(e)] for x in range(len(near))) < k - 2]
        if weak:
            left = left.difference(weak)
            continue
        out.update(dict.fromkeys(left, k))
        k += 1
    return out


def rich_club(near, k):
    near = both_ways(near)
    rich = [v for v, x in enumerate(near) if len(x) > k]
    pairs = list(itertools.combinations(rich, 2))
    return Fraction(sum(w in near[v] for v, w in pairs), len(pairs)) if pairs else None


# ---- routes and sets that reach ----


def node_routes(near, sources, targets):
    """The least set of nodes that every path from one to the other meets: the ends' own do not count between two nodes, and a direct tie is
    one more; between sets every node counts, the ends too."""
    n, between = len(near), len(sources) == len(targets) == 1
    if between and sources == targets:
        return None
    extra = 0
    if between:
        (a,), (b,) = sources, targets
        extra = int(b in near[a])
        near = [x - {b} if v == a else x for v, x in enumerate(near)]
    free = [v for v in range(n) if not (between and (v in sources or v in targets))]
    for cut in by_size(free):
        if not reached(near, mask_of(sources - cut), (1 << n) - 1 - mask_of(cut)) & mask_of(targets - cut):
            return len(cut) + extra


def tie_routes(near, sources, targets):
    """The fewest arcs that lead out of a set that holds all sources and no target."""
    if sources & targets:
        return None
    rest = [v for v in range(len(near)) if v not in sources and v not in targets]
    return min(sum(w not in side for v in side for w in near[v]) for more in by_size(rest) for side in [sources | more])


def least_dominating(near):
    """The size of a least set that holds or is tied to everybody, and what such a set is."""
    n = len(near)

    def dominates(chosen):
        return set(chosen).union(*(near[v] for v in chosen)) == set(range(n))

    return next(len(s) for s in by_size(range(n)) if dominates(s)), dominates


def strong_parts(near):
    """Sets that reach each other both ways, large ones first, of equal ones that with the least node."""
    n = len(near)
    r = [reached(near, 1 << v, (1 << n) - 1) for v in range(n)]
    parts = {frozenset(w for w in range(n) if r[v] >> w & 1 and r[w] >> v & 1) for v in range(n)}
    return sorted(parts, key=lambda p: (-len(p), min(p)))


def bow_tie(near):
    """The place of each node around the largest strong part."""
    n = len(near)
    parts = strong_parts(near)
    if not parts or len(parts[0]) < 2:
        return ["apart"] * n
    r = [reached(near, 1 << v, (1 << n) - 1) for v in range(n)]
    core = mask_of(parts[0])
    into = mask_of(v for v in range(n) if r[v] & core) & ~core
    out = mask_of(w for w in range(n) if any(r[v] >> w & 1 for v in parts[0])) & ~core
    place = []
    for v in range(n):
        from_in, to_out = any(r[u] >> v & 1 for u in bits(into)), bool(r[v] & out)
        place.append("core" if core >> v & 1 else "in" if into >> v & 1 else "out" if out >> v & 1 else
                     "tube" if from_in and to_out else "tendril of in" if from_in else "tendril of out" if to_out else "apart")
    return place


# ---- distances ----


def distances(length, nodes):
    """{(v, w): distance} within some nodes; length {(v, w): fraction} of arcs. Pairs without a path are left out."""
    d = {(v, w): x for (v, w), x in length.items() if v in nodes and w in nodes}
    for k in nodes:
        for v in nodes:
            if (v, k) not in d:
                continue
            for w in nodes:
                if v != w and (k, w) in d and d[v, k] + d[k, w] < d.get((v, w), INF):
                    d[v, w] = d[v, k] + d[k, w]
    return d


def nearness(length, nodes):
    """The sum over ordered pairs of 1 / distance."""
    return sum((1 / Fraction(x) for (v, w), x in distances(length, nodes).items() if v != w), Fraction(0))


def efficiency(length, nodes):
    n = len(nodes)
    return nearness(length, nodes) / (n * (n - 1)) if n > 1 else None


def local_efficiency(length, v):
    """length of ties both ways."""
    near = {w for u, w in length if u == v}
    return efficiency(length, near) if len(near) > 1 else None


def vulnerability(length, n, v, kept):
    nodes = set(range(n))
    whole = nearness(length, nodes)
    if n < 3 or not whole:
        return None
    left = nearness(length, nodes - {v})
    pairs = n * (n - 1) if kept else (n - 1) * (n - 2)
    e, e_v = whole / (n * (n - 1)), left / pairs
    return (e - e_v) / e


# ---- the Laplacian ----


def laplacian(strength, n):
    """strength {(v, w): fraction} of ties both ways."""
    return [[sum((x for (v, _), x in strength.items() if v == i), Fraction(0)) if i == j else -strength.get((i, j), Fraction(0))
             for j in range(n)] for i in range(n)]


def determinant(rows):
    """Exact, by elimination in fractions."""
    rows, out = [list(map(Fraction, row)) for row in rows], Fraction(1)
    for c in range(len(rows)):
        p = next((r for r in range(c, len(rows)) if rows[r][c]), None)
        if p is None:
            return Fraction(0)
        if p != c:
            rows[c], rows[p], out = rows[p], rows[c], -out
        out *= rows[c][c]
        for r in range(c + 1, len(rows)):
            f = rows[r][c] / rows[c][c]
            rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return out


def spanning_trees(strength, n):
    return determinant([row[1:] for row in laplacian(strength, n)[1:]]) if n else None


def spanning_trees_one_by_one(strength, n):
    """Every choice of n - 1 ties that joins all, with the product of its strengths."""
    ties, total = [(v, w) for v, w in strength if v < w], Fraction(0)
    for chosen in itertools.combinations(ties, n - 1):
        part = list(range(n))

        def root(v):
            while part[v] != v:
                v = part[v]
            return v

        for v, w in chosen:
            part[root(v)] = root(w)
        if len({root(v) for v in range(n)}) == 1:
            total += math.prod((strength[e] for e in chosen), start=Fraction(1))
    return total


# ---- the map equation ----


def visits(strength, nodes, jump=0.15):
    """Share of time that a walker spends at each node who follows ties out by strength, and jumps anywhere now and then or where none
    leads out; and the chances of its steps along ties."""
    out = {v: sum(float(x) for (u, _), x in strength.items() if u == v) for v in nodes}
    step = {(v, w): float(x) / out[v] for (v, w), x in strength.items() if v in out and w in out}
    p = dict.fromkeys(nodes, 1 / len(nodes))
    for _ in range(2000):
        stray = jump + (1 - jump) * sum(p[v] for v in nodes if not out[v])
        new = {v: stray / len(nodes) for v in nodes}
        for (v, w), x in step.items():
            new[w] += (1 - jump) * p[v] * x
        if max(abs(new[v] - p[v]) for v in nodes) < 1e-17:
            break
        p = new
    return p, step, out


def codelength(strength, nodes, group, jump=0.15):
    """Bits for a step of the walker, told by two levels of names (Rosvall and Bergstrom 2008, equation 4); jumps are told as well."""
    p, step, out = visits(strength, nodes, jump)

    def plogp(x):
        return x * math.log2(x) if x > 0 else 0.0

    leave, inside = {}, {}
    for h in set(group.values()):
        members = [v for v in nodes if group[v] == h]
        inside[h] = sum(p[v] for v in members)
        along = sum((1 - jump) * p[v] * x for (v, w), x in step.items() if group[v] == h != group[w])
        stray = jump * inside[h] + (1 - jump) * sum(p[v] for v in members if not out[v])
        leave[h] = along + stray * (1 - len(members) / len(nodes))
    return (plogp(sum(leave.values())) - 2 * sum(map(plogp, leave.values())) + sum(plogp(leave[h] + inside[h]) for h in leave)
            - sum(map(plogp, p.values())))


def divisions(nodes):
    """Every way to divide some nodes into groups: {node: group}."""
    nodes = list(nodes)
    if not nodes:
        yield {}
        return
    for rest in divisions(nodes[1:]):
        for h in range(max(rest.values(), default=-1) + 2):
            yield {nodes[0]: h, **rest}
