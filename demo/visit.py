"""What a visitor of the demo is told: where to look, how to sign in, how to stop."""

from demo.cast import PASSWORD, PHRASE
from demo.stage import Stage


def invite_visitors(stage: Stage) -> None:
    tell = stage.tell
    tell.step(
        "Hai máy vẫn chạy để xem",
        "Both stay up to be visited; Ctrl-C ends them and removes the folder",
        stage.clock.shown,
    )
    tell.look("Trung tâm", stage.centre_server.url)
    tell.look("Máy lưu động", stage.laptop_server.url)
    tell.look("Tra cứu công khai", f"{stage.centre_server.url}/t/")
    for officer in stage.cast.everybody:
        if invite := stage.invites.get(officer.code):
            tell.say(f"{officer.name} ({officer.code}): /first-use với lời mời {invite}")
        else:
            tell.say(f"{officer.name} ({officer.code}): /sign-in với mật khẩu “{PASSWORD}”")
    opener = stage.cast.team[0]
    tell.say(f"Máy lưu động: {opener.name} ({opener.code}) mở bằng cụm từ “{PHRASE}”")
    tell.look("Phiếu đã in", stage.folder / "phiếu")
    tell.say("Dừng: Ctrl-C")
