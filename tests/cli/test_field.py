"""A laptop joins, receives without a line, exchanges both ways, hands back: by line and stick."""

import io
import shutil

import pytest
from pypdf import PdfReader

from tests.cli.running import Centre, Served, free_port, move, reception

PHRASE = "con trâu đi trước cái cày theo sau"
LAN = {"VEBAN_OFFICER": "lan", "VEBAN_PHRASE": PHRASE}


class Laptop(Centre):
    """A field folder of ``lan``."""

    def __init__(self, centre, name):
        super().__init__(centre.folder)
        self.data = centre.folder / name

    def run(self, *arguments, **variables):
        return super().run(*arguments, **(LAN | variables))


@pytest.fixture(scope="module")
def desk(prepared, tmp_path_factory):
    """One served centre for all tests of this module; each brings its own laptop."""
    folder = tmp_path_factory.mktemp("desk") / "work"
    shutil.copytree(prepared, folder)
    centre = Centre(folder)
    with Served(centre.data, VEBAN_CLOCK=str(folder / "clock")) as served:
        centre.url = served.url
        yield centre


def joined(desk, name):
    """Invite a laptop and join it."""
    invited = desk.run("field", "add", name, "--officers", "lan", "--json")
    assert (invited.code, set(invited.answer)) == (0, {"node", "token"})
    laptop = Laptop(desk, name)
    ran = laptop.run("field", "join", desk.url, invited.answer["token"], "--json")
    assert ran.code == 0, ran.err
    assert ran.answer["node"] == laptop_node(invited)
    laptop.node = ran.answer["node"]
    return laptop


def laptop_node(invited):
    return invited.answer["node"]


def test_a_mistyped_officer_does_not_use_the_token_up(centre):
    token = centre.run("field", "add", "may-0", "--officers", "lan", "--json").answer["token"]
    laptop = Laptop(centre, "may-0")
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        join = ("field", "join", served.url, token, "--json")
        refused = laptop.run(*join, VEBAN_OFFICER="minh")
        assert (refused.code, refused.answer["refused"]) == (1, "officer.unknown")
        assert not laptop.data.exists()
        assert laptop.run(*join).code == 0


def test_a_laptop_for_which_no_numbers_are_left_is_not_invited(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        for n in range(10):
            token = centre.run("field", "add", f"m{n}", "--json").answer["token"]
            laptop = Laptop(centre, f"m{n}")
            assert laptop.run("field", "join", served.url, token).code == 0
    ran = centre.run("field", "add", "m10", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "numbers.no_lane_left")


def test_a_dossier_goes_up_is_decided_and_its_result_comes_down(desk):
    laptop = joined(desk, "may-1")
    (desk.folder / "a.jpg").write_bytes(b"a scan")
    line = reception("f1", papers=[{"name": "Tờ khai", "file": "a.jpg"}])
    received = laptop.play("receive", line).answer
    assert received["code"].startswith("H18.03.172-261123-")
    sent = laptop.run("sync", "--json")
    assert sent.code == 0
    assert set(sent.answer) == {
        "entries_sent", "files_sent", "entries_received", "files_received", "left", "reason"
    }  # fmt: skip
    assert (sent.answer["files_sent"], sent.answer["left"], sent.answer["reason"]) == (1, 0, None)
    code = received["code"]
    done = desk.play(
        "do",
        move("a1", code, "transfer", "minh", "10:00"),
        move("a2", code, "sign", "sua", "10:30", result="Giấy khai sinh"),
    )
    assert done.code == 0
    assert laptop.run("sync", "--json").answer["entries_received"] >= 2
    assert laptop.run("dossiers", "show", code, "--json").answer["state"] == 9
    handed = laptop.play("do", move("a3", code, "hand_back", "lan", "11:00", to="Sùng A Páo"))
    assert handed.answer == {"key": "a3", "code": code, "state": "sent"}
    assert laptop.run("sync").code == 0
    assert desk.run("dossiers", "show", code, "--json").answer["state"] == 10
    for node in (desk, laptop):
        found = node.run("journal", "verify", "--json")
        assert (found.code, found.answer["missing_files"]) == (0, 0)
    assert laptop.run("journal", "rebuild", "--json").answer["identical"] is True


def test_a_stick_carries_the_same_both_ways_and_twice_is_no_error(desk):
    (desk.folder / "stick").mkdir()
    laptop = joined(desk, "may-2")
    code = laptop.play("receive", reception("f2")).answer["code"]
    assert laptop.run("bundle", "make", "-o", "stick/up.bundle").code == 0
    first = desk.run("bundle", "take", "stick/up.bundle", "--json")
    again = desk.run("bundle", "take", "stick/up.bundle", "--json")
    assert (first.code, again.code) == (0, 0)
    assert first.answer["entries"] >= 2
    assert again.answer["entries"] == 0
    assert desk.run("dossiers", "show", code, "--json").answer["holder"] != laptop.node
    down = ["bundle", "make", "--for", laptop.node, "-o", "stick/down.bundle"]
    assert desk.run(*down).code == 0
    assert laptop.run("bundle", "take", "stick/down.bundle").code == 0
    shown = laptop.run("dossiers", "show", code, "--json").answer
    assert shown["entries"][-1]["type"] == "HolderAccepted"


def test_a_bundle_for_another_node_or_cut_short_is_refused_whole(desk):
    laptop = joined(desk, "may-3")
    laptop.play("receive", reception("f3"))
    laptop.run("bundle", "make", "-o", "up.bundle")
    other = laptop.run("bundle", "take", "up.bundle", "--json")
    assert (other.code, other.answer["refused"]) == (1, "bundle.not_for_us")
    bundle = desk.folder / "up.bundle"
    bundle.write_bytes(bundle.read_bytes()[:-40])
    before = desk.run("journal", "verify", "--json").answer["entries"]
    half = desk.run("bundle", "take", "up.bundle", "--json")
    assert (half.code, half.answer["refused"]) == (1, "bundle.broken")
    assert desk.run("journal", "verify", "--json").answer["entries"] == before


def test_a_slip_printed_on_a_message_says_that_the_centre_has_yet_to_confirm(desk):
    laptop = joined(desk, "may-10")
    code = laptop.play("receive", reception("f10")).answer["code"]
    laptop.run("sync")
    line = move("w1", code, "withdraw", "lan", "11:00", reason="Người dân rút hồ sơ.")
    assert laptop.play("do", line).answer["state"] == "sent"
    assert "Trung tâm sẽ xác nhận" in stop_slip(laptop, code)
    assert laptop.run("sync").code == 0
    text = stop_slip(laptop, code)
    assert "Người dân rút hồ sơ." in text
    assert "Trung tâm sẽ xác nhận" not in text


def stop_slip(laptop, code):
    assert laptop.run("slip", code, "--kind", "stop", "-o", "stop.pdf").code == 0
    pages = PdfReader(io.BytesIO((laptop.folder / "stop.pdf").read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_copy_of_a_laptops_receipt_has_no_seal_of_another_node(desk):
    laptop = joined(desk, "may-11")
    code = laptop.play("receive", reception("f11")).answer["code"]
    laptop.run("sync")
    for node, sealed in ((laptop, True), (desk, False)):
        assert node.run("slip", code, "--kind", "receipt", "-o", "r.pdf").code == 0
        page = PdfReader(io.BytesIO((desk.folder / "r.pdf").read_bytes())).pages[0]
        assert ("Quét để tra cứu" in " ".join(page.extract_text().split())) is sealed


def test_without_a_line_the_laptop_works_on_and_says_what_is_left(desk):
    laptop = joined(desk, "may-4")
    assert laptop.play("receive", reception("f4")).code == 0
    ran = laptop.run("sync", "--to", f"http://127.0.0.1:{free_port()}", "--json")
    assert ran.code == 1
    assert ran.answer["reason"] == "exchange.unreachable"
    assert ran.answer["left"] >= 1
    assert laptop.run("sync").code == 0


def test_a_token_works_once_and_a_folder_is_never_made_over(desk):
    token = desk.run("field", "add", "may-5", "--json").answer["token"]
    laptop = Laptop(desk, "may-5")
    short = laptop.run("field", "join", desk.url, token, "--json", VEBAN_PHRASE="ngắn")
    assert short.answer["refused"] == "folder.phrase_too_short"
    assert laptop.run("field", "join", desk.url, token).code == 0
    over = laptop.run("field", "join", desk.url, token, "--json")
    assert (over.code, over.answer["refused"]) == (1, "folder.taken")
    again = Laptop(desk, "may-6")
    used = again.run("field", "join", desk.url, token, "--json")
    assert (used.code, used.answer["refused"]) == (1, "join.token_wrong")
    assert not again.data.exists()


def test_a_laptop_opens_with_its_officers_phrase_only(desk):
    laptop = joined(desk, "may-7")
    wrong = laptop.run("journal", "verify", "--json", VEBAN_PHRASE="một cụm từ khác hẳn")
    assert (wrong.code, wrong.answer["refused"]) == (1, "folder.phrase_wrong")
    silent = laptop.run("journal", "verify", "--json", VEBAN_PHRASE="")
    assert (silent.code, silent.answer["refused"]) == (1, "node.locked")
    everything = b"".join(path.read_bytes() for path in laptop.data.rglob("*") if path.is_file())
    assert b"SQLite format 3" not in everything
    assert "Lò Thị Lan".encode() not in everything


def test_a_served_laptop_is_locked_until_somebody_opens_it(desk):
    laptop = joined(desk, "may-8")
    clock = {"VEBAN_CLOCK": str(desk.folder / "clock")}
    with Served(laptop.data, **clock) as served:
        assert served.health()["locked"] is True
    with Served(laptop.data, **clock, **LAN) as served:
        assert served.health()["locked"] is False
        assert laptop.play("receive", reception("f8")).code == 0


def test_an_unknown_officer_gets_no_laptop(desk):
    ran = desk.run("field", "add", "may-9", "--officers", "nobody", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "officer.unknown")


def test_a_bundle_from_the_centre_needs_a_receiver(desk):
    assert desk.run("bundle", "make", "-o", "x.bundle").code == 2
    ran = desk.run("bundle", "make", "--for", "nobody", "-o", "x.bundle", "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "exchange.unknown_node")
    assert not (desk.folder / "x.bundle").exists()


def test_a_revoked_laptop_is_heard_no_more_and_loses_nothing(desk):
    laptop = joined(desk, "may-mat")
    laptop.play("receive", reception("lost-1"))
    by = ["--officer", "hoa", "--json"]
    assert desk.run("field", "revoke", laptop.node, *by).answer["state"] == "revoked"
    refused = laptop.run("sync", "--json")
    assert (refused.code, refused.answer["reason"]) == (1, "exchange.revoked")
    assert refused.answer["left"] > 0
    assert laptop.run("journal", "verify", "--json").code == 0
    assert desk.run("field", "revoke", "no-such", *by).answer["refused"] == "node.unknown"
