"""The other way home: a sealed file on a stick, there and back, while the line stays cut."""

from pathlib import Path

from demo.stage import Stage


def exchange_by_stick(stage: Stage) -> None:
    """Carry what the laptop wrote to the centre, and what the centre made of it back.

    A copy that broke half-way is refused whole, and the same file twice is one file; once the
    line is mended an exchange over it finds nothing left to send.
    """
    stage.tell.step(
        "Vẫn không có sóng: về Trung tâm bằng tệp niêm phong trên USB",
        "The line is still cut: a sealed file on a stick, there and back",
        stage.clock.shown,
    )
    stick = stage.folder / "USB"
    stick.mkdir(exist_ok=True)
    up, down = stick / "lên Trung tâm.veban", stick / "về máy lưu động.veban"
    stage.laptop.run("bundle", "make", "-o", up)
    stage.tell.look(f"Tệp niêm phong, {up.stat().st_size // 1024} KB", up)
    refused = stage.centre.run("bundle", "take", _half_of(up), ok=(1,))
    stage.tell.mind(f"Tệp chép dở bị từ chối, chưa lấy gì: {refused.err.strip()}")
    before = _entries(stage)
    taken = stage.centre.run("bundle", "take", up, "--json").answer
    again = stage.centre.run("bundle", "take", up, "--json").answer
    stage.carried_by_stick = _entries(stage) - before
    stage.tell.say(
        f"Trung tâm nhận {taken['entries']} mục, {taken['files']} tệp; nhận lần hai thêm "
        f"{again['entries']} mục; nhật ký Trung tâm thêm {stage.carried_by_stick} mục"
    )
    stage.centre.run("bundle", "make", "--for", stage.node_id, "-o", down)
    back = stage.laptop.run("bundle", "take", down, "--json").answer
    stage.tell.say(f"Máy lưu động nhận về {back['entries']} mục, {back['files']} tệp")
    _compare_with_line(stage)


def _compare_with_line(stage: Stage) -> None:
    """Ask over the line what is left: the stick has brought everything home."""
    stage.line.mend()
    stage.left_after_stick = stage.laptop.run("sync", "--json", ok=(0, 1)).answer
    left = stage.left_after_stick
    stage.tell.say(
        f"Có sóng lại, trao đổi thử: gửi thêm {left['entries_sent']} mục, còn lại {left['left']}"
    )


def _half_of(file: Path) -> Path:
    content = file.read_bytes()
    half = file.with_name("chép dở.veban")
    half.write_bytes(content[: len(content) // 2])
    return half


def _entries(stage: Stage) -> int:
    answer = stage.centre.run("journal", "verify", "--json", ok=(0, 1)).answer
    return int(answer["entries"])
