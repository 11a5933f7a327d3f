"""``veban dossiers erase``: erase everything about people in a dossier (xóa dữ liệu cá nhân)."""

from typing import Annotated

import typer

from veban.actions.dossiers.erase import erase_dossier
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json


def erase(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã bất kỳ của hồ sơ")],
    officer: Annotated[str, typer.Option("--officer", metavar="CODE", help="Ai quyết định")],
    basis: Annotated[str, typer.Option("--basis", help="Căn cứ pháp lý")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Xóa ở đây và, qua trao đổi, ở mọi máy; nhật ký vẫn kiểm được, số liệu không đổi."""
    node = open_data(data)
    erase_dossier(node.world, code, officer, basis)
    tell({"code": code, "erased": True, "files": node.sweep_files()}, as_json=as_json)
