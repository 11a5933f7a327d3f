"""``veban dossiers receive``: take dossiers in, a line each (tiếp nhận hồ sơ)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import typer

from veban.actions.dossiers.receive import receive_dossier
from veban.cli.answers import say
from veban.cli.dossiers.files import with_stored_papers
from veban.cli.lines import play_keyed
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Lines
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.shared.local_time import LOCAL
from veban.core.shared.shape import read_shape
from veban.wiring.clock_doubts import open_doubt

CLOCK_DOUBT = (
    "Đồng hồ của máy đang chỉ {now}, trong khi mốc gần nhất máy biết là {since}. Vẫn tiếp nhận; "
    "nếu đồng hồ sai thì dừng, chỉnh cho đúng rồi làm lại: việc đã ghi ở giờ tương lai thì sau "
    "khi chỉnh lại, máy không ghi tiếp được."
)


def receive(file: Lines, data: Data = DATA, as_json: Json = False) -> None:
    """Tiếp nhận từng dòng; dòng bị từ chối được báo, các dòng khác vẫn tiếp tục."""
    node = open_data(data)
    node.check_disk()
    if doubt := open_doubt(node):
        say(CLOCK_DOUBT.format(now=_local(doubt.now), since=_local(doubt.since)))

    def play(line: Any) -> dict[str, Any]:
        command = read_shape(ReceiveDossier, line)
        papers = with_stored_papers(node.blobs, file.parent, command.papers)
        return receive_dossier(node.world, replace(command, papers=papers))

    raise typer.Exit(1 if play_keyed(file, play) else 0)


def _local(instant: datetime) -> str:
    return f"{instant.astimezone(LOCAL):%H:%M %d/%m/%Y}"
