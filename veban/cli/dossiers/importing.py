"""``veban dossiers import``: take national records (nhập hồ sơ từ hệ thống chính thức)."""

import typer

from veban.actions.dossiers.import_records import Problem, import_records
from veban.cli.answers import put, say
from veban.cli.lines import read_lines
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, Lines
from veban.cli.progress import shown
from veban.cli.refusing import sentence_of


def import_file(file: Lines, data: Data = DATA, as_json: Json = False) -> None:
    """Nhập lại tệp cũ không sinh hồ sơ thứ hai; dòng sai được báo, các dòng khác vẫn nhập."""
    world = open_data(data).world
    counts = import_records(world, shown(read_lines(file), file.name), _tell)
    put(
        {
            "new": counts.new,
            "updated": counts.updated,
            "same": counts.same,
            "refused": counts.refused,
        }
    )
    raise typer.Exit(1 if counts.refused else 0)


def _tell(problem: Problem) -> None:
    put({"line": problem.line, "code": problem.refusal.code, "MaHoSo": problem.code})
    say(f"Dòng {problem.line}: {sentence_of(problem.refusal)}")
