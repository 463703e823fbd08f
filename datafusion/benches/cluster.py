#!/usr/bin/env python3
"""Measures a query on a cluster of this machine: one and two executors of one core each, and what a task costs.

    cargo build --release -p nianbao-datafusion && python3 datafusion/benches/cluster.py target/release/nianbao-sql [REPORTS]

Makes REPORTS (6,400) reports of 10 KB out of the fixtures, in 64 Parquet files, and counts their facts: in one process with one
partition at a time, and on the cluster. What a task costs is the slope of the time over the number of files with one short text
each, where each of them is a task.
"""
import importlib.util, os, pathlib, socket, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).parents[2]
QUERY = "SELECT count(*) FROM (SELECT unnest(nianbao_facts(text)) FROM texts)"
FILES = 64
MANY = 512


def generator():
    spec = importlib.util.spec_from_file_location("batch", ROOT / "cli/benches/batch.py")
    batch = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(batch)
    return batch.reports


def free_ports():
    """Two ports in a row that nobody has."""
    while True:
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
        try:
            for each in (port, port + 1):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", each))
            return port
        except OSError:
            continue


def parquet(binary, texts, path):
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (pathlib.Path(folder) / f"{number:06}.txt").write_text(text, "utf-8")
        subprocess.run([binary, "query", f"SELECT * FROM reports('{folder}')", "-o", path], check=True)


def seconds(binary, data, cluster=None, env=None):
    best = float("inf")
    for _ in range(3):
        start = time.monotonic()
        command = [binary, "query", QUERY, "--table", f"texts={data}"] + (["--cluster", cluster] if cluster else [])
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
        best = min(best, time.monotonic() - start)
    return best


def memory(process):
    """The largest resident memory of a process so far, in MB."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def cluster(binary, executors, work):
    port = free_ports()
    address = f"127.0.0.1:{port}"
    quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    scheduler = subprocess.Popen([binary, "scheduler", "--bind", address], **quiet)
    time.sleep(1)
    workers = []
    for number in range(executors):
        folder = work / f"work{executors}-{number}"
        folder.mkdir()
        command = [binary, "executor", "--scheduler", address, "--cores", "1", "--port", str(free_ports()), "--work", str(folder)]
        workers.append(subprocess.Popen(command, **quiet))
        time.sleep(1)
    return address, scheduler, workers


def main():
    binary, count = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 6_400
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        large, few, many = (folder / name for name in ("large", "few", "many"))
        for each in (large, few, many):
            each.mkdir()
        texts = list(generator()(count))
        size = sum(len(text.encode()) for text in texts) / 1e6
        for number in range(FILES):
            parquet(binary, texts[number::FILES], large / f"{number:03}.parquet")
        parquet(binary, ["共公开12条。"], few / "0.parquet")
        for number in range(MANY):
            os.link(few / "0.parquet", many / f"{number:03}.parquet")
        print(f"{count} reports, {size:.0f} MB, {FILES} files, {os.cpu_count()} cores")
        print("| | seconds | MB/s | times | memory of an executor |")
        print("|---|---|---|---|---|")
        one = dict(os.environ, DATAFUSION_EXECUTION_TARGET_PARTITIONS="1")
        alone = seconds(binary, large, env=one)
        print(f"| one process, one partition | {alone:.2f} | {size / alone:.1f} | 1.00 | |")
        for executors in (1, 2):
            address, scheduler, workers = cluster(binary, executors, folder)
            try:
                seconds(binary, few, address)
                took = seconds(binary, large, address)
                peak = max(memory(worker) for worker in workers)
                print(f"| {executors} executor{'s' * (executors > 1)} of one core | {took:.2f} | {size / took:.1f} | {alone / took:.2f} | {peak} MB |")
                if executors == 2:
                    apart = dict(os.environ, DATAFUSION_EXECUTION_TARGET_PARTITIONS=str(MANY))
                    tasks = (seconds(binary, many, address, apart) - seconds(binary, few, address, apart)) / (MANY - 1)
                    files = (seconds(binary, many, address) - seconds(binary, few, address)) / (MANY - 1)
                    print(f"\na task more takes {tasks * 1000:.1f} ms, a file more in a task {files * 1000:.2f} ms; the scheduler has {memory(scheduler)} MB")
            finally:
                for process in [*workers, scheduler]:
                    process.kill()
                    process.wait()


if __name__ == "__main__":
    main()
