#!/usr/bin/env python3
"""The examples of README.md are run and must print what README.md says.

A block ```console holds lines that begin with "$ " (run by sh in the top folder, with nonet on the PATH) followed by what they print. A line "..." stands for any
lines that were left out. `readme_check.py --write BUILD` puts what was printed into README.md instead of comparing, and the reference of measures as well (reference_check.py).
"""
import os
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(TOP, "README.md")


def run(command, build, scratch):
    """Run one example; what it writes goes to a scratch folder, which $OUT names."""
    path = os.path.abspath(build) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(["sh", "-c", command], cwd=TOP, env={**os.environ, "PATH": path, "OUT": scratch, "COLUMNS": "80"},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    return done.stdout.decode().replace(scratch, "$OUT").rstrip("\n").split("\n") if done.stdout else []


def matches(want, got):
    """Whether the lines are equal, "..." standing for any lines."""
    if not want:
        return not got
    if want[0] == "...":
        return any(matches(want[1:], got[i:]) for i in range(len(got) + 1))
    return bool(got) and want[0].rstrip() == got[0].rstrip() and matches(want[1:], got[1:])


def examples(block):
    """Each command of a block with the lines under it."""
    out = []
    for line in block:
        if line.startswith("$ "):
            out.append((line[2:], []))
        elif out:
            out[-1][1].append(line)
    return out


def main():
    write = "--write" in sys.argv
    build = [a for a in sys.argv[1:] if not a.startswith("-")][0]
    lines = open(README, encoding="utf-8").read().split("\n")
    result, block, wrong, count = [], None, 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        for line in lines:
            if block is None:
                result.append(line)
                if line == "```console":
                    block = []
            elif line != "```":
                block.append(line)
            else:
                for command, want in examples(block):
                    count += 1
                    got = run(command, build, scratch)
                    result.append("$ " + command)
                    if write and "..." not in want:
                        result.extend(got)
                        continue
                    result.extend(want)
                    if not matches(want, got):
                        wrong += 1
                        print(f"README.md says that\n$ {command}\nprints\n" + "\n".join(want) + "\nbut it prints\n" + "\n".join(got) + "\n")
                result.append(line)
                block = None
    if write:
        open(README, "w", encoding="utf-8").write("\n".join(result))
        subprocess.run([sys.executable, os.path.join(TOP, "tests", "reference_check.py"), "--write", build], check=True)
    print(f"{count} examples, {wrong} wrong")
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
