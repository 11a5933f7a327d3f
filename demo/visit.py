"""What a visitor of the demo is told: where to look, how to sign in, how to stop."""

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
    tell.look("Tra cứu công khai", f"{stage.centre_server.url}/track")
    for officer in stage.cast.everybody:
        if invite := stage.invites.get(officer.code):
            tell.say(f"{officer.name} ({officer.code}), mã mời: {invite}")
    tell.look("Phiếu đã in", stage.folder / "phiếu")
    tell.say("Dừng: Ctrl-C")
