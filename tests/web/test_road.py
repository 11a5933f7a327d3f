"""The laptop's pages around a journey: before leaving, on return, blank slips."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from tests.web.desk import browser
from tests.web.forms import birth_form, code_on
from tests.web.laptop import pair
from tests.worlds.lines import move_command, receive_command
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.numbers.blank_slips import PrintBlanks, print_blanks
from veban.core.rounds.readiness import ASKED
from veban.core.slips.return_list import Heap
from veban.edges.clocks import VARIABLE
from veban.wiring.readiness import check_readiness
from veban.wiring.return_list import gather_return


@pytest.fixture(scope="module")
def both(tmp_path_factory, clock):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(clock.path))
        with pair(tmp_path_factory.mktemp("pair")) as made:
            yield made


@pytest.fixture
def at_laptop(both):
    return both.lan()


def levels(both):
    return {line.name: line.level.value for line in check_readiness(both.laptop.node)}


def test_a_laptop_fresh_from_its_centre_lacks_only_what_an_officer_must_look_at(both, at_laptop):
    page = at_laptop.get("/road/ready").content.decode()
    assert "Trung tâm trả lời lần cuối lúc 09:00 23/11/2026" in page
    assert "Ngày ít nhất còn 500 số" in page
    found = levels(both)
    assert {found[name] for name in ("heard", "numbers", "clock", "folder", "unsent")} == {"ok"}
    assert found["wifi"] == found["paper"] == "warn"


def test_what_an_officer_confirms_is_ready_and_says_who_and_when(both, at_laptop):
    for name in ASKED:
        answer = at_laptop.post(f"/road/ready/{name}")
        assert answer.headers["Location"] == f"/road/ready#{name}"
    assert "Lò Thị Lan đã xem lúc 09:00 23/11/2026" in at_laptop.get("/road/ready").content.decode()
    assert {levels(both)[name] for name in ("paper", "wifi", "test_print")} == {"ok"}


def test_what_is_measured_cannot_be_confirmed(at_laptop):
    assert at_laptop.post("/road/ready/numbers").status_code == 404


def test_the_test_page_is_a_pdf(at_laptop):
    assert at_laptop.get("/road/ready/print.pdf").content[:5] == b"%PDF-"


def test_the_list_is_a_laptops_and_no_dead_end_at_the_centre(both):
    lan = browser(both.centre, "lan")
    assert lan.get("/road/ready").status_code == 404
    assert "/road/ready" not in lan.get("/road").content.decode()


def test_a_reception_leaves_one_number_less_and_something_to_send(both, at_laptop):
    done = at_laptop.post("/receive/1.001193/form", birth_form(at_laptop, step="confirm"))
    assert code_on(done.headers["Location"])
    assert levels(both)["unsent"] == "warn"
    assert "Ngày ít nhất còn 499 số" in at_laptop.get("/road/ready").content.decode()


def test_on_return_every_paper_result_and_number_stands_on_the_list(both, at_laptop):
    centre, laptop = both.centre.node.world, both.laptop.node.world
    at = "2026-11-23T09:00:00+07:00"
    codes = [receive_dossier(centre, receive_command(f"r{n}"))["code"] for n in range(2)]
    for code in codes:
        do_move(centre, move_command(code, "transfer", "pao", at))
        do_move(centre, move_command(code, "sign", "hoa", at, result="Giấy xác nhận"))
        to = {"to": f"node:{laptop.me.node}"}
        do_move(centre, move_command(code, "hand_over", "lan", at, **to))
    both.exchange()
    do_move(laptop, move_command(codes[0], "hand_back", "lan", at, to="Vàng Thị Dua"))
    content = gather_return(both.laptop.node)
    assert [line.code for line in content.heap(Heap.RESULTS)] == [codes[1]]
    [handed] = content.heap(Heap.HANDED_BACK)
    assert (handed.code, "chờ xác nhận" in handed.note) == (codes[0], True)
    assert [line.code[-4:] for line in content.heap(Heap.PAPERS)] == ["0001"]
    assert content.unsent_entries == 1
    [numbers] = content.numbers
    assert (numbers.used, numbers.gaps) == (1, ())
    page = at_laptop.get("/road/return").content.decode()
    assert codes[1] in page
    assert "Còn 1 bước ghi" in page
    assert at_laptop.get("/road/return.pdf").content[:5] == b"%PDF-"

    both.exchange()
    [handed] = gather_return(both.laptop.node).heap(Heap.HANDED_BACK)
    assert "Trung tâm đã xác nhận" in handed.note


def test_the_book_of_the_day_names_the_slips_that_were_not_used(both):
    node = both.laptop.node
    print_blanks(node.world, PrintBlanks("book", node.world.me.node, 3))
    receive_dossier(node.world, receive_command("by-hand", paper_slip="402"))
    day = date(2026, 11, 23)
    both.exchange()
    for one in (node, both.centre.node):
        book = PdfReader(io.BytesIO(one.logbook(one.world.me.unit, day)))
        text = " ".join(" ".join(page.extract_text() for page in book.pages).split())
        assert "0401 (phiếu trắng chưa dùng" in text
        assert "0403 (phiếu trắng chưa dùng" in text
        assert "0402 (" not in text


def test_a_slip_of_a_day_before_its_printing_closes_no_number_on_the_list(both):
    node, earlier = both.laptop.node, "2026-11-20T09:00:00+07:00"
    receive_dossier(node.world, receive_command("in-turn", received_at=earlier))
    receive_dossier(node.world, receive_command("early", paper_slip="402", received_at=earlier))
    [numbers] = [one for one in gather_return(node).numbers if one.day == date(2026, 11, 20)]
    assert (numbers.used, [gap.why.value for gap in numbers.gaps if gap.first < 301]) == (2, [])
    code = receive_dossier(node.world, receive_command("next", received_at=earlier))["code"]
    assert code.endswith("0002")
