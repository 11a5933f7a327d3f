"""``veban dossiers underway``: what lies nowhere (hồ sơ, giấy tờ trên đường và thất lạc)."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from veban.cli.answers import tell
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json
from veban.core.people.scope import Scope
from veban.core.shared.local_time import format_instant
from veban.store.queries.underway import list_envelopes, list_released


def underway(
    round_id: Annotated[
        str | None, typer.Option("--round", metavar="ROUND", help="Chỉ của một đợt lưu động")
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="CODE", help="Đơn vị; không ghi là của máy này")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Liệt kê hồ sơ chưa nơi nào giữ, giấy tờ trong túi hoặc thất lạc; lâu nhất trước."""
    node = open_data(data)
    scope = Scope(frozenset({unit or node.world.me.unit}), frozenset(), persons=False)
    lines = [*_released(node.alias, scope, round_id), *_envelopes(node.alias, scope, round_id)]
    for line in sorted(lines, key=lambda line: (line["since"] or "", line["code"])):
        tell(line, as_json=as_json)


def _released(alias: str, scope: Scope, round_id: str | None) -> Iterator[dict[str, Any]]:
    for one in list_released(alias, scope, round_id):
        yield {
            "code": one.row.code,
            "what": "released",
            "since": one.since and format_instant(one.since),
            "from": one.giver,
            "to": one.row.releasing_to,
            "bag": None,
        }


def _envelopes(alias: str, scope: Scope, round_id: str | None) -> Iterator[dict[str, Any]]:
    for one in list_envelopes(alias, scope, round_id):
        envelope = one.envelope
        opened = envelope.bag.opened if envelope.bag else None
        yield {
            "code": one.code,
            "what": envelope.fate.value,
            "since": envelope.since and format_instant(envelope.since),
            "from": opened and opened.from_desk.partition(":")[2],
            "to": opened and opened.to_desk.partition(":")[2],
            "bag": envelope.number,
        }
