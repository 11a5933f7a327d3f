"""``veban dossiers show``: where a dossier stands and what happened to it (xem hồ sơ)."""

from typing import Annotated

import typer

from veban.actions.dossiers.show import show_dossier
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json


def show(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã bất kỳ của hồ sơ")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """In trạng thái, hạn, nơi giữ và các mục nhật ký của một hồ sơ."""
    node = open_data(data)
    tell(show_dossier(node.world, node.stream_of(code)), as_json=as_json)
