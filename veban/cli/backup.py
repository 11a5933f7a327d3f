"""``veban backup``: make, check and restore a node's backup (sao lưu)."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from veban.cli.answers import tell
from veban.cli.opening import ask_opening, open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.progress import busy
from veban.core.nodes.events import NodeKind
from veban.edges.backups.backup_folder import read_manifest
from veban.edges.folder.centre_folder import keep_card
from veban.edges.folder.result_files import check_folder
from veban.wiring.backups import check_backup, make_backup, restore_backup
from veban.wiring.renewing import renew_node
from veban.wiring.rolling import roll_snapshot

app = command_app("Sao lưu")
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Thư mục của bản sao lưu")]


@app.callback()
def group() -> None:
    """Sao lưu, kiểm tra và khôi phục."""


@app.command()
def make(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="Nơi để bản sao lưu")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Sao lưu máy này và đọc lại để kiểm tra; máy vẫn làm việc được trong lúc đó."""
    _check_place(out)
    node = open_data(data)
    with busy("Sao lưu và kiểm tra"):
        made = make_backup(node, out)
    tell(made.as_json(), as_json=as_json)


@app.command()
def check(folder: Folder, as_json: Json = False) -> None:
    """Đọc lại cả bản sao lưu; bản của máy lưu động cần cụm từ mở máy để kiểm tra nhật ký."""
    is_field = read_manifest(folder).kind == NodeKind.FIELD
    opening = ask_opening() if is_field else None
    with busy("Kiểm tra bản sao lưu"):
        checked = check_backup(folder, opening)
    tell(checked.as_json(), as_json=as_json)


@app.command()
def place(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Ổ đĩa thứ hai hoặc USB")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Chọn nơi để bản sao lưu luân phiên; máy đang mở tự sao lưu bốn giờ một lần."""
    _check_place(folder)
    node = open_data(data)
    folder.mkdir(exist_ok=True)
    with busy("Sao lưu lần đầu và kiểm tra"):
        made = roll_snapshot(node, folder.resolve())
    keep_card(data, replace(node.card, backup_to=str(folder.resolve())))
    tell(made.as_json(), as_json=as_json)


@app.command()
def renew(data: Data = DATA, as_json: Json = False) -> None:
    """Cho thư mục khôi phục hoặc bản sao ghi tiếp dưới tên mới, với dải số mới."""
    node = open_data(data)
    tell(renew_node(data, node, "copied").as_json(), as_json=as_json)


@app.command()
def restore(folder: Folder, data: Data = DATA, as_json: Json = False) -> None:
    """Khôi phục vào một thư mục mới; thư mục đang có không bao giờ bị ghi đè."""
    with busy("Khôi phục"):
        restored = restore_backup(folder, data)
    renewed = renew_node(data, open_data(data))
    tell(restored.as_json() | renewed.as_json(), as_json=as_json)


def _check_place(folder: Path) -> None:
    """See that a backup's folder takes something, or may be made where it does not exist yet."""
    check_folder(folder if folder.exists() else folder.parent)
