"""``veban clock``: what the clock says, and the word that it is right (đồng hồ của máy)."""

from typing import Annotated

import typer

from veban.actions.nodes.set_clock_right import last_recorded_at, set_clock_right
from veban.cli.answers import say, tell
from veban.cli.loading import find_sentence
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.local_time import format_instant

app = command_app("Đồng hồ của máy")
app.info.no_args_is_help = False


@app.command()
def clock(
    right: Annotated[
        str | None,
        typer.Option("--right", metavar="OFFICER", help="Ai đã so và xác nhận đồng hồ đúng"),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Xem đồng hồ có cản trở việc ghi không; mã thoát 1 khi có."""
    node = open_data(data)
    if right is not None:
        set_clock_right(node.world, right, node.centre_said())
    stops = isinstance(node.journal.barred(), ClockBehind)
    last = last_recorded_at(node.world)
    found = {
        "now": format_instant(node.world.clock.now()),
        "last_entry": last and format_instant(last),
        "stops": stops,
    }
    tell(found, as_json=as_json)
    if stops:
        say(find_sentence(ClockBehind.code) or "")
        raise typer.Exit(1)
