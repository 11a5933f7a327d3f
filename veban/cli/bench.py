"""``veban bench``: measure on this machine (đo tốc độ); the benches live beside the program."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import veban
from veban.cli.answers import say
from veban.cli.options import DATA, Data, Json, command_app

app = command_app("Đo tốc độ trên máy này")
app.info.no_args_is_help = False

CHECKOUT = Path(veban.__file__).resolve().parents[1]


@app.command()
def bench(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Tên phép đo; không ghi là liệt kê")
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            "--database", metavar="NAME", help="sqlite hoặc postgresql; không ghi là cả hai"
        ),
    ] = None,
    count: Annotated[
        int | None, typer.Option("--count", min=1, help="Số hồ sơ; không ghi là đủ để so sánh")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Đo trên thư mục tạm, không đụng tới dữ liệu của máy nào."""
    if not (CHECKOUT / "bench" / "__main__.py").is_file():
        say("Các phép đo nằm trong thư mục bench của mã nguồn; bản cài này không có.")
        raise typer.Exit(1)
    # A process of its own: what a bench loads and holds must not count the command line's.
    words = [name] if name else []
    words += ["--database", database] if database else []
    words += ["--count", str(count)] if count else []
    words += ["--json"] if as_json else []
    done = subprocess.run(
        [sys.executable, "-P", "-m", "bench", *words],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        check=False,
    )
    raise typer.Exit(done.returncode)
