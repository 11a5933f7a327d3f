"""``veban serve``: the pages and the doors of a node (mở trang làm việc)."""

import os
from typing import Annotated

import typer
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from veban.cli.answers import say
from veban.cli.loading import load_wiring
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import CentreFolder

app = command_app("Mở trang làm việc")
app.info.no_args_is_help = False

APPLICATION = "veban.web.wsgi:application"
FOLDER = "VEBAN_DATA"
"""Where the server's processes read which folder they serve."""

THREADS = 16
"""A thread is held while a slow phone sends, so there are many of them."""

POSTGRESQL_WORKERS = 2


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Địa chỉ lắng nghe")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Cổng")] = 8000,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Phục vụ cho đến khi được dừng; sẵn sàng khi GET /health trả lời 200."""
    card = CentreFolder(data).card
    if card.kind != NodeKind.FIELD:
        # Tables are made or updated once, before several processes look at them.
        load_wiring().open_node(data).close()
    os.environ[FOLDER] = str(data.resolve())
    say(f"Mở tại http://{host}:{port}")
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=POSTGRESQL_WORKERS if card.database else 1,
        blocking_threads=THREADS,
        backpressure=THREADS,
        # Its advice on the number of threads is for programs that do not wait on phones.
        log_level=LogLevels.error,
    ).serve()
