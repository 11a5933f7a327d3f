"""What became of the pictures of papers on a laptop: on a dossier's page, and in a backup."""

import pytest

from tests.web.desk import ClockFile, browser
from tests.web.laptop import pair
from tests.worlds.lines import receive_command
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.open_round import close_round
from veban.edges.clocks import VARIABLE
from veban.wiring.backups import make_backup
from veban.wiring.retention import run_retention

SEALED, ERASED = "Ảnh giấy tờ đã niêm phong cho Trung tâm", "Ảnh giấy tờ đã xóa khỏi máy này"


@pytest.fixture
def made(tmp_path, monkeypatch):
    clock = ClockFile(tmp_path / "clock.txt")
    clock.move_to("2026-11-23T09:00:00+07:00")
    monkeypatch.setenv(VARIABLE, str(clock.path))
    with pair(tmp_path / "pair") as nodes:
        nodes.clock = clock
        yield nodes


def test_a_page_tells_when_a_picture_is_sealed_and_when_it_is_erased(made, tmp_path):
    node, office = made.laptop.node, made.centre.node
    papers = [{"name": "Tờ khai", "file": node.world.blobs.put(b"a picture")}]
    code = receive_dossier(node.world, receive_command(papers=papers, round=made.round))["code"]
    assert not told(made, code)
    assert made.exchange().done
    assert told(made, code) == [SEALED]
    assert SEALED in made.lan().get(f"/dossiers/{code}/papers").content.decode()
    assert made.lan().get(f"/dossiers/{code}/papers/0/0").status_code == 404
    close_round(office.world, made.round, "minh")
    make_backup(office, tmp_path / "backup")
    made.clock.move_to("2026-11-27T09:00:00+07:00")
    assert made.exchange().done
    assert run_retention(made.laptop.node) == {"rosters_erased": 0, "scans_erased": 1}
    assert told(made, code) == [ERASED]
    papers = made.lan().get(f"/dossiers/{code}/papers").content.decode()
    assert ERASED in papers
    there = browser(made.centre, "lan").get(f"/dossiers/{code}").content.decode()
    assert not any(words in there for words in (SEALED, ERASED))


def test_the_next_backup_of_a_laptop_drops_the_readable_form(made, tmp_path):
    node, kept = made.laptop.node, tmp_path / "stick" / "blobs"
    file = node.world.blobs.put(b"a picture")
    papers = [{"name": "Tờ khai", "file": file}]
    receive_dossier(node.world, receive_command(papers=papers))
    make_backup(node, tmp_path / "stick")
    readable = node.blobs.name(file)
    assert (kept / readable).is_file()
    assert made.exchange().done
    make_backup(node, tmp_path / "stick")
    assert not (kept / readable).exists()
    assert (kept / node.blobs.name(file)).is_file()
    assert node.blobs.at(kept).is_whole(file)


def told(made, code):
    page = made.lan().get(f"/dossiers/{code}").content.decode()
    return [words for words in (SEALED, ERASED) if words in page]
