#!/usr/bin/env python3
"""The reference of measures in README.md is what `nonet list measures --as markdown` prints.

It stands between the lines "<!-- measures -->" and "<!-- end of measures -->". `reference_check.py --write BUILD` puts what is printed there instead of comparing.
"""
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(TOP, "README.md")
BEGIN, END = "<!-- measures -->\n", "<!-- end of measures -->\n"


def main():
    write = "--write" in sys.argv
    build = [a for a in sys.argv[1:] if not a.startswith("-")][0]
    text = open(README, encoding="utf-8").read()
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        print("README.md has no one place between", BEGIN.strip(), "and", END.strip())
        return 1
    before, rest = text.split(BEGIN)
    has, after = rest.split(END)
    done = subprocess.run([os.path.join(build, "nonet"), "list", "measures", "--as", "markdown"], stdout=subprocess.PIPE, timeout=120, check=True)
    wanted = "\n" + done.stdout.decode().strip("\n") + "\n\n"
    if write:
        open(README, "w", encoding="utf-8").write(before + BEGIN + wanted + END + after)
        return 0
    if has == wanted:
        return 0
    if not has.strip():
        print("README.md has no reference of measures yet")
        return 77
    lost = [line for line in wanted.split("\n") if line not in has.split("\n")]
    print(f"README.md lacks {len(lost)} lines of the reference of measures, or has others; rewrite it with reference_check.py --write BUILD. The first:")
    print("\n".join(lost[:3]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
