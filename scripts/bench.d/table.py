"""What scripts/bench prints: a table of 80 columns, the machine, and what the figures are; the same text goes into README.md."""
import datetime
import os
import platform

BEGIN, END = "<!-- bench: the table that scripts/bench printed -->", "<!-- bench: end -->"
TITLES = {"read": "reading", "project": "projection", "paths": "200 paths", "dot": "writing DOT", "distances": "5 distances"}


def machine():
    model = platform.processor() or platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        found = [line.split(":", 1)[1].strip() for line in f if line.startswith("model name")]
        f.seek(0)
        flags = f.read()
    widest = next((w for w, flag in (("AVX-512", " avx512f"), ("AVX2", " avx2")) if flag in flags), "no AVX")
    return f"{found[0] if found else model}, {widest}, {os.cpu_count()} processors, Linux {platform.release().split('-')[0]}"


def seconds(x):
    return f"{x:.0f}" if x >= 100 else f"{x:.3g}" if x >= 1e-3 else f"{x:.1e}"


def ratio(x):
    return f"{x:.0f}" if x >= 100 else f"{x:.1f}" if x >= 10 else f"{x:.2f}"


def lines(rows):
    """A line a peer; nonet's own seconds stand before the first of each job."""
    yield f"{'job':<13}{'network':<14}{'nonet s':>8}  {'peer':<14}{'s':>7}{'ratio':>7}{'CPU':>7}{'MB':>8}"
    yield "-" * 80
    ours = {(r["job"], r["network"]): r for r in rows if r["program"] == "nonet"}
    said = set()
    for r in rows:
        key = r["job"], r["network"]
        if r["program"] == "nonet":
            continue
        own = ours[key]
        left = f"{TITLES.get(key[0], key[0]):<13}{key[1]:<14}{seconds(own['seconds']):>8}" if key not in said else " " * 35
        said.add(key)
        mark = "~" if r["estimate"] else ""
        memory = f"{own['peak'] / 1e6:.0f}/{r['peak'] / 1e6:.0f}"
        yield (f"{left}  {r['program']:<14}{mark + seconds(r['seconds']):>7}{mark + ratio(r['ratio']):>7}"
               f"{mark + ratio(r['cpu_ratio']):>7}{memory:>8}")


def large_lines(rows):
    """A line a step; whole processes, reading and writing included."""
    yield ""
    yield f"{'alone':<17}{'network':<16}{'nodes':>12}{'ties':>13}{'s':>8}{'CPU s':>8}{'MB':>6}"
    yield "-" * 80
    for r in rows:
        yield (f"{r['job']:<17}{r['network']:<16}{r['nodes']:>12,}{r['ties']:>13,}{seconds(r['seconds']):>8}{seconds(r['cpu']):>8}"
               f"{r['peak'] / 1e6:>6.0f}")


def fold(text, width=80):
    import textwrap
    return textwrap.wrap(text, width)


def load_words(load):
    """Whether other work was going on."""
    return f"load {load:.1f} before it began" + (": a busy machine" if load > .5 * os.cpu_count() else "")


def notes(result):
    fewer = sorted({f"{r['program']} ({TITLES.get(r['job'], r['job'])}, {r['network']})" for r in result["rows"]
                    if len(r["runs"]) < result["rounds"]})
    yield ""
    yield from fold(f"{result['date']}, {result['machine']}; {load_words(result['load'])}. "
                    + ", ".join(f"{k} {v}" for k, v in result["versions"].items()) + f". Medians of {result['rounds']}, programs in turn; "
                    "s is the job alone, reading left out, but for \"reading\" and \"main job\" (whole processes); ratio is of these "
                    "seconds, CPU of the processor time of all threads, which other work on the machine touches less; MB is the peak of the "
                    "whole process, nonet's and the peer's. Before each run 512 MB are touched and given back, so that no program waits for a "
                    "virtual machine's memory. All answers agree.")
    if any(r["estimate"] for r in result["rows"]):
        yield from fold("~ is an estimate: the peer did a share of its sources, and its time was divided by that share; its values are not compared.")
    if fewer and result["rounds"] > 1:
        yield from fold("One run only, for its length: " + "; ".join(fewer) + ".")
    if result["alone"]:
        yield from fold("Alone: one run of nonet's command, reading and writing included; no peer does these in a time that anyone waits for. "
                        "The sum of betweenness was checked by that of all distances.")
    if result["missing"]:
        yield from fold("Not on this machine, so not compared: " + ", ".join(result["missing"]) + ".")
    for r in result["lines"]:
        yield from fold(f"Lines of memory that betweenness has to touch on {r['network']}: {r['lines']:,.0f} a source ({r['arcs']:,.0f} arcs of "
                        f"shortest paths, each for {r['shared']:.1f} of {r['lanes']} sources at once); the walk takes {r['line']:.1f} ns for each, "
                        f"a line at a place drawn by chance {r['random']:.1f} ns.")
    for g in result["growth"]:
        yield from fold(f"Growth of the processor time of {g['job']} on two-mode networks of {g['sizes'][0]:,} to {g['sizes'][-1]:,} nodes: "
                        + ", ".join(f"{name} n^{p['exponent']:.2f}" for name, p in g["programs"].items()) + ".")


def text(result):
    rows = list(lines(result["rows"])) if result["rows"] else []
    return "\n".join([*rows, *(large_lines(result["alone"]) if result["alone"] else []), *notes(result)])


def today():
    return datetime.date.today().isoformat()


def write_readme(path, printed):
    """Put what was printed between the two marks of README.md."""
    with open(path, encoding="utf-8") as f:
        whole = f.read()
    before, rest = whole.split(BEGIN, 1)
    with open(path, "w", encoding="utf-8") as f:
        f.write(f"{before}{BEGIN}\n```text\n{printed}\n```\n{END}{rest.split(END, 1)[1]}")
