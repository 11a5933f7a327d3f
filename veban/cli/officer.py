"""``veban officer``: add an officer and give the invite (công chức)."""

from typing import Annotated

import typer

from veban.actions.people.add_officer import add_officer
from veban.actions.people.invite import forget_officer, invite_officer
from veban.actions.people.keep_officers import let_go_officer
from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.people.roles import Role
from veban.store.accounts.sessions import end_sessions_of

app = command_app("Công chức của đơn vị")


@app.callback()
def group() -> None:
    """Công chức của đơn vị."""


@app.command()
def add(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã ngắn, như lan")],
    name: Annotated[str, typer.Option("--name", help="Họ và tên")],
    role: Annotated[list[Role], typer.Option("--role", help="Vai trò; ghi nhiều lần được")],
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="CODE", help="Đơn vị; không ghi là của máy")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Thêm công chức và in lời mời dùng một lần; làm lại thì đổi tên, vai trò và lời mời."""
    node = open_data(data)
    add_officer(node.world, code, name, role, unit or node.world.me.unit)
    invite = invite_officer(node.desk, node.world.random, code, node.world.clock.now())
    tell({"officer": code, "invite": invite}, as_json=as_json)


@app.command("let-go")
def let_go(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Mã công chức")],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Cho thôi việc ở đơn vị: không đăng nhập, không ghi được gì nữa; việc đã làm vẫn mang tên."""
    node = open_data(data)
    let_go_officer(node.world, f"let-go:{node.world.random.token(8).hex()}", code)
    forget_officer(node.desk, code)
    end_sessions_of(node.alias, code)
    tell({"officer": code, "gone": True}, as_json=as_json)
