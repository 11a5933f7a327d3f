"""``veban bag``: open, pack, send and receive a bag of envelopes (túi hồ sơ)."""

import secrets
from typing import Annotated

import typer

from veban.actions.bags.hand_over import BagAct
from veban.actions.bags.pack import NewBag, open_bag, pack, send_bag
from veban.actions.bags.unpack import receive_bag
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.bags.scan import read_scan

app = command_app("Túi hồ sơ")

Bag = Annotated[str, typer.Argument(metavar="BAG", help="Mã của túi")]
Scans = Annotated[list[str], typer.Argument(metavar="CODE…", help="Mã hồ sơ, hoặc chữ của QR")]
Officer = Annotated[str, typer.Option("--officer", metavar="CODE", help="Ai làm")]
Note = Annotated[str, typer.Option("--note", help="Vì sao không khớp")]
Key = Annotated[
    str | None, typer.Option("--key", metavar="KEY", help="Khóa của lệnh, để gọi lại an toàn")
]


@app.callback()
def group() -> None:
    """Túi hồ sơ."""


@app.command("open")
def open_(
    officer: Officer,
    to: Annotated[
        str | None, typer.Option("--to", metavar="NODE", help="Máy nhận; mặc định là Trung tâm")
    ] = None,
    key: Key = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Mở một túi và in số để ghi lên túi."""
    world = open_data(data).world
    taker = to or world.me.centre
    if taker is None:
        raise typer.BadParameter("Ở Trung tâm cần --to: túi gửi đến máy nào.")
    tell(open_bag(world, NewBag(_key(key), taker, officer)), as_json=as_json)


@app.command()
def add(bag: Bag, codes: Scans, officer: Officer, data: Data = DATA, as_json: Json = False) -> None:
    """Cho từng bì vào túi; bì đã có trong túi thì giữ nguyên."""
    world = open_data(data).world
    for code in codes:
        act = BagAct(_key(None), bag, officer)
        tell(pack(world, act, read_scan(code)), as_json=as_json)


@app.command()
def close(
    bag: Bag,
    officer: Officer,
    expected: Annotated[
        list[str] | None,
        typer.Option("--expect", metavar="CODE", help="Bì phải có trong túi; ghi nhiều lần"),
    ] = None,
    note: Note = "",
    key: Key = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Đóng túi và gửi đi; có --expect thì so với những bì ghi ở đó."""
    world = open_data(data).world
    wanted = [read_scan(code) for code in expected] if expected else None
    tell(send_bag(world, BagAct(_key(key), bag, officer, note), wanted), as_json=as_json)


@app.command()
def receive(
    bag: Bag,
    codes: Scans,
    officer: Officer,
    note: Note = "",
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Ghi những bì thấy trong túi và kết thúc trong một lần; bì thiếu được gọi tên."""
    world = open_data(data).world
    found = [read_scan(code) for code in codes]
    tell(receive_bag(world, BagAct(_key(None), bag, officer, note), found), as_json=as_json)


def _key(given: str | None) -> str:
    return given or secrets.token_hex(16)
