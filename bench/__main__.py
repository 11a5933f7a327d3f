"""Run one bench and print its answer: ``python -m bench NAME``, which ``veban bench`` calls."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench import exchange, pack, phones, rebuild, receipt, reception, start
from bench.cluster import why_no_cluster
from bench.machine import commit, cores

BOTH = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Bench:
    """One measurement.

    Args:
        measure: Called with the database, where there are several, and the count.
        count: How much of it, unless told otherwise.
        databases: Which it can run on.
        about: What it measures, in one line.
    """

    measure: Callable[..., dict[str, Any]]
    count: int
    databases: tuple[str, ...]
    about: str


BENCHES = {
    "reception": Bench(reception.measure, 1000, BOTH, "tiếp nhận qua HTTP, hồ sơ/giây"),
    "receipt": Bench(receipt.measure, 200, ("sqlite",), "in Giấy tiếp nhận, mili giây"),
    "rebuild": Bench(rebuild.measure, 4000, BOTH, "dựng lại bảng từ nhật ký, mục/giây"),
    "start": Bench(start.measure, 10_000, ("sqlcipher",), "mở máy lưu động với 10.000 hồ sơ"),
    "pack": Bench(pack.measure, 8000, ("sqlcipher",), "gói của đợt cho xã 8.000 người"),
    "exchange": Bench(exchange.measure, 500, ("sqlcipher",), "trao đổi 500 hồ sơ"),
    "phones": Bench(phones.measure, 300, ("sqlcipher",), "mười điện thoại, p95 mili giây"),
}


def main() -> int:
    """Run what the command line says; return the exit code."""
    told = _arguments()
    if told.name is None:
        for name, bench in BENCHES.items():
            _put({"name": name, "about": bench.about}) if told.json else print(name)
        return 0
    bench = BENCHES[told.name]
    databases = [told.database] if told.database else _databases(bench)
    if told.database and told.database not in bench.databases:
        print(f"{told.name}: chỉ đo trên {', '.join(bench.databases)}.", file=sys.stderr)
        return 2
    count = told.count or bench.count
    if len(bench.databases) > 1:
        figures: dict[str, Any] = {name: bench.measure(name, count) for name in databases}
    else:
        figures = bench.measure(count)
    _put(
        {
            "name": told.name,
            "figures": figures,
            "cores": cores(),
            "database": ", ".join(databases),
            "commit": commit(),
        }
    )
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="veban bench")
    parser.add_argument("name", nargs="?", choices=list(BENCHES))
    parser.add_argument("--database", choices=("sqlite", "sqlcipher", "postgresql"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _databases(bench: Bench) -> list[str]:
    """Leave out PostgreSQL where it cannot be started, and say so."""
    reason = why_no_cluster() if "postgresql" in bench.databases else None
    if reason:
        print(f"PostgreSQL không đo được ở đây: {reason}.", file=sys.stderr)
    return [name for name in bench.databases if not (reason and name == "postgresql")]


def _put(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
