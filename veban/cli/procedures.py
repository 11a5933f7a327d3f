"""``veban procedures``: what the shipped law says about a procedure (thủ tục hành chính)."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from veban.actions.procedures.show_procedure import show_procedure
from veban.cli.answers import tell
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.shared.local_time import local_day
from veban.edges.rulebook.shipped import ShippedRules

app = command_app("Thủ tục hành chính trong phần mềm")


@app.callback()
def group() -> None:
    """Thủ tục hành chính trong phần mềm."""


@app.command()
def show(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã thủ tục")],
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="Ngày; không ghi là hôm nay"),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """In thời hạn, phí, trường hợp và giấy tờ của một thủ tục vào một ngày."""
    day = on.date() if on else local_day(datetime.now(UTC))
    tell(show_procedure(ShippedRules(), code, day), as_json=as_json)
