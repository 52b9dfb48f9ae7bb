#!/usr/bin/env python3
"""Khởi động Danchu. Start Danchu.

    python3 start.py            mở phường mẫu / the demonstration ward
    python3 start.py setup      chỉ chuẩn bị .venv / only prepare .venv
    python3 start.py test       chạy kiểm thử / run the tests

Only Python's standard library, in syntax that an old Python can still read, so that it can say what it lacks.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this line is for whoever comes with an older one
    sys.exit(
        "Cần Python 3.11 trở lên; máy này đang dùng Python {0}.{1}. / "
        "Python 3.11 or newer is needed; this one is {0}.{1}.".format(*sys.version_info)
    )

import argparse
import collections
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
MARK = VENV / "danchu.json"  # which lists are wholly installed; absent or "building" otherwise
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
VERSION = "{}.{}".format(*sys.version_info)
LISTS = {"run": ROOT / "requirements" / "run.txt", "dev": ROOT / "requirements" / "dev.txt"}  # dev contains run

LAUNCHER = """#!/bin/sh
'''exec' "$(dirname -- "$(readlink -f -- "$0")")/python" "$0" "$@"
' '''
import sys

from danchu.cli import main

sys.exit(main())
"""  # read by sh, then by Python: it works in a folder of any name and length, and after the folder is moved


def say(vi, en):
    """Print one line, Vietnamese then English."""
    print(f"{vi} / {en}", flush=True)


class Stop(Exception):
    """One sentence in both languages, and exit code 1."""


def main():
    options, rest = parse()
    if options.command == "test":
        prepare("dev", options.offline)
        hand_over(str(ROOT / "tools" / "run_tests.py"), *rest)
    prepare("run", options.offline)
    if options.command == "setup":
        say(f"Đã sẵn sàng: {show(launcher())}", f"Ready: {show(launcher())}")
        return
    demo = ["--no-browser"] if options.no_browser else []
    demo += [f"--data={Path(options.data).resolve()}"] if options.data else []
    demo += [f"--port={options.port}"] if options.port else []
    hand_over(str(launcher()), "demo", *demo)


def parse():
    parser = argparse.ArgumentParser(
        prog="start.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, add_help=False
    )
    parser.add_argument("command", nargs="?", choices=("demo", "setup", "test"), default="demo", help="(demo)")
    parser.add_argument("-h", "--help", action="help", help="xem hướng dẫn này / show this help")
    parser.add_argument("--offline", metavar="DIR", help="cài từ thư mục wheel / install from a folder of wheels")
    demo = parser.add_argument_group("demo")
    demo.add_argument("--data", metavar="DIR", help="thư mục dữ liệu / data folder")
    demo.add_argument("--port", metavar="N", type=int, help="cổng / port")
    demo.add_argument("--no-browser", action="store_true", help="không tự mở trình duyệt / do not open a browser")
    test = parser.add_argument_group("test")
    test.add_argument("--system-packages", action="store_true", help="cài gói Debian còn thiếu / install Debian parts")
    test.add_argument("--long", action="store_true", help="chạy cả phần lâu / the long tests too")
    test.add_argument("--part", action="append", metavar="NAME", help="chỉ phần này / only this part")
    test.add_argument("-k", metavar="EXPR", help="chỉ kiểm thử có tên khớp / only tests whose names match")
    options = parser.parse_args()
    if options.offline and not Path(options.offline).is_dir():
        raise Stop(f"Không có thư mục {options.offline}.", f"There is no folder {options.offline}.")
    rest = ["--system-packages"] * options.system_packages + ["--long"] * options.long
    rest += [f"--part={name}" for name in options.part or ()] + ([f"-k={options.k}"] if options.k else [])
    return options, rest


# --- the environment ---------------------------------------------------------------------------------------------
def prepare(name, offline):
    """Make .venv hold the list; when nothing changed this only reads two small files."""
    digest = {key: hashlib.sha256(path.read_bytes()).hexdigest() for key, path in LISTS.items()}
    mark = read_mark()
    if mark.get("python") != VERSION or mark.get("building") or not PYTHON.exists():
        make_venv()
        mark = {"python": VERSION}
    if mark.get(name) != digest[name]:
        write_mark({"building": True})  # whatever stops us from here on, the next start builds afresh
        install(LISTS[name], offline)
        mark.update({key: digest[key] for key in ("run", "dev") if key == name or name == "dev"})
        link_project()
        write_mark(mark)
    elif not launcher().exists():
        link_project()


def read_mark():
    """What is installed. A sound .venv that somebody made by other means is used as it is."""
    try:
        return json.loads(MARK.read_text(encoding="utf-8"))
    except FileNotFoundError:
        probe = "import sys, pip; print('{}.{}'.format(*sys.version_info))"
        answer = subprocess.run([PYTHON, "-c", probe], capture_output=True, text=True) if PYTHON.exists() else None
        return {"python": answer.stdout.strip()} if answer else {}
    except ValueError:
        return {}


def write_mark(mark):
    draft = MARK.with_suffix(".new")
    draft.write_text(json.dumps(mark), encoding="utf-8")
    draft.replace(MARK)


def make_venv():
    say(f"Đang tạo môi trường {show(VENV)}", f"Making the environment {show(VENV)}")
    done = new_venv()
    if done.returncode and shutil.which("apt-get"):
        add_debian_venv()
        done = new_venv()
    if done.returncode:
        print(done.stdout + done.stderr)
        raise Stop(
            "Python này chưa tạo được môi trường riêng; hãy cài gói venv của hệ điều hành rồi chạy lại.",
            "This Python cannot make an environment; install your system's venv package and run again.",
        )


def new_venv():
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    write_mark({"building": True})
    python = getattr(sys, "_base_executable", None) or sys.executable  # not the .venv we may be running from
    return subprocess.run([python, "-m", "venv", str(VENV)], capture_output=True, text=True)


def add_debian_venv():
    """Debian leaves out what ``venv`` needs; add its package when we may."""
    same = Path("/usr/bin/python3").resolve() == Path(sys.executable).resolve()
    package = "python3-venv" if same else f"python{VERSION}-venv"
    become = administrator()
    if become is None:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Stop(
            f"Máy thiếu gói {package}; hãy gõ: sudo apt-get install {package}",
            f"This machine lacks {package}; type: sudo apt-get install {package}",
        )
    say(f"Đang cài gói {package}", f"Installing the package {package}")
    apt_get(become, "update")
    apt_get(become, "install", "-y", "--no-install-recommends", package)


def apt_get(become, *words):
    """Run apt-get without questions; only its complaints are shown."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [*become, "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *words]
    return subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL).returncode == 0


def administrator():
    """The words to put before a command that changes the machine, or None when we may not."""
    if os.geteuid() == 0:
        words = []
    elif not shutil.which("sudo"):
        return None
    elif subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        words = ["sudo", "-n"]
    elif sys.stdin.isatty():
        words = ["sudo"]
    else:
        return None
    if sys.stdin.isatty():
        answer = input("Cài gói còn thiếu vào máy này? [C/k] / Install the missing package on this machine? [Y/n] ")
        if answer.strip().lower() not in ("", "c", "có", "co", "y", "yes"):
            return None
    return words


def install(wanted, offline):
    """Install a hash-locked list with pip, which reads the proxy, index and certificates the user has set."""
    total = sum("==" in line for line in wanted.read_text(encoding="utf-8").splitlines())
    say(f"Đang cài {total} thư viện", f"Installing {total} libraries")
    command = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input", "--disable-pip-version-check"]
    command += ["--progress-bar=off", "-r", wanted]
    command += ["--no-index", "--find-links", Path(offline).resolve()] if offline else []
    told = collections.deque(maxlen=25)
    done = 0
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as pip:
        for line in pip.stdout:
            told.append(line)
            if line.startswith(("Collecting ", "Ignoring ", "Requirement already ")):
                done += 1
                progress(done, total)
            elif line.startswith("Installing collected"):
                progress(total, total)
                say("Đang ghi vào đĩa", "Writing to disk")
    if pip.returncode:
        print("".join(told))
        raise Stop(
            "Chưa cài xong thư viện; xem lý do ở trên, kiểm tra mạng rồi chạy lại.",
            "The libraries are not installed; see the reason above, check the network and run again.",
        )


def progress(done, total):
    if sys.stdout.isatty():
        filled = 30 * done // total
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end="\n" if done == total else "", flush=True)
    elif done % 20 == 0 or done == total:  # in a log, a line now and then
        print(f"{done}/{total}", flush=True)


def link_project():
    """Make ``import danchu`` and the command ``danchu`` work from the checkout, with nothing to build or download."""
    if WINDOWS:
        packages = VENV / "Lib" / "site-packages"
        launcher().write_text('@"%~dp0python.exe" -m danchu %*\n', encoding="ascii")
    else:
        packages = VENV / "lib" / f"python{VERSION}" / "site-packages"
        launcher().write_text(LAUNCHER, encoding="utf-8")
        launcher().chmod(0o755)
    (packages / "danchu.pth").write_text(os.path.relpath(ROOT / "src", packages) + "\n", encoding="utf-8")


def launcher():
    return PYTHON.with_name("danchu.cmd" if WINDOWS else "danchu")


def hand_over(*arguments):
    """Become the program; nothing of the starter stays behind to swallow its signals or its exit code."""
    if WINDOWS:
        first = ["-m", "danchu"] if arguments[0] == str(launcher()) else arguments[:1]
        sys.exit(subprocess.call([str(PYTHON), *first, *arguments[1:]]))
    os.execv(PYTHON, [str(PYTHON), *arguments])


def show(path):
    """The path as the person would type it."""
    path = os.path.relpath(path)
    return path if WINDOWS or not path.startswith("..") else str(Path(path).resolve())


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        main()
    except Stop as stop:
        say(*stop.args)
        sys.exit(1)
    except KeyboardInterrupt:
        print()
        say("Đã dừng; chạy lại lúc nào cũng được.", "Stopped; it can be run again at any time.")
        sys.exit(130)
