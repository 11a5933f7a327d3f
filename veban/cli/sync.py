"""``veban sync``: exchange with our centre, both ways (trao đổi dữ liệu)."""

from dataclasses import replace
from typing import Annotated

import typer

from veban.cli.answers import say, tell
from veban.cli.calling import exchange_with_centre
from veban.cli.loading import find_sentence
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.progress import busy
from veban.edges.folder.centre_folder import keep_card

app = command_app("Trao đổi dữ liệu với Trung tâm")
app.info.no_args_is_help = False


@app.command()
def sync(
    to: Annotated[
        str | None, typer.Option("--to", metavar="URL", help="Địa chỉ Trung tâm, nếu đã đổi")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Gửi và nhận; mã thoát 0 khi Trung tâm đã có mọi mục và mọi tệp, 1 khi còn lại gì."""
    node = open_data(data)
    url = (to or node.card.centre_url).rstrip("/")
    with busy("Trao đổi với Trung tâm"):
        synced = exchange_with_centre(node, url)
    if synced.done and url != node.card.centre_url:
        keep_card(node.folder, replace(node.card, centre_url=url))
    tell(synced.as_json(), as_json=as_json)
    if not synced.done:
        why = find_sentence(synced.reason) if synced.reason else None
        say(why or f"Còn {synced.left} mục và tệp chưa gửi. Chạy lại khi có đường truyền.")
        raise typer.Exit(1)
