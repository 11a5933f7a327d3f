"""The table of commands, each loaded only when it is called (nạp lệnh khi cần).

``veban due`` must answer at once, and a field laptop starts lean: so the root group imports
nothing of the commands. This is the one place where a module is imported by its name.
"""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup


class Listed(NamedTuple):
    """Where a command lives and what the list says of it."""

    module: str
    help: str


COMMANDS = {
    "init": Listed("veban.cli.init", "Lập máy của Trung tâm (thư mục dữ liệu mới)"),
    "officer": Listed("veban.cli.officer", "Công chức: thêm và mời"),
    "serve": Listed("veban.cli.serve", "Mở trang làm việc và cửa dữ liệu"),
    "field": Listed("veban.cli.field", "Máy lưu động: mời và kết nối"),
    "centre": Listed("veban.cli.centre", "Máy riêng của xã: mời và nối với tỉnh"),
    "units": Listed("veban.cli.units", "Đơn vị làm việc trên máy của tỉnh"),
    "rounds": Listed("veban.cli.rounds", "Đợt lưu động: mở và đóng"),
    "bag": Listed("veban.cli.bag", "Túi hồ sơ: mở, xếp, gửi, nhận"),
    "law": Listed("veban.cli.law", "Quy định nhập tại đơn vị: phí, ngày nghỉ, thủ tục"),
    "due": Listed("veban.cli.due", "Tính ngày hẹn trả; không cần máy nào"),
    "dossiers": Listed("veban.cli.dossiers.app", "Hồ sơ: tiếp nhận, thao tác, xem, xuất"),
    "declarations": Listed("veban.cli.declarations", "Tờ khai: mẫu, kiểm tra, in"),
    "slip": Listed("veban.cli.slip", "In phiếu ra tệp PDF"),
    "sync": Listed("veban.cli.sync", "Trao đổi dữ liệu với Trung tâm"),
    "bundle": Listed("veban.cli.bundle", "Trao đổi dữ liệu bằng tệp niêm phong (USB)"),
    "pack": Listed("veban.cli.pack", "Gói của đợt: lập ở Trung tâm, mở trên máy lưu động"),
    "backup": Listed("veban.cli.backup", "Sao lưu, kiểm tra, khôi phục"),
    "clock": Listed("veban.cli.clock", "Đồng hồ của máy: xem, xác nhận là đúng"),
    "tick": Listed("veban.cli.tick", "Chạy công việc định kỳ đã đến giờ"),
    "move": Listed("veban.cli.move", "Chuyển dữ liệu của máy sang PostgreSQL"),
    "journal": Listed("veban.cli.journal", "Nhật ký: kiểm tra, dựng lại bảng"),
    "procedures": Listed("veban.cli.procedures", "Thủ tục hành chính; không cần máy nào"),
    "schema": Listed("veban.cli.schema", "Định dạng đã công bố (JSON Schema)"),
    "bench": Listed("veban.cli.bench", "Đo tốc độ trên máy này"),
}
"""Name → module with a typer ``app``, in the order of the list."""

SENTENCES = "veban.web.refusals"
"""The sentences of refusals stand beside the pages, which the command line may not import."""


class LazyGroup(TyperGroup):
    """The root group; lists from the table and imports the one command that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name].module).app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Lệnh"):
            formatter.write_dl([(name, listed.help) for name, listed in COMMANDS.items()])


def load_wiring() -> Any:
    """Return ``veban.wiring.opening`` where a command needs it in some cases only.

    A laptop's server runs in a process of its own, so the one that starts it stays small.
    """
    return import_module("veban.wiring.opening")


def find_sentence(code: str) -> str | None:
    """Return the Vietnamese sentence of a refusal's code; None where there is none."""
    found = import_module(SENTENCES).SENTENCES.get(code)
    return None if found is None else str(found[1])
