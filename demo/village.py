"""The steps in the villages: no signal, dossiers, two people without one, receipts."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor, Future
from datetime import datetime
from pathlib import Path
from typing import Any

from demo.input_lines import InputLine, write_copy
from demo.laptop_pages import LaptopPages
from demo.late_births import show_late_birth
from demo.practice_clock import LOCAL
from demo.processes import DemoFailed, Done
from demo.stage import Stage

VISITS = Path(__file__).with_name("visits.jsonl")
TYPED_A_DAY = 1


def lose_signal(stage: Stage, hands: Executor) -> Future[Done]:
    """Cut the line; an exchange is tried beside the work, as patiently as always."""
    stage.line.cut()
    stage.tell.step(
        "Lên bản: mất sóng",
        "The line is cut; both servers keep running, an exchange fails and says so",
        stage.clock.shown,
    )
    return hands.submit(stage.laptop.run, "sync", "--json", ok=(1,))


def tell_of_failed_exchange(stage: Stage, tried: Future[Done]) -> None:
    stage.tell.mind(f"Trao đổi lúc mất sóng không được: {tried.result().answer['reason']}")


def receive_dossiers(stage: Stage, pages: LaptopPages) -> None:
    shown = False
    for day, lines in stage.source.days().items():
        instants = [at for line in lines if stage.source.day_of(line) and (at := line.received_at)]
        stage.clock.move_to(max(instants, default=stage.clock.now))
        shown = shown or show_late_birth(stage, pages, lines)
        stage.tell.step(
            f"Ngày {day:%d/%m/%Y}: tiếp nhận {len(lines)} hồ sơ, không có sóng",
            "The laptop receives without signal; codes come from its lane",
            stage.clock.shown,
        )
        typed = _type_some(stage, pages, lines)
        played = [line for line in lines if line.number not in typed]
        if not played:
            continue
        file = stage.folder / "lines" / f"tiep nhan {day.isoformat()}" / stage.source.path.name
        write_copy(played, stage.source.path, file, stage.round_id)
        answers = stage.laptop.play("receive", file)
        if len(answers) != len(played):
            raise DemoFailed(f"receive: {len(played)} lines, {len(answers)} answers")
        for line, answer in zip(played, answers, strict=True):
            take_answer(stage, line, answer)


def _type_some(stage: Stage, pages: LaptopPages, lines: Sequence[InputLine]) -> set[int]:
    """Receive a few lines of a day on the laptop's pages; return their numbers."""
    typed: set[int] = set()
    for line in [line for line in lines if pages.can_type(line)][:TYPED_A_DAY]:
        try:
            code = pages.receive(line)
        except DemoFailed as failed:
            stage.tell.mind(f"Dòng {line.number} không nhập được trên trang: {failed}")
            continue
        if code is None:
            continue
        typed.add(line.number)
        stage.received[code] = {"line": line}
        due = _due_words(pages.due_at(code))
        procedure = line.text("procedure")
        stage.tell.say(f"{code}  {procedure} · {due} · nhập trên trang của máy lưu động")
    return typed


def take_answer(stage: Stage, line: InputLine, answer: Mapping[str, Any]) -> None:
    """Tell and keep what a line was answered; the same dossier again is one dossier."""
    if "refused" in answer:
        stage.refused.append((line.number, answer["refused"]))
        details = json.dumps(answer.get("details") or {}, ensure_ascii=False)
        stage.tell.mind(f"Dòng {line.number} bị từ chối: {answer['refused']} {details}")
        return
    if answer["code"] in stage.received:
        stage.repeated.append(line.number)
    stage.received.setdefault(answer["code"], {"line": line, **answer})
    fee = (
        "phí chưa rõ"
        if answer["fee_vnd"] is None
        else f"{answer['fee_vnd']:,} đồng".replace(",", ".")
    )
    told = [_SHORT[code] for code in answer["warnings"] if code in _SHORT]
    where = _PLACES.get(line.text("kind", "place") or "", "")
    words = [line.text("procedure") or "", _due_words(answer["due_at"]), fee, where, *told]
    stage.tell.say(f"{answer['code']}  {' · '.join(word for word in words if word)}")


def turn_away(stage: Stage, pages: LaptopPages) -> None:
    """Two people leave the table without a code: one for a paper, one refused for a reason."""
    stage.tell.step(
        "Hai người về không có mã: thiếu giấy (phiếu 02), không thuộc phạm vi (phiếu 03)",
        "Two visits at the table: slip 02 and slip 03, no dossier and no code",
        stage.clock.shown,
    )
    visits = []
    for text in VISITS.read_text(encoding="utf-8").splitlines():
        visit = json.loads(text)
        visits.append(
            {**visit, "officer": stage.cast.team[0].code, "at": stage.clock.iso}
            | {"round": stage.round_id}
        )
    file = stage.write_lines("tai ban", visits)
    for visit, answer in zip(visits, stage.laptop.play("visit", file), strict=True):
        if "refused" in answer:
            stage.tell.wrong(f"{visit['full_name']}: {answer['refused']}")
            continue
        slip = stage.folder / "phiếu" / f"{visit['outcome']} {answer['visit']}.pdf"
        slip.parent.mkdir(exist_ok=True)
        slip.write_bytes(pages.visit_slip(answer["visit"]))
        stage.table_slips.append(slip)
        stage.tell.say(f"{visit['full_name']}: {visit['reason']}")
        stage.tell.look("Phiếu", slip)


def print_receipts(stage: Stage, pages: LaptopPages) -> None:
    """Print the first receipt with ``veban slip``, the others from the dossiers' pages."""
    stage.tell.step(
        "In Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Receipts: A5, signed QR, the day the team comes back in large type",
        stage.clock.shown,
    )
    folder = stage.folder / "phiếu"
    folder.mkdir(exist_ok=True)

    for number, code in enumerate(stage.received):
        slip = stage.slips[code] = folder / f"{code}.pdf"
        if number == 0:
            stage.laptop.run("slip", code, "--kind", "receipt", "-o", slip)
        else:
            slip.write_bytes(pages.receipt(code))
    stage.tell.look(f"{len(stage.slips)} tệp PDF", folder)


def _due_words(due_at: str | None) -> str:
    if due_at is None:
        return "ngày hẹn chưa rõ"
    return f"hẹn {datetime.fromisoformat(due_at).astimezone(LOCAL):%H:%M %d/%m}"


_SHORT = {
    "dossier.term_ends_before_return": "hết hạn trước khi tổ trở lại",
    "term.unknown": "thời hạn chưa rõ",
    "calendar.provisional": "lịch tạm tính",
}
_PLACES = {"home": "tại nhà", "point": "tại điểm tiếp nhận", "centre": "tại Trung tâm"}
