"""Measures and projections of two-mode and n-mode networks, slowly, from their definitions: sets of neighbours and sums over all ways.

A network is `near`: node -> {neighbour: strength}, and `kind`: node -> its kind.
"""
import itertools
import math


def latapy(near, divisor):
    """Mean likeness to the others that share a neighbour; divisor(k, l, union)."""
    out = {}
    for v in near:
        likes = []
        for w in near:
            common = set(near[v]) & set(near[w])
            if w != v and common:
                likes.append(len(common) / divisor(len(near[v]), len(near[w]), len(set(near[v]) | set(near[w]))))
        out[v] = sum(likes) / len(likes) if likes else None
    return out


def chains(near):
    """Paths a - x - v - y - b whose ends have no neighbour in common, each counted once: every one is written down and looked at."""
    out = {}
    for v in near:
        found = set()
        for x, y in itertools.permutations(near[v], 2):
            for a in near[x]:
                for b in near[y]:
                    if len({a, v, b}) == 3 and not set(near[a]) & set(near[b]):
                        found.add(min((a, x, v, y, b), (b, y, v, x, a)))
        out[v] = len(found)
    return out


def matching_number(near, first):
    """The greatest set of ties that do not meet: each node of the first kind is left alone or paired with one that is free."""
    seen = {}

    def best(i, taken):
        if i == len(first):
            return 0
        if (i, taken) not in seen:
            seen[i, taken] = max([best(i + 1, taken)] + [1 + best(i + 1, taken | {w}) for w in near[first[i]] if w not in taken])
        return seen[i, taken]

    return best(0, frozenset())


def singular_pair(near, kind, kinds):
    """(sigma, node -> value with each kind's squares adding up to 1): on each island by squaring B B' until it has one direction left;
    islands with the same sigma in proportion to the sum of their vectors."""
    left, islands = set(near), []
    while left:
        island, more = set(), [min(left)]
        while more:
            v = more.pop()
            if v not in island:
                island.add(v)
                more.extend(near[v])
        left -= island
        islands.append(sorted(island))
    best, vectors = 0.0, []
    for island in islands:
        own, other = ([v for v in island if kind[v] == k] for k in kinds)
        if not own or not other:
            continue
        m = [[sum(near[v].get(e, 0) * near[w].get(e, 0) for e in other) for w in own] for v in own]
        power = m
        for _ in range(60):
            scale = max(map(max, power))
            power = [[math.fsum(r * c for r, c in zip(row, column)) / scale ** 2 for column in zip(*power)] for row in power]
        x = [math.fsum(row) for row in power]
        length = math.sqrt(math.fsum(a * a for a in x))
        x = dict(zip(own, (a / length for a in x)))
        y = {e: math.fsum(near[e].get(v, 0) * x[v] for v in own) for e in other}
        sigma = math.sqrt(math.fsum(b * b for b in y.values()))
        pair = {**x, **{e: b / sigma for e, b in y.items()}}
        vectors.append((sigma, sum(pair.values()), pair))
        best = max(best, sigma)
    if not vectors:
        return 0.0, None
    out = dict.fromkeys(near, 0.0)
    for sigma, total, pair in vectors:
        if sigma >= best * (1 - 1e-10):
            out.update({v: a * total for v, a in pair.items()})
    for k in kinds:
        length = math.sqrt(math.fsum(a * a for v, a in out.items() if kind[v] == k))
        out.update({v: a / length for v, a in out.items() if kind[v] == k})
    return best, out


def ways(near, kind, start, path):
    """Every way from start over nodes of the kinds on the path."""
    if not path:
        yield (start,)
        return
    for w in near[start]:
        if kind[w] == path[0]:
            for rest in ways(near, kind, w, path[1:]):
                yield (start,) + rest


def reaches(near, kind, own, path):
    """node of the kind -> {what it reaches: the strength of the strongest way, a way being as strong as its weakest tie}."""
    out = {}
    for v in near:
        if kind[v] != own:
            continue
        out[v] = {}
        for way in ways(near, kind, v, path):
            if way[-1] != v:
                strength = min(near[a][b] for a, b in zip(way, way[1:]))
                out[v][way[-1]] = max(out[v].get(way[-1], 0), strength)
    return out


def project(near, kind, own, path, weighting):
    """(i, j) sorted -> weight of the projected tie."""
    reach, out = reaches(near, kind, own, path), {}
    size = {}
    for row in reach.values():
        for k in row:
            size[k] = size.get(k, 0) + 1
    for i, j in itertools.combinations(sorted(reach), 2):
        common = sorted(set(reach[i]) & set(reach[j]))
        if not common:
            continue
        c = {k: min(reach[i][k], reach[j][k]) for k in common}
        s, t, total = sum(reach[i].values()), sum(reach[j].values()), sum(c.values())
        out[i, j] = {"count": total, "newman": sum(c[k] / (size[k] - 1) for k in common), "jaccard": total / (s + t - total),
                     "overlap": total / min(s, t), "hyperbolic": sum(c[k] / size[k] for k in common),
                     "resource-allocation": sum(c[k] / size[k] for k in common) * (1 / s + 1 / t) / 2}[weighting]
    return out
