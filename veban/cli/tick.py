"""``veban tick``: run what is due, once (chạy công việc định kỳ đã đến giờ)."""

from typing import Any

import typer

from veban.cli.answers import put, say
from veban.cli.opening import open_data
from veban.cli.options import DATA, Data, Json, command_app
from veban.core.shared.local_time import format_instant
from veban.store.jobs.runs import JobRun, RunOutcome
from veban.wiring.ticking import tick as run_due

app = command_app("Chạy công việc định kỳ đã đến giờ")
app.info.no_args_is_help = False


@app.command()
def tick(data: Data = DATA, as_json: Json = False) -> None:
    """Chạy một lần những việc đã đến giờ; mã thoát 1 khi có việc không xong."""
    runs = run_due(open_data(data))
    for run in runs:
        if as_json:
            put(run_json(run))
        else:
            typer.echo(f"{run.name}: {run.outcome} {run.code or run.count}")
    if not runs:
        say("Chưa việc nào đến giờ chạy.")
    if any(run.outcome == RunOutcome.FAILED for run in runs):
        raise typer.Exit(1)


def run_json(run: JobRun) -> dict[str, Any]:
    """Return the public answer for one run."""
    return {
        "job": run.name,
        "outcome": run.outcome,
        "code": run.code or None,
        "count": run.count,
        "started_at": run.started_at and format_instant(run.started_at),
        "ended_at": run.ended_at and format_instant(run.ended_at),
        "next_at": run.next_at and format_instant(run.next_at),
    }
