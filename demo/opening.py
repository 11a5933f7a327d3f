"""The first steps: a practice centre, its officers, a laptop that joins, a round."""

from concurrent.futures import ThreadPoolExecutor

from demo.cast import CONTACT, UNIT, UNIT_NAME, VILLAGES, Officer
from demo.processes import Done
from demo.stage import Stage


def open_centre(stage: Stage) -> None:
    tell = stage.tell
    tell.step(
        f"Lập Trung tâm tập huấn {UNIT_NAME} ({UNIT}), làm trọn quy trình",
        "A practice centre, mode full; everything it prints says BẢN THỬ",
        stage.clock.shown,
    )
    stage.centre.run(
        "init", "--unit", UNIT, "--kind", "centre", "--mode", "full", "--practice",
        "--address", stage.centre_server.url,
    )  # fmt: skip

    def add(officer: Officer) -> Done:
        return stage.centre.run(
            "officer", "add", officer.code, "--name", officer.name, "--role", officer.role,
            "--unit", UNIT, "--json", ok=(0, 1),
        )  # fmt: skip

    with ThreadPoolExecutor(TWO) as hands:
        answers = list(hands.map(add, stage.cast.everybody))
    for officer, added in zip(stage.cast.everybody, answers, strict=True):
        if added.code:
            tell.mind(f"{officer.code}: {added.err.strip()}")
            continue
        stage.invites[officer.code] = added.answer["invite"]
        tell.say(f"{officer.name} ({officer.code}) · {_ROLES[officer.role]}")
    stage.centre_server.start()
    tell.look("Máy của Trung tâm", stage.centre_server.url)


def join_laptop(stage: Stage) -> None:
    tell = stage.tell
    tell.step(
        "Máy lưu động kết nối: nhận thủ tục, lịch, công chức và dải số",
        "A laptop joins over the line and gets its lane of numbers; its folder is encrypted",
        stage.clock.shown,
    )
    team = ",".join(officer.code for officer in stage.cast.team if officer.code in stage.invites)
    token = stage.centre.run("field", "add", "may-1", "--officers", team, "--json").answer
    stage.node_id = token["node"]
    stage.laptop.run("field", "join", stage.line.url, token["token"])
    stage.laptop_server.start()
    tell.look("Máy lưu động", stage.laptop_server.url)


def open_round(stage: Stage) -> None:
    days = list(stage.source.days())
    named = stage.source.names("village", "place") or VILLAGES
    villages = [name.replace(",", " ") for name in named]
    back_on = stage.plan.back_at.date()
    stage.tell.step(
        f"Mở đợt lưu động: {', '.join(villages)}",
        "A round is opened; the laptop hears of it while it still has signal",
        stage.clock.shown,
    )
    opened = stage.centre.run(
        "rounds", "open", "--name", f"Đợt {days[0]:%d/%m/%Y}",
        "--days", ",".join(day.isoformat() for day in days),
        "--villages", ",".join(villages),
        "--node", stage.node_id,
        "--officers", ",".join(code for code in stage.invites if _in_team(stage, code)),
        "--back-on", back_on.isoformat(),
        "--contact-name", CONTACT[0], "--contact-phone", CONTACT[1], "--json",
    )  # fmt: skip
    stage.round_id = opened.answer["round"]
    stage.laptop.run("sync", "--json")
    shown = ", ".join(f"{day:%d/%m}" for day in days[:4]) + (" …" if len(days) > 4 else "")
    stage.tell.say(f"Ngày đi: {shown}; trở lại bản trả kết quả: {back_on:%d/%m/%Y}")
    stage.tell.say(f"Người liên hệ tại bản: {CONTACT[0]}, {CONTACT[1]}")


def _in_team(stage: Stage, code: str) -> bool:
    return any(officer.code == code for officer in stage.cast.team)


TWO = 2
"""Commands at once: the program takes several on one folder."""

_ROLES = {"receiver": "tiếp nhận", "handler": "xử lý", "signer": "ký"}
