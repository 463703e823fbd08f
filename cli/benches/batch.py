#!/usr/bin/env python3
"""Measures the command over many reports: time and memory, on one core and on all.

    cargo build --release && python3 cli/benches/batch.py target/release/nianbao [COUNT]

Makes COUNT (10,000) reports of 10 KB out of the fixtures, each with its own figures, 1 in 100 broken, and reads them into
JSON lines, CSV and Parquet.
"""
import os, pathlib, random, re, resource, subprocess, sys, tempfile, time

SIZE = 10_000


def reports(count):
    """Texts of about SIZE bytes: paragraphs of the fixtures under a head of their own, every digit drawn anew."""
    fixtures = pathlib.Path(__file__).parents[2] / "fixtures/reports"
    lines = [line for path in sorted(fixtures.glob("*.txt")) for line in path.read_text("utf-8").splitlines() if len(line) > 40]
    draw = random.Random(2014)
    digit = lambda match: match[0][0] + "".join(draw.choice("0123456789") for _ in match[0][1:])
    for number in range(count):
        text = f"第{number}县{2014 + number % 11}年政府信息公开年度报告\n"
        while len(text.encode()) < SIZE:
            text += re.sub(r"[1-9][0-9]+", digit, draw.choice(lines)) + "\n"
        yield text


def measure(command, cores):
    """Seconds and the largest resident memory in MB; a process of its own, since the system tells the largest of all."""
    program = (
        "import os,resource,subprocess,sys,time\n"
        f"os.sched_setaffinity(0, {cores!r})\n"
        "start = time.monotonic()\n"
        "code = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode\n"
        "print(time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, code)\n"
    )
    seconds, memory, code = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(memory), int(code)


def main():
    nianbao, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in").mkdir()
        size = 0
        for number, text in enumerate(reports(count)):
            content = b"\xff\xfe\x00" if number % 100 == 50 else text.encode()
            size += len(content)
            (folder / f"in/{number:06}.txt").write_bytes(content)
        print(f"{count} files, {size / 1e6:.1f} MB, {len(cores)} cores")
        print("| output | 1 core | all cores | times | memory | facts |")
        print("|---|---|---|---|---|---|")
        for ending in ("jsonl", "csv", "parquet"):
            out = folder / f"facts.{ending}"
            errors = folder / "errors.csv"
            command = [nianbao, "extract", str(folder / "in"), "-o", str(out), "--errors", str(errors)]
            one = min(measure(command, cores[:1])[0] for _ in range(3))
            runs = [measure(command, cores) for _ in range(3)]
            all_cores, memory = min(run[0] for run in runs), max(run[1] for run in runs)
            if any(code != 1 for _, _, code in runs):
                sys.exit("the status does not tell of the broken files")
            listed = len(errors.read_text("utf-8").splitlines()) - 1
            if listed != count // 100:
                sys.exit(f"{listed} files are listed as broken, {count // 100} are")
            rows = len(out.read_bytes().splitlines()) - (ending == "csv") if ending != "parquet" else rows
            print(f"| {ending} | {one:.2f} s | {all_cores:.2f} s | {one / all_cores:.2f} | {memory:.0f} MB | {rows} |")


if __name__ == "__main__":
    main()
