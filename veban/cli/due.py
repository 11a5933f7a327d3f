"""``veban due``: when is a result due (ngày hẹn trả); on the shipped law, without a node."""

from pathlib import Path
from typing import Annotated, Any

import typer

from veban.actions.deadlines.explain_due import DueQuestion, explain_due
from veban.cli.answers import put, say
from veban.cli.lines import field_of, play_lines
from veban.cli.options import DATA, Data, Json, command_app
from veban.cli.refusing import sentence_of
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape
from veban.edges.rulebook.shipped import ShippedRules

app = command_app("Tính ngày hẹn trả kết quả")
app.info.no_args_is_help = False


@app.command()
def due(
    procedure: Annotated[str | None, typer.Argument(metavar="CODE", help="Mã thủ tục")] = None,
    received_at: Annotated[
        str | None, typer.Argument(metavar="RECEIVED_AT", help="2026-01-05T09:30:00+07:00")
    ] = None,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="FILE", exists=True, help="Tệp JSON Lines")
    ] = None,
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Trả lời bằng JSON: ngày hẹn trả, tính từ lúc nào, theo cách nào."""
    rules = ShippedRules()
    if batch is not None:
        if procedure is not None:
            raise typer.BadParameter("Dùng CODE RECEIVED_AT hoặc --batch FILE, không cả hai.")
        raise typer.Exit(1 if play_lines(batch, lambda line: _answer(rules, line), _refused) else 0)
    if procedure is None or received_at is None:
        raise typer.BadParameter("Cần CODE và RECEIVED_AT, hoặc --batch FILE.")
    line = {"id": procedure, "procedure": procedure, "received_at": received_at}
    try:
        put(_answer(rules, line))
    except Refused as refusal:
        put(_refused(line, refusal))
        say(sentence_of(refusal))
        raise typer.Exit(1) from refusal


def _answer(rules: ShippedRules, data: Any) -> dict[str, Any]:
    """Answer one question; an ``id`` that is a number is given back as one."""
    name = field_of(data, "id")
    if isinstance(name, int) and not isinstance(name, bool):
        data = {**data, "id": str(name)}
    question = read_shape(DueQuestion, data)
    due_at = explain_due(rules, question.procedure, question.received_at)
    return {"id": name, **due_at.explained()}


def _refused(data: Any, refusal: Refused) -> dict[str, Any]:
    return {"id": field_of(data, "id"), "refused": refusal.code}
