"""``veban serve``: ready by its health, ends when it is told to, shares its folder."""

import pytest

from tests.cli.running import Served, reception, veban


def test_it_is_ready_by_its_health_and_ends_cleanly(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        assert served.health()["health"] == "ok"
        code, out = served.stop()
    assert code == 0
    assert "Traceback" not in out


def test_other_commands_run_beside_it_on_the_same_folder(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        ran = centre.play("receive", *(reception(f"k{n}") for n in range(20)))
        assert ran.code == 0
        assert served.health()["health"] == "ok"
    assert centre.run("journal", "verify", "--json").answer["broken"] == []


def test_a_folder_without_a_node_is_refused(tmp_path):
    ran = veban("serve", "--data", "nowhere", "--json", cwd=tmp_path)
    assert (ran.code, ran.answer["refused"]) == (1, "node.missing")


def test_a_port_that_is_taken_is_refused_instead_of_shared(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        ran = centre.run("serve", "--port", served.port, "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "serve.port_taken")


def test_a_folder_that_holds_somebodys_files_is_not_given_to_the_scanner(centre):
    mine = centre.folder / "Pictures"
    mine.mkdir()
    (mine / "wedding.jpg").write_bytes(b"anything")
    ran = centre.run("serve", "--scans", mine, "--json")
    assert (ran.code, ran.answer["refused"]) == (1, "paper.scans_folder_not_ours")
    assert (mine / "wedding.jpg").exists()


@pytest.mark.parametrize("wrong", [["--port", "0"], ["--port", "http"], ["--nope"]])
def test_wrong_usage_is_exit_two(tmp_path, wrong):
    assert veban("serve", *wrong, cwd=tmp_path).code == 2


@pytest.mark.needs("postgres")
def test_it_serves_from_postgresql(tmp_path, postgres_url):
    words = ["init", "--data", "node", "--unit", "03172", "--kind", "centre"]
    assert veban(*words, "--database", postgres_url, cwd=tmp_path).code == 0
    with Served(tmp_path / "node") as served:
        assert served.health()["health"] == "ok"
        assert served.stop()[0] == 0


def test_when_it_is_killed_hard_its_workers_end_and_the_port_is_free(centre):
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        served.process.kill()
        out, _ = served.process.communicate(timeout=30)
        assert "Traceback" not in out
        assert served.health() is None
