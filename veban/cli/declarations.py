"""``veban declarations``: the forms of declarations, their check and their print (tờ khai)."""

from pathlib import Path
from typing import Annotated, Any

import typer

from veban.cli.answers import put, tell
from veban.cli.lines import Line, NotJson
from veban.cli.options import DATA, Data, Json, Out, command_app
from veban.core.declarations.complaints import Complaint
from veban.core.declarations.form import DeclarationForm, get_form
from veban.core.slips.declaration import Print, Sheet, declaration_data
from veban.edges.printing.printer import TypstPrinter
from veban.edges.rulebook.shipped import ShippedRules

app = command_app("Tờ khai: mẫu, kiểm tra, in")

Form = Annotated[str, typer.Argument(metavar="FORM", help="Tên mẫu, như birth")]


@app.callback()
def group() -> None:
    """Tờ khai: mẫu, kiểm tra, in; không cần máy nào."""


@app.command("list")
def list_(data: Data = DATA, as_json: Json = False) -> None:
    """In các mẫu tờ khai, mỗi dòng một JSON."""
    for form in ShippedRules().declarations():
        put(_head(form))


@app.command()
def show(form: Form, data: Data = DATA, as_json: Json = False) -> None:
    """In JSON Schema 2020-12 của một mẫu, với dữ liệu mẫu ở examples."""
    rules = ShippedRules()
    put(rules.published_form(get_form(rules.declarations(), form)))


@app.command()
def check(
    form: Form,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Tờ khai, JSON", exists=True)],
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """Kiểm tra một tờ khai; in từng mục chưa đúng, mỗi dòng một JSON."""
    rules = ShippedRules()
    known = get_form(rules.declarations(), form)
    found = rules.complaints(known, _declared(file))
    for complaint in found:
        put(_line(complaint))
    if found:
        raise typer.Exit(1)


@app.command("print")
def print_(
    form: Form,
    out: Out,
    fill: Annotated[
        Path | None, typer.Option("--fill", metavar="FILE", help="Tờ khai, JSON", exists=True)
    ] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Điền sẵn dữ liệu mẫu")] = False,
    to: Annotated[str, typer.Option("--to", metavar="TEXT", help="Kính gửi")] = "",
    data: Data = DATA,
    as_json: Json = False,
) -> None:
    """In một tờ khai ra tệp PDF: trống, đã điền, hoặc mẫu điền sẵn."""
    if fill and sample:
        raise typer.BadParameter("Chỉ một trong --fill và --sample.")
    known = get_form(ShippedRules().declarations(), form)
    use = Print.SAMPLE if sample else Print.FILLED if fill else Print.EMPTY
    values = known.sample if sample else _declared(fill) if fill else {}
    sheet = Sheet(known, values, use, to)
    pdf = TypstPrinter().render("declaration", declaration_data(sheet))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(pdf)
    tell({"file": str(out), "bytes": len(pdf)}, as_json=as_json)


def _head(form: DeclarationForm) -> dict[str, Any]:
    return {
        "form": form.name,
        "name": form.title,
        "since": form.since_on.isoformat(),
        "digest": form.digest,
        "procedures": list(form.procedures),
        "document": form.source.document,
        "confidence": form.source.confidence.value,
    }


def _line(complaint: Complaint) -> dict[str, Any]:
    return {
        "section": complaint.section,
        "field": complaint.field,
        "wrong": complaint.wrong.value,
        "bound": complaint.bound,
    }


def _declared(file: Path) -> dict[str, Any]:
    given = Line(1, file.read_bytes()).read()
    if not isinstance(given, dict):
        raise NotJson(line=1)
    return given
