"""``veban bundle``: the same exchange on a stick, as sealed files (gói dữ liệu)."""

from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from veban.actions.exchange.carry import carry_file
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.exchange.take_late import take_late
from veban.actions.nodes.report_lost import LostReport
from veban.actions.ports_exchange import CarriedFile
from veban.cli.answers import say, tell
from veban.cli.loading import find_sentence
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Out, command_app
from veban.cli.progress import busy, shown
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.local_time import format_instant
from veban.edges.clocks import SystemClock
from veban.edges.folder.addresses import clean_address
from veban.edges.folder.receiving import close_receiving, open_receiving
from veban.edges.folder.result_files import write_result
from veban.exchange.bundle import READ_BYTES, scan_bundle
from veban.exchange.refusals import FileUnknown
from veban.wiring.neighbours import send_to_neighbour
from veban.wiring.node import Node

app = command_app("Gói dữ liệu trên USB")


@app.callback()
def group() -> None:
    """Gói dữ liệu trên USB."""


@app.command()
def make(
    out: Out,
    to: Annotated[
        str | None,
        typer.Option("--for", metavar="NODE", help="Máy nhận; máy lưu động gửi cho Trung tâm"),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Tạo gói niêm phong với những gì máy nhận chưa có."""
    node = open_data(data)
    receiver = to or node.world.me.centre
    if receiver is None:
        raise typer.BadParameter("Trung tâm cần --for NODE để biết gói dành cho máy nào.")
    size = write_result(out, shown(make_bundle(node.exchange.x, receiver), out.name))
    tell({"file": str(out), "for": receiver, "bytes": size}, as_json=as_json)
    if isinstance(node.journal.barred(), ClockBehind):
        say(find_sentence(ClockBehind.code) or "")


@app.command()
def take(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    late: Annotated[
        str | None,
        typer.Option("--late", metavar="OFFICER", help="Lãnh đạo nhận dữ liệu của máy đã báo mất"),
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Nhận một gói; nhận hai lần không sao."""
    node = open_data(data)
    with file.open("rb") as bundle, busy("Nhận gói"):
        taken = _take(node, bundle, late)
    tell({"entries": taken.entries, "files": taken.files}, as_json=as_json)


def _take(node: Node, bundle: BinaryIO, late: str | None) -> Taken:
    if late is None:
        return take_bundle(node.exchange.x, bundle)
    sender = scan_bundle(bundle)[0].header.sender
    bundle.seek(0)
    key = f"late:{sender}:{node.world.random.token(8).hex()}"
    return take_late(node.exchange.x, bundle, LostReport(key, sender, late))


@app.command()
def carry(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False)],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Gửi hộ: giữ gói của máy khác, giao lại ở lần trao đổi tới; máy này không đọc được."""
    node = open_data(data)
    with file.open("rb") as bundle, busy("Cất gói gửi hộ"):
        kept = carry_file(node.exchange.x, node.box, bundle)
    tell(_carried(kept), as_json=as_json)


@app.command()
def carried(data: Data = DATA, as_json: Json = False) -> None:
    """Liệt kê các gói đang gửi hộ, mỗi dòng một gói."""
    for kept in open_data(data).box.list():
        tell(_carried(kept), as_json=as_json)


@app.command()
def hand(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    out: Out,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Chép một gói đang gửi hộ ra USB cho máy nhận."""
    path = open_data(data).box.find(name)
    if path is None:
        raise FileUnknown(name=name)
    with path.open("rb") as kept:
        size = write_result(out, iter(lambda: kept.read(READ_BYTES), b""))
    tell({"file": str(out), "bytes": size}, as_json=as_json)


@app.command()
def send(
    url: Annotated[str, typer.Argument(metavar="URL", help="Địa chỉ của máy cùng mạng")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Gửi nhờ: giao gói cho máy lưu động khác cùng mạng mang về, nhận thư trả lời nếu có."""
    node = open_data(data)
    with busy("Giao gói cho máy kia"):
        handed = send_to_neighbour(node, clean_address(url))
    taken = handed.taken or Taken()
    answer = {"for": node.world.me.centre, "bytes": handed.bytes}
    tell({**answer, "entries": taken.entries, "files": taken.files}, as_json=as_json)


@app.command()
def accept(
    close: Annotated[bool, typer.Option("--close", help="Không nhận nữa")] = False,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Cho máy khác cùng mạng giao gói cho máy này trong 15 phút, khi veban serve đang chạy."""
    node = open_data(data)
    if node.exchange.carrying is None:
        raise typer.BadParameter("Chỉ máy lưu động mang hộ; máy của Trung tâm luôn nhận.")
    if close:
        close_receiving(node.folder)
    until = None if close else format_instant(open_receiving(node.folder, SystemClock().now()))
    tell({"until": until}, as_json=as_json)


def _carried(kept: CarriedFile) -> dict[str, object]:
    return {
        "name": kept.name,
        "from": kept.sender,
        "for": kept.to,
        "bytes": kept.bytes,
        "refused": kept.refused,
    }
