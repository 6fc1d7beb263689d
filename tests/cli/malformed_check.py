#!/usr/bin/env python3
"""Malformed and tricky tables and JSON get the verdict that their manifest asks for.

usage: malformed_check.py NONET [FOLDER] [--table]

FOLDER holds the files and MANIFEST.md, whose rows say what is right: `E line k` (refuse, naming line k), `A n= m=` (read, so many nodes and ties),
`A; E for path measures` (read, but refuse lengths that are none). Without FOLDER ../shared/data/malformed beside the sources is used; where that
is missing the check says so and is skipped (status 77). --table prints what was got for each file.

For each file `nonet info` and `nonet convert FILE -o OUT` are run in an empty folder. Refused: status 3, exactly one line `nonet: FILE:LINE: ...`
on stderr, nothing on stdout, nothing written. Read: status 0, no control byte on stdout, and what convert wrote reads back with the same counts.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OURS = re.compile(r"(csv|json)-")


def run(nonet, arguments, folder):
    """Status, stdout and stderr of a command."""
    done = subprocess.run([nonet, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=5, check=False)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def refused(path, status, out, err, line):
    """What is wrong with a refusal; "" for nothing."""
    lines = err.splitlines()
    if status != 3 or len(lines) != 1 or not err.endswith("\n"):
        return "status %d, %d lines: %s" % (status, len(lines), err.strip())
    place = re.match(r"nonet: (.*?):(\d+): .", lines[0])
    if not place or place.group(1) != path:
        return "names no FILE:LINE: " + lines[0]
    if line is not None and int(place.group(2)) != line:
        return "line %s, not %d" % (place.group(2), line)
    return "something on stdout" if out else ""


def counts(nonet, path, folder):
    """Nodes and ties as info counts them, or what went wrong."""
    status, out, err = run(nonet, ["info", path, "--as", "json"], folder)
    if status != 0:
        return None, "status %d: %s" % (status, err.strip())
    rows = {row["measure"]: row["value"] for row in json.loads(out)["sheets"][0]["rows"]}
    return (rows["nodes"], rows["ties"]), ""


def read(nonet, path, folder, want):
    """What is wrong with a reading; "" for nothing."""
    got, fault = counts(nonet, path, folder)
    if fault:
        return fault
    told = re.search(r"n=(\d+)(?: m=(\d+))?", want)
    if told and (got[0] != int(told.group(1)) or (told.group(2) and got[1] != int(told.group(2)))):
        return "%d nodes and %d ties, not %s" % (*got, want)
    status, out, err = run(nonet, ["info", path], folder)
    if status != 0 or re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", out) or err.count("\n") > 1:
        return "info: status %d, control bytes or more than one line said: %s" % (status, err.strip())
    for name in ("out.json", "tables/"):
        status, out, err = run(nonet, ["convert", path, "-o", name], folder)
        if status != 0:
            return "convert -o %s: status %d: %s" % (name, status, err.strip())
        again, fault = counts(nonet, name, folder)
        if again != got:
            return "%s reads back as %s, not %s %s" % (name, again, got, fault)
    left = sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)
    if [os.path.relpath(name, folder) for name in left] != ["out.json", "tables/nodes.csv", "tables/ties.csv"]:
        return "wrote more than it was asked for: %s" % left
    if "path measures" in want:
        for command in (["measure", path, "--measures", "betweenness", "--weighted"], ["measure", path, "--measures", "closeness", "--weighted"],
                        ["paths", path, "--from", "a", "--to", "b", "--weighted"]):
            fault = refused(path, *run(nonet, command, folder), None)
            if fault:
                return "%s: %s" % (" ".join(command[:1] + command[2:]), fault)
    return ""


def check(nonet, path, want):
    """What is wrong with the answer to one file; "" for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        line = re.match(r"E line (\d+)", want)
        if not want.startswith("E"):
            fault = read(nonet, path, folder, want)
            if not fault or " or E" not in want:
                return fault
            line = None
        for command in (["info", path], ["convert", path, "-o", "out.json"], ["report", path, "-o", "page"], ["draw", path, "-o", "map.svg"]):
            fault = refused(path, *run(nonet, command, folder), int(line.group(1)) if line else None)
            if fault:
                return "%s: %s" % (command[0], fault)
        return "wrote %s" % os.listdir(folder) if os.listdir(folder) else ""


def main():
    arguments = [a for a in sys.argv[1:] if a != "--table"]
    nonet = os.path.abspath(arguments[0])
    folder = os.path.abspath(arguments[1] if len(arguments) > 1 else os.path.join(TOP, "..", "shared", "data", "malformed"))
    manifest = os.path.join(folder, "MANIFEST.md")
    if not os.path.exists(manifest):
        print("no files to read at %s: skipped" % folder)
        return 77
    wrong = count = 0
    with open(manifest, encoding="utf-8") as rows:
        for row in rows:
            cells = [cell.strip() for cell in row.split("|")]
            if len(cells) < 5 or not OURS.match(cells[1]):
                continue
            fault = check(nonet, os.path.join(folder, cells[1]), cells[3])
            count += 1
            wrong += bool(fault)
            if fault or "--table" in sys.argv:
                print("%-5s %-28s wanted: %s%s" % ("WRONG" if fault else "right", cells[1], cells[3], "; got: " + fault if fault else ""))
    print("%d files, %d wrong" % (count, wrong))
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
