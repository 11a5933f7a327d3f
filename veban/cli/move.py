"""``veban move``: a centre goes from its file to a PostgreSQL database (chuyển cơ sở dữ liệu)."""

from typing import Annotated

import typer

from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.progress import busy
from veban.wiring.moving import move_node

app = command_app("Chuyển dữ liệu của máy sang PostgreSQL")


@app.command()
def move(
    to: Annotated[str, typer.Option("--to", metavar="URL", help="postgresql://…, còn trống")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Chép mọi dữ liệu, so lại từng bảng, rồi mới dùng nơi mới; dừng trang làm việc trước."""
    node = open_data(data)
    with busy("Chép và so lại"):
        moved = move_node(node, to)
    tell({"node": node.card.node, "entries": moved.entries, "identical": True}, as_json=as_json)
