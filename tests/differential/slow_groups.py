"""Measures of brokerage and groups, slowly, from their definitions.

A network is `nodes`, `arcs` {(a, b): strength} (both ways where undirected, the same strength), `directed`; `group` {node: group or None}.
"""
import itertools
import math

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


def role(a, v, b):
    """By the pattern of equal groups among the three."""
    same = (a == v, v == b, a == b)
    return {(True, True, True): "coordinator", (False, False, True): "itinerant", (False, True, False): "gatekeeper",
            (True, False, False): "representative", (False, False, False): "liaison"}[same]


def brokerage(net, group):
    out = {r: {v: 0 if group[v] is not None else None for v in net.nodes} for r in ROLES}
    members = [v for v in net.nodes if group[v] is not None]
    for a, v, b in itertools.permutations(members, 3):
        if (a, v) in net.arcs and (v, b) in net.arcs and (a, b) not in net.arcs:
            out[role(group[a], group[v], group[b])][v] += 1
    return out


def place(net, a, b):
    return (a, b) if net.directed else frozenset((a, b))


def brokerage_by_chance(net, group, v, wanted):
    """Mean and deviation when each place is tied with the chance of the density: over all pairs of triples, place by place."""
    n = len(net.nodes)
    density = len(net.arcs) / (n * (n - 1))
    members = [w for w in net.nodes if group[w] is not None and w != v]
    needs = []
    for a, b in itertools.permutations(members, 2):
        if wanted == "all" or role(group[a], group[v], group[b]) == wanted:
            needs.append({place(net, a, v): True, place(net, v, b): True, place(net, a, b): False})

    def chance(need):
        return math.prod(density if tied else 1 - density for tied in need.values())

    mean = sum(map(chance, needs))
    square = 0
    for x in needs:
        for y in needs:
            if all(y.get(p, tied) == tied for p, tied in x.items()):
                square += chance({**x, **y})
    return mean, math.sqrt(max(0, square - mean * mean))


def mutual(net):
    z = {v: {} for v in net.nodes}
    for (a, b), w in net.arcs.items():
        z[a][b] = z[a].get(b, 0) + w
        z[b][a] = z[b].get(a, 0) + w
    return z


def local_constraint(net):
    z = mutual(net)
    p = {v: {w: x / sum(z[v].values()) for w, x in z[v].items()} for v in net.nodes}
    return {(i, j): (p[i][j] + sum(p[i][q] * p[q].get(j, 0) for q in p[i] if q != j)) ** 2 for i in net.nodes for j in p[i]}


def effective_size(net):
    z, out = mutual(net), {}
    for i in net.nodes:
        out[i] = sum(1 - sum(z[i][q] / sum(z[i].values()) * z[j].get(q, 0) / max(z[j].values()) for q in z[i] if q != j)
                     for j in z[i]) if z[i] else None
    return out


def hierarchy(net):
    c, out = local_constraint(net), {}
    for i in net.nodes:
        mine = [x for (a, _), x in c.items() if a == i]
        n = len(mine)
        out[i] = sum(x / (sum(mine) / n) * math.log(x / (sum(mine) / n)) for x in mine) / (n * math.log(n)) if n > 1 else None
    return out


def toward(net, group, v):
    out = {}
    for w, x in mutual(net)[v].items():
        if group[w] is not None:
            out[group[w]] = out.get(group[w], 0) + x
    return out


def participation(net, group):
    out = {}
    for v in net.nodes:
        ties = toward(net, group, v)
        out[v] = 1 - sum((x / sum(ties.values())) ** 2 for x in ties.values()) if ties else None
    return out


def within_module_z(net, group, sample):
    out = dict.fromkeys(net.nodes)
    # a tie of an undirected network stands twice among the arcs
    inside = {v: toward(net, group, v).get(group[v], 0) / (1 if net.directed else 2) for v in net.nodes if group[v] is not None}
    for h in set(group.values()) - {None}:
        members = [v for v in inside if group[v] == h]
        mean = sum(inside[v] for v in members) / len(members)
        squares = sum((inside[v] - mean) ** 2 for v in members)
        if squares > 1e-18:
            for v in members:
                out[v] = (inside[v] - mean) / math.sqrt(squares / (len(members) - (1 if sample else 0)))
    return out


def ties_by_group(net, group):
    """External and internal ties, each undirected one once."""
    external = internal = 0
    for a, b in net.arcs:
        if group[a] is None or group[b] is None or (not net.directed and a > b):
            continue
        external, internal = external + (group[a] != group[b]), internal + (group[a] == group[b])
    return external, internal


def e_i(external, internal):
    return (external - internal) / (external + internal) if external + internal else None


def e_i_node(net, group):
    out = {}
    for v in net.nodes:
        near = {w for w in mutual(net)[v] if group[w] is not None} if group[v] is not None else set()
        out[v] = e_i(sum(group[w] != group[v] for w in near), sum(group[w] == group[v] for w in near))
    return out


def e_i_by_chance(net, group):
    """Mean, deviation, and shares at most, at least: over all ways to deal the groups."""
    members = [v for v in net.nodes if group[v] is not None]
    index = []
    for dealt in itertools.permutations([group[v] for v in members]):
        other = dict(group)
        other.update(zip(members, dealt))
        index.append(e_i(*ties_by_group(net, other)))
    mean = sum(index) / len(index)
    return mean, math.sqrt(sum((x - mean) ** 2 for x in index) / len(index))


def density(net, group, a, b):
    pairs = [(v, w) for v in net.nodes for w in net.nodes if v != w and group[v] == a and group[w] == b]
    return sum(net.arcs.get(pair, 0) for pair in pairs) / len(pairs) if pairs else None


def blau(values):
    values = [x for x in values if x is not None]
    return 1 - sum((values.count(x) / len(values)) ** 2 for x in set(values)) if values else None


def correlation(x, y):
    n = len(x)
    mx, my = sum(x) / n if n else 0, sum(y) / n if n else 0
    xx, yy = sum((a - mx) ** 2 for a in x), sum((b - my) ** 2 for b in y)
    if xx < 1e-15 or yy < 1e-15:
        return None
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / math.sqrt(xx * yy)


def core_fit(net, core, ideal):
    pairs = list(itertools.permutations(net.nodes, 2))
    pattern = [(a in core or b in core) if ideal == "touching" else (a in core and b in core) for a, b in pairs]
    return correlation([net.arcs.get(pair, 0) for pair in pairs], [int(x) for x in pattern])


def cores(net):
    return (set(core) for k in range(len(net.nodes) + 1) for core in itertools.combinations(net.nodes, k))


def best_core(net, ideal):
    """The greatest fit of any core."""
    return max((x for x in (core_fit(net, core, ideal) for core in cores(net)) if x is not None), default=None)


def smallest_core(net, ideal, fit):
    """The size of the smallest core that fits so well."""
    fits = ((len(core), core_fit(net, core, ideal)) for core in cores(net))
    return next(size for size, x in fits if x is not None and x >= fit - 1e-12)


def structural_classes(net):
    def alike(u, v):
        others = [k for k in net.nodes if k not in (u, v)]
        return ((u, v) in net.arcs) == ((v, u) in net.arcs) and all(
            ((u, k) in net.arcs) == ((v, k) in net.arcs) and ((k, u) in net.arcs) == ((k, v) in net.arcs) for k in others)

    classes = []
    for v in net.nodes:
        for c in classes:
            if alike(c[0], v):
                c.append(v)
                break
        else:
            classes.append([v])
    return {v: frozenset(c) for c in classes for v in c}


def profiles(net, u, v):
    others = [k for k in net.nodes if k not in (u, v)]
    x, y = [net.arcs.get((u, k), 0) for k in others], [net.arcs.get((v, k), 0) for k in others]
    if net.directed:
        x, y = x + [net.arcs.get((k, u), 0) for k in others], y + [net.arcs.get((k, v), 0) for k in others]
    return x, y


def likeness(net, u, v, what):
    x, y = profiles(net, u, v)
    if len(net.nodes) < 3:
        return None
    if what == "euclidean":
        return math.sqrt(sum((a - b) ** 2 for a, b in zip(x, y)))
    if what == "correlation":
        return correlation(x, y)
    either = sum(a > 0 or b > 0 for a, b in zip(x, y))
    return sum(a > 0 and b > 0 for a, b in zip(x, y)) / either if either else None


def modularity(net, group):
    arcs = {(a, b): w for (a, b), w in net.arcs.items() if group[a] is not None and group[b] is not None}
    total = sum(arcs.values())
    out, into = dict.fromkeys(net.nodes, 0), dict.fromkeys(net.nodes, 0)
    for (a, b), w in arcs.items():
        out[a] += w
        into[b] += w
    if not total:
        return None
    return sum(arcs.get((a, b), 0) - out[a] * into[b] / total for a in net.nodes for b in net.nodes
               if group[a] is not None and group[a] == group[b]) / total
