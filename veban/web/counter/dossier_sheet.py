"""Dossiers as a sheet (bảng hồ sơ): what a list shows, for a spreadsheet."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from veban.core.dossiers.rows import DossierRow
from veban.edges.rulebook.layered import LayeredRules
from veban.edges.sheets.writer import write_csv, write_xlsx
from veban.web import words
from veban.web.counter.procedure_names import procedure_name
from veban.web.templatetags.writing import day, instant

SHEETS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def dossier_sheet(kind: str, rules: LayeredRules, rows: Sequence[DossierRow]) -> HttpResponse:
    """Return rows as CSV or XLSX, in the reader's language."""
    head = [
        _("Mã hồ sơ"),
        _("Người nộp hồ sơ"),
        _("Thủ tục"),
        _("Trạng thái"),
        _("Nhận lúc"),
        _("Hẹn trả"),
        _("Có kết quả lúc"),
        _("Trả ngày"),
    ]
    cells = [_cells(rules, row) for row in rows]
    made = write_csv(head, cells) if kind == "csv" else write_xlsx(_("Hồ sơ"), head, cells)
    response = HttpResponse(made, content_type=SHEETS[kind])
    response.headers["Content-Disposition"] = f'attachment; filename="ho-so.{kind}"'
    return response


def _cells(rules: LayeredRules, row: DossierRow) -> list[str]:
    found: list[Any] = [
        row.code,
        row.full_name,
        procedure_name(rules, row.procedure),
        words.STATES[row.state],
        row.received_at and instant(row.received_at),
        row.due_at and instant(row.due_at),
        row.ended_at and instant(row.ended_at),
        row.returned_at and day(row.returned_at),
    ]
    return ["" if cell is None else str(cell) for cell in found]
