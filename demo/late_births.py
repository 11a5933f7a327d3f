"""A birth that would be late: the review page says so before anything is kept."""

from collections.abc import Sequence
from datetime import datetime

import yaml

from demo.input_lines import InputLine
from demo.laptop_pages import LaptopPages
from demo.practice_clock import LOCAL
from demo.processes import TOP, DemoFailed
from demo.stage import Stage


def show_late_birth(stage: Stage, pages: LaptopPages, lines: Sequence[InputLine]) -> bool:
    """Type the first mobile dossier of a day into its ordinary form; tell whether there was one."""
    for line in lines:
        code, at = line.text("procedure"), line.received_at
        if code and at and (ordinary := _ordinary_form(code)):
            _show(stage, pages, line, ordinary)
            return True
    return False


def _show(stage: Stage, pages: LaptopPages, line: InputLine, ordinary: str) -> None:
    tell, mobile = stage.tell, line.text("procedure") or ""
    tell.step(
        f"Dòng {line.number}: nhận theo {ordinary} thì trễ ngay khi nhận, nên nhận theo {mobile}",
        "The ordinary form ends before the team is back; the mobile form is lawful and on time",
        stage.clock.shown,
    )
    try:
        page = pages.review(line, ordinary)
    except DemoFailed as failed:
        tell.mind(f"Trang không xem lại được: {failed}")
        return
    offers_mobile = f'action="/receive/{mobile}/form"' in page.body.decode()
    found = "hạn trả đến trước khi tổ về" if offers_mobile else "không có cảnh báo"
    due = _due(stage, line, (ordinary, mobile))
    tell.mind(f"{ordinary}: hẹn trả {due[ordinary]}; trang xem lại: {found}")
    if offers_mobile:
        tell.say(f"Trang đề nghị {mobile}: hẹn trả {due[mobile]}")


def _ordinary_form(code: str) -> str | None:
    """Return the procedure whose mobile form this one is, as the shipped law says."""
    if not set(code) <= set("0123456789."):
        return None
    law = TOP / "rules" / "procedures" / f"{code}.yaml"
    if not law.is_file():
        return None
    found = yaml.safe_load(law.read_text(encoding="utf-8")).get("variant_of")
    return found if isinstance(found, str) else None


def _due(stage: Stage, line: InputLine, procedures: Sequence[str]) -> dict[str, str]:
    at = line.data["received_at"]
    asked = [{"id": code, "procedure": code, "received_at": at} for code in procedures]
    file = stage.write_lines("hai cach", asked)
    answers = stage.centre.run("due", "--batch", file, ok=(0, 1), data=False).lines
    return {answer["id"]: _words(answer.get("due_at")) for answer in answers}


def _words(due_at: str | None) -> str:
    if due_at is None:
        return "chưa rõ"
    return f"{datetime.fromisoformat(due_at).astimezone(LOCAL):%H:%M %d/%m}"
