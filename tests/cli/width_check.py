#!/usr/bin/env python3
"""No line of any command is wider than the terminal, at 80 columns and at 60; examples to paste and errors are one line each.

usage: width_check.py NONET

Tables, lists, help pages, info and paths are printed with COLUMNS set; the width of a line is counted in terminal columns (wide characters two,
combining marks none).
"""
import os
import re
import subprocess
import sys
import unicodedata

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def columns(line):
    """Terminal columns of a line."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def run(nonet, arguments, width):
    """What a command prints on both streams."""
    done = subprocess.run([nonet, *arguments], cwd=TOP, env={**os.environ, "COLUMNS": str(width)}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=120, check=False)
    return done.stdout.decode()


def names(nonet, what):
    """The names that `nonet list WHAT` shows."""
    done = subprocess.run([nonet, "list", what, "--as", "json"], stdout=subprocess.PIPE, check=True)
    return re.findall(r'^\{"[a-z]+":"([^"]+)"', done.stdout.decode(), re.MULTILINE)


def main():
    nonet = sys.argv[1]
    graphs = [os.path.join("graphs", name) for name in ("example-city", "florentine", "birmingham-2000", "search-rescue")]
    measures = names(nonet, "measures")
    if len(measures) < 20:
        sys.exit("nonet list measures --as json names only %d measures" % len(measures))
    commands = [["info", graph] for graph in graphs] + [["measure", graph] for graph in graphs]
    commands += [["measure", graph, "--scope", scope, "--top", "20"] for graph in graphs for scope in ("tie", "layer", "whole")]
    commands += [["measure", graphs[0], "--top", "5", "--measures", name] for name in measures]
    commands += [["paths", graphs[0], "--from", "Youth Service", "--to", "Hospital"], ["paths", graphs[1], "--from", "Peruzzi", "--to", "Pazzi"],
                 ["paths", graphs[1], "--from", "Peruzzi", "--to", "Pucci"]]
    commands += [["changes", graphs[0], "--between", "2023-12-31,2024-12-31"], ["changes", graphs[0], "--over", "months"]]
    commands += [["list", what] for what in ("measures", "formats", "renderers", "layouts", "views", "profiles")]
    commands += [["help"], ["--help"], ["--version"]] + [["help", name] for name in ("report", "info", "measure", "paths", "draw", "convert", "list", "help", "template", "version") + tuple(measures)]
    wide = 0
    for command in commands:
        for width in (80,) if command[0] in ("help", "list") or "--measures" in command else (80, 60):
            for line in run(nonet, command, width).split("\n"):
                if columns(line) > width and not line.startswith(("nonet: ", "  nonet ")):  # errors, and examples to paste
                    print("%d columns of %d: nonet %s: %s" % (columns(line), width, " ".join(command), line))
                    wide += 1
    print("%d commands, %d lines too wide" % (len(commands), wide))
    return 1 if wide else 0


if __name__ == "__main__":
    sys.exit(main())
