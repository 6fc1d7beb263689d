#!/usr/bin/python3
"""Every measure that nonet lists, and every normalised form, is compared with a second implementation by some script of this folder:
covered.py says by which.

  coverage_check.py --nonet PATH [--table]

--table prints each measure with its judges. Exit status: 0 all are, 1 a measure is compared nowhere, or the list names one that is not.
"""
import argparse
import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True
from covered import COMPARED, PROPERTIES_ALONE

HERE = os.path.dirname(os.path.abspath(__file__))


def judges():
    """{row: [judge (script)]}"""
    out = {}
    for script, by in COMPARED.items():
        for judge, names in by.items():
            for row in names.split():
                out.setdefault(row, []).append((judge, script))
    return out


def faults(rows, normalised, judged):
    for row in rows:
        if row not in judged:
            yield f"{row} is compared by no script: add it to one, and to covered.py"
    for row in normalised:
        if "normalised.py" not in {script for _, script in judged.get(row, [])}:
            yield f"--normalised {row} is compared by no script: add it to normalised.py, and to covered.py"
    for row in judged:
        if row not in rows:
            yield f"covered.py names {row}, which nonet does not list"
        alone = {judge for judge, _ in judged[row]} == {"properties"}
        if alone and not PROPERTIES_ALONE.get(row, "").strip():
            yield f"{row} is judged by properties alone without a reason in covered.py"
        if not alone and row in PROPERTIES_ALONE:
            yield f"{row} has a judge: take it out of PROPERTIES_ALONE"
    for script in COMPARED:
        path = os.path.join(HERE, script)
        text = open(path).read() if os.path.exists(path) else ""
        if f'left_out("{script}"' not in text:
            yield f"{script} does not ask left_out whether it compared what covered.py says"


def main():
    ask = argparse.ArgumentParser(description="Check that every measure is compared with a second implementation.")
    ask.add_argument("--nonet", required=True, help="the program")
    ask.add_argument("--table", action="store_true", help="print each measure with its judges")
    asked = ask.parse_args()
    listed = subprocess.run([asked.nonet, "list", "measures", "--as", "json"], capture_output=True, text=True, check=True)
    listed = json.loads(listed.stdout)["sheets"][0]["rows"]
    rows, normalised = [row["name"] for row in listed], [row["name"] for row in listed if row["normalised"]]
    judged = judges()
    if asked.table:
        for row in rows:
            print(f"{row:28s} {', '.join(f'{judge} ({script})' for judge, script in judged.get(row, [])) or 'NOWHERE'}")
    found = list(faults(rows, normalised, judged))
    for line in found:
        print(line, file=sys.stderr)
    by = {judge: sum(any(j == judge for j, _ in judged.get(row, [])) for row in rows) for judge in ("networkx", "igraph", "definition")}
    print(f"{len(rows)} measures: {by['networkx']} judged by networkx, {by['igraph']} by igraph, {by['definition']} by definition, "
          f"{len(PROPERTIES_ALONE)} by properties alone; {len(found)} faults")
    return 1 if found or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
