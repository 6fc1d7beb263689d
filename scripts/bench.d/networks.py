"""The networks of scripts/bench, made with a seed or found: each is written as FILE.csv, FILE.ncol (what the peers read) and FILE.pairs (ends of path queries).

Ties are simple (no repeats, no loops), so that every program sees the same ones; names have no blanks, for NCOL has no way to write them.
Sources: A.-L. Barabasi, R. Albert 1999, doi:10.1126/science.286.5439.509; D. Chakrabarti et al. 2004 (R-MAT), doi:10.1137/1.9781611972740.43.
"""
import functools
import glob
import json
import os
import random
import subprocess
import zlib

HELPER = "/usr/lib/apt/apt-helper"  # opens the lists of apt however they are packed


class Network:
    """name, FILE (path, without a suffix), nodes, ties, words for the programs ("lengths", "directed")."""

    def __init__(self, folder, name, header, ties, words=(), seed=1):
        self.name, self.words, self.ties = name, list(words), len(ties)
        self.path = os.path.join(folder, name)
        nodes = sorted({end for tie in ties for end in tie[:2]})
        self.nodes = len(nodes)
        with open(self.path + ".csv", "w", encoding="utf-8") as f:
            f.write(header + "\n")
            f.writelines(",".join(map(str, tie)) + "\n" for tie in ties)
        with open(self.path + ".ncol", "w", encoding="utf-8") as f:
            f.writelines(" ".join(map(str, tie)) + "\n" for tie in ties)
        chance = random.Random(seed)
        with open(self.path + ".pairs", "w", encoding="utf-8") as f:
            f.writelines(" ".join(chance.sample(nodes, 2)) + "\n" for _ in range(200))


def apart(make):
    """Make networks in a process of their own: a child's peak memory begins with its parent's, so the bench itself stays small."""
    @functools.wraps(make)
    def made(*given, **named):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                found = make(*given, **named)
                with os.fdopen(writing, "w") as f:
                    json.dump([vars(n) for n in found] if isinstance(found, list) else found and vars(found), f)
                status = 0
            finally:
                os._exit(status)
        os.close(writing)
        with os.fdopen(reading) as f:
            text = f.read()
        if os.waitpid(child, 0)[1]:
            raise RuntimeError(f"{make.__name__} failed")
        found = json.loads(text)
        return [revived(n) for n in found] if isinstance(found, list) else found and revived(found)
    return made


def revived(fields):
    net = Network.__new__(Network)
    net.__dict__.update(fields)
    return net


def once(ties, directed=False):
    """Each tie once, without loops, in the order in which they came."""
    seen = {}
    for tie in ties:
        a, b = tie[:2]
        if a != b and (a, b) not in seen and (directed or (b, a) not in seen):
            seen[a, b] = tie
    return list(seen.values())


@apart
def two_mode(folder, nodes, seed=1, words=(), name=None, each=4):
    """Partners and strategies, 3 to 2, about `each` ties a node; who is in much is likelier to be in more."""
    chance = random.Random(seed)
    partners, strategies = nodes * 6 // 10, nodes - nodes * 6 // 10
    drawn = [(i % partners, i % strategies) for i in range(max(partners, strategies))]
    drawn += [(int(partners * chance.random() ** 2), int(strategies * chance.random() ** 1.5)) for _ in range(int(each * nodes) - len(drawn))]
    ties = once((f"P{p}", f"S{s}") for p, s in drawn)
    header = "Partner,Strategy"
    if "lengths" in words:
        ties, header = [(*t, chance.randint(1, 20)) for t in ties], header + ",weight"
    return Network(folder, name or f"two-mode-{size(nodes)}", header, ties, words)


@apart
def barabasi_albert(folder, nodes, each=5, seed=1):
    """Every new node ties itself to `each` others, in proportion to the ties that they have."""
    chance, ends, ties = random.Random(seed), list(range(each)), []
    for v in range(each, nodes):
        chosen = set()
        while len(chosen) < each:
            chosen.add(chance.choice(ends))
        for u in sorted(chosen):
            ties.append((f"N{v}", f"N{u}"))
            ends += [v, u]
    return Network(folder, f"ba-{size(nodes)}", "from,to", ties)


@apart
def mail(folder, nodes, seed=1):
    """As in an office's mail: half write to one other alone, few to very many; about 5 ties a node."""
    chance, ends, ties = random.Random(seed), [0, 1], [("N0", "N1")]
    for v in range(2, nodes):
        each = 1 if chance.random() < .5 else 1 + int(chance.paretovariate(1.0))
        chosen = {chance.choice(ends) for _ in range(min(each, 400))}
        for u in sorted(chosen):
            ties.append((f"N{v}", f"N{u}"))
            ends += [v, u]
    return Network(folder, f"mail-{size(nodes)}", "from,to", once(ties))


@apart
def rmat(folder, scale, each=8, seed=1):
    """Directed and skewed (R-MAT with .57, .19, .19, .05)."""
    chance, drawn = random.Random(seed), []
    for _ in range(each << scale):
        a = b = 0
        for _ in range(scale):
            x = chance.random()
            a, b = 2 * a + (x >= .76), 2 * b + (.57 <= x < .76 or x >= .95)
        drawn.append((f"N{a}", f"N{b}"))
    return Network(folder, f"rmat-{size(1 << scale)}", "from,to", once(drawn, True), ["directed"])


def apt_stanzas():
    """Text of this machine's own package index: apt's lists where they are kept, else what is installed."""
    lists = sorted(glob.glob("/var/lib/apt/lists/*_main_binary-*_Packages*"), key=os.path.getsize)
    if lists and os.access(HELPER, os.X_OK):
        done = subprocess.run([HELPER, "cat-file", lists[-1]], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if done.returncode == 0 and done.stdout:
            return done.stdout.decode("utf-8", "replace")
    try:
        with open("/var/lib/dpkg/status", encoding="utf-8", errors="replace") as f:
            return f.read()
    except OSError:
        return ""


@apart
def debian(folder, packages):
    """Maintainers x packages x sections of Debian's index: `packages` of them (0: all), told by a checksum of their names. None: no index."""
    ties, kept = [], []
    for stanza in apt_stanzas().split("\n\n"):
        said = dict(line.split(": ", 1) for line in stanza.split("\n") if ": " in line and line[0] not in " \t")
        if {"Package", "Maintainer", "Section"} <= said.keys():
            kept.append((zlib.crc32(said["Package"].encode()), said))
    kept.sort(key=lambda k: (k[0], k[1]["Package"]))
    for _, said in kept[:packages or None]:
        maintainer = "P" + "".join(c if c.isalnum() else "-" for c in said["Maintainer"].split("<")[-1].rstrip(">"))
        ties += [(maintainer, "S" + said["Package"]), ("C" + said["Section"], "S" + said["Package"])]
    if not ties:
        return None
    return Network(folder, f"debian-{size(packages or len(kept))}", "from,to", once(ties))


@apart
def shared(folder, data):
    """Networks of other people, where a folder `data` of edge lists is at hand: a vote (directed) and co-authors."""
    found = []
    wiki, astro = os.path.join(data, "large-wiki-vote", "wiki-Vote.txt"), os.path.join(data, "large-astro-ph", "astro-ph.graph")
    if os.path.exists(wiki):
        with open(wiki, encoding="ascii") as f:
            ties = once((("N" + line.split()[0], "N" + line.split()[1]) for line in f if line[0] not in "#\n\r"), True)
        found.append(Network(folder, "wiki-vote", "from,to", ties, ["directed"]))
    if os.path.exists(astro):
        with open(astro, encoding="ascii") as f:
            lines = [line.split() for line in f if not line.startswith("%")][1:]
        ties = once((f"N{v + 1}", f"N{u}") for v, row in enumerate(lines) for u in row)
        found.append(Network(folder, "astro-ph", "from,to", ties))
    return found


def size(nodes):
    return f"{nodes // 1000}k" if nodes >= 1000 else str(nodes)
