"""``veban serve``: the pages and the doors of a node (mở trang làm việc)."""

import os
import socket
from pathlib import Path
from typing import Annotated

import typer
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from veban.cli.answers import say
from veban.cli.loading import load_wiring
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.nodes.events import NodeKind
from veban.core.shared.refused import Refused
from veban.edges.folder.centre_folder import CentreFolder
from veban.edges.folder.serving_mark import marked_as_served
from veban.edges.papers.scanner_folder import SCANS, ScannerFolder

app = command_app("Mở trang làm việc")
app.info.no_args_is_help = False

APPLICATION = "veban.web.wsgi:application"
FOLDER = "VEBAN_DATA"
"""Where the server's processes read which folder they serve."""

THREADS = 16
"""A thread is held while a slow phone sends, so there are many of them."""

POSTGRESQL_WORKERS = 2


class PortTaken(Refused):
    """The address cannot be listened on: a program does already, or it is none of ours."""

    code = "serve.port_taken"


@app.command()
def serve(
    host: Annotated[str, typer.Option("--host", help="Địa chỉ lắng nghe")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Cổng")] = 8000,
    scans: Annotated[
        Path | None,
        typer.Option("--scans", metavar="DIR", help="Thư mục riêng mà máy quét lưu vào"),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Phục vụ cho đến khi được dừng; sẵn sàng khi GET /health trả lời 200."""
    card = CentreFolder(data).card
    _check_free(host, port)
    if scans is not None:
        ScannerFolder(scans).claim()
        os.environ[SCANS] = str(scans.resolve())
    if card.kind != NodeKind.FIELD:
        # Tables are made or updated, and a file is checked, once and before several processes
        # look at them; a laptop's is when an officer opens it.
        load_wiring().open_checked(data).close()
    os.environ[FOLDER] = str(data.resolve())
    say(f"Mở tại http://{host}:{port}")
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=POSTGRESQL_WORKERS if card.database else 1,
        blocking_threads=THREADS,
        backpressure=THREADS,
        # Its advice on the number of threads is for programs that do not wait on phones.
        log_level=LogLevels.error,
    )
    with marked_as_served(data, host, port):
        server.serve()


def _check_free(host: str, port: int) -> None:
    """Refuse a port that somebody listens on.

    The server shares its port among its processes, so the system would let a second server
    answer every other request from another folder.
    """
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name == "posix":
            # Else connections of a server that has just ended would still take the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise PortTaken(host=host, port=port) from problem
