#!/usr/bin/env python3
"""Reads the tables of the command back with DuckDB and pyarrow, and compares every value.

    readback.py NIANBAO PATH…        # NIANBAO is the command; needs `pip install duckdb pyarrow`

The JSON lines on standard output are what is compared with: they are the facts as serde writes them.
"""
import csv, datetime, decimal, json, pathlib, subprocess, sys, tempfile

import duckdb
import pyarrow.parquet

DECIMALS = {"value", "lower", "upper"}
NUMBERS = {"year", "index", "part_of", "change_of", "whole", "start", "end"}
DATES = {"published", "period_start", "period_end"}


def flat(row):
    """A JSON row as the columns of the tables."""
    change, whole, period = row["change"] or {}, row["of_whole"] or {}, row["period"] or {}
    base = change.get("base")
    return {
        **{k: row[k] for k in ("source", "title", "issuer", "year", "section_path", "index", "kind", "unit", "bound",
                               "stated", "text", "label", "part_of", "indicator")},
        **{k: None if row[k] is None else decimal.Decimal(row[k]) for k in DECIMALS},
        "change_direction": change.get("direction"),
        "change_base": str(base["year"]) if isinstance(base, dict) else base,
        "change_of": change.get("of"),
        "whole_label": whole.get("label"),
        "whole": whole.get("fact"),
        "period_start": period.get("start"),
        "period_end": period.get("end"),
        "start": row["span"]["start"],
        "end": row["span"]["end"],
    }


def typed(name, value):
    """A value of another program as one of `flat`."""
    if value is None or value == "":
        return None
    if name in DECIMALS:
        return decimal.Decimal(value)
    if name in NUMBERS:
        return int(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.strftime("%Y-%m-%d") if value.year >= 1000 else f"{value.year:04}{value.strftime('-%m-%d')}"
    if name == "section_path" and isinstance(value, (list, tuple)):
        return " / ".join(value) or None
    return value


def compare(what, want, got):
    if len(want) != len(got):
        sys.exit(f"{what}: {len(got)} rows of {len(want)}")
    values = 0
    for number, (one, other) in enumerate(zip(want, got)):
        for name, value in one.items():
            read = typed(name, other[name])
            if (value if value != "" else None) != read:
                sys.exit(f"{what}: row {number}, {name}: {read!r} instead of {value!r}")
            values += 1
    print(f"{what}: {len(got)} rows, {values} values equal")


def main():
    command, paths = sys.argv[1], sys.argv[2:]
    run = lambda *more: subprocess.run([command, "extract", *paths, *more], check=True, capture_output=True).stdout
    lines = run().decode().splitlines()
    want = [flat(json.loads(line, parse_float=str, parse_int=int)) for line in lines]
    # A number in JSON is read as it stands there.
    folder = pathlib.Path(tempfile.mkdtemp())
    for ending in ("parquet", "csv", "jsonl"):
        run("-o", str(folder / f"facts.{ending}"))
    if (folder / "facts.jsonl").read_text("utf-8").splitlines() != lines:
        sys.exit("facts.jsonl: not what stands on standard output")
    print(f"facts.jsonl: {len(lines)} lines equal")

    db = duckdb.connect()
    def query(sql):
        cursor = db.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]
    compare("DuckDB, facts.parquet", want, query(f"select * from read_parquet('{folder}/facts.parquet')"))
    compare("DuckDB, facts.csv", want, query(f"select * from read_csv('{folder}/facts.csv', all_varchar=true)"))
    compare("DuckDB, facts.jsonl", [{k: r[k] for k in ("text", "label", "kind", "unit", "index")} for r in want],
            query(f"select text, label, kind, unit, index from read_json('{folder}/facts.jsonl')"))
    compare("pyarrow, facts.parquet", want, pyarrow.parquet.read_table(folder / "facts.parquet").to_pylist())
    with open(folder / "facts.csv", encoding="utf-8-sig", newline="") as file:
        compare("csv of Python, facts.csv", want, list(csv.DictReader(file)))
    types = db.execute(f"describe select * from read_parquet('{folder}/facts.parquet')").fetchall()
    kinds = {name: kind for name, kind, *_ in types}
    expected = {"value": "DECIMAL(38,9)", "year": "USMALLINT", "published": "DATE", "section_path": "VARCHAR[]", "index": "UINTEGER"}
    for name, kind in expected.items():
        if kinds[name] != kind:
            sys.exit(f"facts.parquet: {name} is {kinds[name]} in DuckDB, not {kind}")


main()
