#!/usr/bin/env python3
"""Faults from outside leave no partial file, and the right status.

usage: fault_check.py NONET [--signals N]

  full disk    commands write into a small tmpfs that is nearly full (needs the right to mount; else said and left out): status 4, one line, and
               what stood there before, unchanged. Each file of a report is whole or absent, and without room there is no index.html
  /dev/full    status 4 for each command that takes -o
  signals      SIGINT at N moments (12 unless said) spread over each command's run: status 130 or a whole result; nothing else is left
  no drawing   nonet-draw missing, killed, silent or talking nonsense: one line, no file; a report loses its pictures and not itself
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CITY = os.path.join(TOP, "graphs", "example-city")
WRITING = [["info", CITY, "--as", "json"], ["measure", CITY, "--as", "csv"], ["convert", CITY, "--as", "json"], ["draw", CITY, "--as", "svg"],
           ["draw", CITY, "--as", "png"], ["draw", CITY, "--as", "pdf"], ["draw", CITY, "--as", "dot"], ["draw", CITY, "--as", "html"],
           ["paths", CITY, "--from", "Youth Service", "--to", "Hospital", "--as", "json"]]
faults = []


def check(good, what):
    """Note what went wrong."""
    if not good:
        faults.append(what)
        print("WRONG " + what)


def run(nonet, arguments, **more):
    """Status and what was said."""
    done = subprocess.run([nonet, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False, **more)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def files_in(folder):
    """Every file below a folder with its bytes."""
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                found[os.path.relpath(os.path.join(where, name), folder)] = file.read()
    return found


def one_line(err):
    """Whether exactly one line of error was said, warnings aside."""
    return [line.startswith("nonet: ") and ": warning: " not in line for line in err.splitlines()].count(True) == 1


def full_disk(nonet, folder):
    """Commands on a disk with a few kB left."""
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    if shutil.which("mount") is None or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], stderr=subprocess.DEVNULL,
                                                       check=False).returncode != 0:
        print("full disk: left out, for no tmpfs can be mounted")
        return 0
    count = 0
    try:
        for command in WRITING + [["report", CITY], ["convert", CITY], ["template"]]:
            many = command[0] in ("report", "template") or command == ["convert", CITY]
            target = os.path.join(disk, "out/" if many else "out")
            if not many:
                with open(target, "w", encoding="utf-8") as old:
                    old.write("old")
            try: # fill it, a page short of the last
                with open(os.path.join(disk, "fill"), "wb") as fill:
                    while True:
                        fill.write(bytes(4096))
                        fill.flush()
            except OSError:
                pass
            before = files_in(disk)
            status, _, err = run(nonet, [*command, "-o", target])
            after = files_in(disk)
            what = "full disk: %s: status %d: %s; left %s" % (" ".join(command), status, err.strip(), sorted(after))
            check(status == 4 and one_line(err), what)
            check("out/index.html" not in after and all(after.get(name) == old for name, old in before.items()), what)
            check(all(len(data) > 0 for data in after.values()) and not [n for n in after if n not in before and not many], what)
            for name in os.listdir(disk):
                path = os.path.join(disk, name)
                shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
            count += 1
    finally:
        subprocess.run(["umount", disk], check=True)
    return count


def full_device(nonet):
    """-o /dev/full."""
    for command in WRITING:
        status, out, err = run(nonet, [*command, "-o", "/dev/full"])
        check(status == 4 and one_line(err) and not out, "/dev/full: %s: status %d: %s" % (" ".join(command), status, err.strip()))
    return len(WRITING)


def interrupted(nonet, folder, moments):
    """SIGINT at moments of the run."""
    commands = [["measure", CITY, "--as", "csv"], ["draw", CITY, "--as", "svg"], ["report", CITY]]
    count = 0
    for command in commands:
        good = os.path.join(folder, "good")
        began = time.monotonic()
        status, _, err = run(nonet, [*command, "-o", good])
        took = time.monotonic() - began
        check(status == 0, "%s: status %d: %s" % (command, status, err))
        names = files_in(good) if os.path.isdir(good) else {"": open(good, "rb").read()}
        for i in range(moments):
            target = os.path.join(folder, "cut")
            child = subprocess.Popen([nonet, *command, "-o", target], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(took * (i + 0.5) / moments)
            child.send_signal(signal.SIGINT)
            sent = time.monotonic()
            err = child.communicate(timeout=30)[1].decode()
            late = time.monotonic() - sent
            if os.path.isdir(target):
                left = files_in(target)
            else:
                left = {"": open(target, "rb").read()} if os.path.exists(target) else {}
            what = "SIGINT after %.0f%% of %s: status %d, %.1f s late: %s; left %s" % (100 * (i + 0.5) / moments, command[0], child.returncode, late,
                                                                                    err.strip(), sorted(left))
            check(child.returncode in (0, 130, -signal.SIGINT) and late < 2.5, what)
            check(all(name in names for name in left), what + " (a temporary, or something else)")
            if child.returncode == 0:
                check(sorted(left) == sorted(names), what)
            elif command[0] != "report":
                check(not left or left == names, what)
            check([name for name in os.listdir(folder) if name not in ("good", "cut", "disk")] == [], what + " (beside the target)")
            shutil.rmtree(target) if os.path.isdir(target) else os.path.exists(target) and os.unlink(target)
            count += 1
        shutil.rmtree(good) if os.path.isdir(good) else os.unlink(good)
    return count


def no_drawing(nonet, folder):
    """A nonet beside a nonet-draw that fails in each way."""
    ways = {"missing": None, "killed": "#!/bin/sh\nkill -9 $$\n", "silent": "#!/bin/sh\nexit 0\n", "nonsense": "#!/bin/sh\necho '{\"nodes\":3}'\n",
            "failing": "#!/bin/sh\necho 'nonet-draw: it is raining' >&2\nexit 3\n"}
    for way, text in ways.items():
        home = os.path.join(folder, "home")
        os.mkdir(home)
        own = os.path.join(home, "nonet")
        shutil.copy(nonet, own)
        if text:
            with open(os.path.join(home, "nonet-draw"), "w", encoding="utf-8") as program:
                program.write(text)
            os.chmod(os.path.join(home, "nonet-draw"), 0o755)
        target = os.path.join(folder, "map.svg")
        status, out, err = run(own, ["draw", CITY, "-o", target])
        installed = way == "missing" and status == 0  # an installed one was found
        what = "nonet-draw %s: status %d: %s" % (way, status, err.strip())
        check(installed or (status not in (0, 1) and one_line(err) and not out and not os.path.exists(target)), what)
        status, _, err = run(own, ["report", CITY, "-o", os.path.join(folder, "page")])
        left = files_in(os.path.join(folder, "page"))
        what = "report with nonet-draw %s: status %d: %s; left %s" % (way, status, err.strip(), sorted(left))
        check(status == 0 and "index.html" in left, what)
        check(installed or ("map.svg" not in left and b"could not be drawn" in left["index.html"]), what)
        shutil.rmtree(home)
        shutil.rmtree(os.path.join(folder, "page"))
        if os.path.exists(target):
            os.unlink(target)
    return len(ways)


def main():
    nonet = os.path.abspath(sys.argv[1])
    moments = int(sys.argv[sys.argv.index("--signals") + 1]) if "--signals" in sys.argv else 12
    with tempfile.TemporaryDirectory() as folder:
        disk = full_disk(nonet, folder)
        if os.path.isdir(os.path.join(folder, "disk")):
            os.rmdir(os.path.join(folder, "disk"))
        device, cut, ways = full_device(nonet), interrupted(nonet, folder, moments), no_drawing(nonet, folder)
    print("full disk: %d commands; /dev/full: %d; SIGINT: %d runs; drawings that fail: %d ways; %d wrong" % (disk, device, cut, ways, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
