"""The last steps: results handed back in the village and at the centre, and settled."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from demo.desk import do, goes_to_village
from demo.laptop_pages import LaptopPages
from demo.page_moves import make_move
from demo.stage import Stage


def hand_back_in_villages(stage: Stage, pages: LaptopPages, codes: Sequence[str]) -> None:
    stage.line.cut()
    stage.clock.move_to(stage.plan.back_at + timedelta(minutes=90))
    stage.tell.step(
        "Trở lại bản: trả kết quả, không có sóng",
        "Back in the villages without signal: each hand-back is a message to the holder",
        stage.clock.shown,
    )
    for code in codes[:1]:
        make_move(pages.browser, code, "hand_back", _taken_by(stage, code))
    done = do(
        stage, "trả tại bản", codes[1:], "hand_back", stage.cast.team[0].code,
        lambda code: _taken_by(stage, code), on_laptop=True,
    )  # fmt: skip
    handed = len(codes[:1]) + len(done)
    stage.hand_backs += handed
    stage.tell.say(
        f"Trả {handed} kết quả, một trên trang của máy lưu động; mỗi lần một tin báo chờ Trung tâm"
    )


def hand_back_at_centre(stage: Stage) -> None:
    codes = [code for code in stage.received if not goes_to_village(stage, code)]
    stage.clock.move_on(30)
    stage.tell.step(
        "Trả kết quả tại Trung tâm, qua bưu chính hoặc điện tử",
        "The other results go back from the centre",
        stage.clock.shown,
    )
    done = do(
        stage, "trả tại trung tâm", codes, "hand_back", stage.cast.team[0].code,
        lambda code: _taken_by(stage, code),
    )  # fmt: skip
    stage.hand_backs += len(done)
    stage.tell.say(f"Trả {len(done)} kết quả")


def _taken_by(stage: Stage, code: str) -> dict[str, Any]:
    """Return who takes the result: the collector, the applicant; a fingerprint for the oldest."""
    line = stage.received[code]["line"]
    collector = line.text("full_name", "collector")
    to = collector or line.text("full_name", "applicant") or "người nộp"
    taken: dict[str, Any] = {"to": to}
    if collector:
        taken["relation"] = "người nhận thay"
    elif "elderly" in (line.data.get("reasons") or []):
        taken["proof"] = "fingerprint"
    return taken
