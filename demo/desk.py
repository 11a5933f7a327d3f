"""The steps at the centre: the exchange, the processing, the signing, the team's bag."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from demo.page_moves import make_move, sign_in_first
from demo.processes import DemoFailed
from demo.stage import Stage

SYNCS = 5


def exchange(stage: Stage, text: str, english: str) -> None:
    """Exchange both ways until nothing is left to send."""
    stage.line.mend()
    stage.tell.step(text, english, stage.clock.shown)
    before = stage.line.carried
    for _ in range(SYNCS):
        synced = stage.laptop.run("sync", "--json", ok=(0, 1))
        if synced.code == 0:
            break
    else:
        synced.fail("something is left")
    answer = synced.answer
    stage.tell.say(
        f"Gửi {answer['entries_sent']} mục và {answer['files_sent']} tệp; "
        f"nhận {answer['entries_received']} mục, {answer['files_received']} tệp; "
        f"còn lại {answer['left']}; {(stage.line.carried - before) // 1024} KB qua đường truyền"
    )


def process(stage: Stage) -> None:
    stage.clock.move_to(stage.plan.work_at + timedelta(minutes=30))
    stage.tell.step(
        "Trung tâm xử lý và ký",
        "Everything is taken into processing and signed by hand; the receiver never signs",
        stage.clock.shown,
    )
    handler, signer = stage.cast.handler, stage.cast.signer
    result = {"result": "Kết quả giải quyết thủ tục hành chính"}
    codes = list(stage.received)
    by_page = codes[:1]
    moved = do(stage, "chuyển xử lý", codes[1:], "transfer", handler.code)
    for code in by_page:
        make_move(sign_in_first(stage, handler), code, "transfer", {})
    stage.clock.move_on(120)
    signed = do(stage, "ký", moved, "sign", signer.code, lambda _: result)
    for code in by_page:
        make_move(sign_in_first(stage, signer), code, "sign", result)
    stage.tell.say(
        f"Chuyển xử lý {len(moved)}, ký {len(signed)} kết quả bằng dossiers do; "
        f"{len(by_page)} trên trang của Trung tâm"
    )


def fill_bag(stage: Stage) -> list[str]:
    """Hand the results for the villages over to the team; return their codes."""
    stage.clock.move_on(120)
    stage.tell.step(
        "Bỏ kết quả vào túi của tổ và tải xuống máy lưu động",
        "Results for the villages go into the team's bag and down to the laptop",
        stage.clock.shown,
    )
    codes = [code for code in stage.received if goes_to_village(stage, code)]
    bag = {"to": f"round:{stage.round_id}", "note": f"{len(codes)} kết quả"}
    bagged = do(stage, "bàn giao", codes, "hand_over", stage.cast.handler.code, lambda _: bag)
    stage.tell.say(f"{len(bagged)} kết quả trong túi")
    return bagged


def goes_to_village(stage: Stage, code: str) -> bool:
    line = stage.received[code]["line"]
    return bool(line.text("how", "return") == "village")


def do(
    stage: Stage,
    name: str,
    codes: Iterable[str],
    move: str,
    officer: str,
    details: Any = lambda _: {},
    *,
    on_laptop: bool = False,
) -> list[str]:
    """Play a move on dossiers with ``dossiers do``; return the codes where it was done."""
    asked = [
        {
            "key": f"demo:{move}:{code}",
            "code": code,
            "move": move,
            "officer": officer,
            "at": stage.clock.iso,
            "with": details(code),
        }
        for code in codes
    ]
    node = stage.laptop if on_laptop else stage.centre
    answers: list[Mapping[str, Any]] = (
        node.play("do", stage.write_lines(name, asked)) if asked else []
    )
    if len(answers) != len(asked):
        raise DemoFailed(f"{move}: {len(asked)} lines, {len(answers)} answers")
    done = []
    for line, answer in zip(asked, answers, strict=True):
        if "refused" in answer:
            stage.tell.wrong(f"{line['code']} {move}: {answer['refused']} {answer.get('details')}")
        else:
            done.append(str(line["code"]))
    return done
