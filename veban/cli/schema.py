"""``veban schema``: the published formats, as JSON Schema 2020-12 (định dạng công bố)."""

import sys
from typing import Annotated

import typer

from veban.actions.published import (
    MOVES_NAME,
    published_moves,
    published_names,
    published_schema,
)
from veban.cli.answers import put
from veban.cli.options import DATA, Data, Json, command_app

app = command_app("Định dạng đã công bố")
app.info.no_args_is_help = False


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Tên định dạng")] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Không có tên thì liệt kê; `moves` in mỗi dòng một thao tác với hồ sơ."""
    if name is None:
        if as_json:
            for known in published_names():
                put({"name": known})
            return
        sys.stdout.write("".join(f"{known}\n" for known in published_names()))
    elif name == MOVES_NAME:
        for move in published_moves():
            put(move)
    else:
        put(published_schema(name))
