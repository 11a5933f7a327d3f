"""Exchange over 64 kbit/s, 800 ms there and back, 20 % loss (đường truyền xấu), for real.

Entries are measured whole. All files would take hours: two of them are sent, with the laptop's
process killed between, and what the rest would take is worked out from the link and said so in
the figure's name. Beside it a plain form with the same two files and one break on such a link.
"""

import json
import random
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bench.faults.machines import Machine, cut_power, opened
from bench.faults.road import road_to
from bench.faults.weather import BAD_LINK
from bench.folders import throw_away_folder
from bench.laptop import OPENING, join_laptop
from bench.lives import do_not_wait_for_the_disk
from bench.office import make_centre, served
from bench.people import MARITAL_STATUS, make_reception
from bench.plain_form import collecting, send_form
from veban.actions.dossiers.receive import receive_dossier
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.rows import DossierRow
from veban.core.shared.shape import read_shape
from veban.exchange.pieces import LARGEST_BYTES
from veban.store.rows.tables import find_rows
from veban.wiring.node import Node

SCAN_BYTES = 200_000
SCANS = 2
SAMPLE = 2
"""Files sent for real."""

BREAK_AFTER = 250_000
"""Bytes of files after which the laptop is killed, or the form's connection breaks."""

GIVE_UP_S = 1200


LINK_BYTES_PER_S = (BAD_LINK.bits_per_s or 0) / 8 * (1 - BAD_LINK.loss)
"""What is left of the link when every lost segment is sent again."""


def measure(dossiers: int, with_files: bool) -> dict[str, Any]:
    """Measure on a fresh centre and laptop.

    Args:
        dossiers: How many, with two scans of 200 KB each.
        with_files: Also send two files, and the form beside them; some minutes.
    """
    chance = random.Random(766)
    with throw_away_folder() as folder:
        centre = make_centre(folder / "centre")
        with served(centre.folder) as server:
            laptop = join_laptop(centre, server.port, folder / "laptop")
            _receive(laptop, dossiers, chance)
            laptop.close()
            machine = Machine(laptop.folder, opened(OPENING))
            figures = _Exchange(centre, server.port, machine).measure(dossiers, with_files)
        centre.close()
    if with_files:
        figures |= _form(dossiers, chance)
    return figures


def _receive(laptop: Node, dossiers: int, chance: random.Random) -> None:
    do_not_wait_for_the_disk(laptop)
    for _ in range(dossiers):
        scans = [laptop.blobs.put(chance.randbytes(SCAN_BYTES)) for _ in range(SCANS)]
        papers = [{"name": f"Tờ khai {n}", "file": scan} for n, scan in enumerate(scans, 1)]
        line = make_reception(chance, datetime.now(UTC)) | MARITAL_STATUS | {"papers": papers}
        receive_dossier(laptop.world, read_shape(ReceiveDossier, line))


class _Exchange:
    def __init__(self, centre: Node, port: int, laptop: Machine) -> None:
        self._centre = centre
        self._port = port
        self._laptop = laptop

    def measure(self, dossiers: int, with_files: bool) -> dict[str, Any]:
        begin = time.monotonic()
        with road_to(self._port, BAD_LINK) as road:
            sync = self._laptop.start("sync", "--to", road.url)
            try:
                _wait(lambda: self._applied() == dossiers)
                entries_s = time.monotonic() - begin
                figures: dict[str, Any] = {
                    "entries_applied_s": round(entries_s, 1),
                    "entries_bytes_up": road.passed.up,
                    "entries_bytes_down": road.passed.down,
                }
                if with_files:
                    until = road.passed.up + BREAK_AFTER
                    _wait(lambda: road.passed.up >= until)
            finally:
                cut_power(sync)
        return figures | self._rest(begin + entries_s, dossiers) if with_files else figures

    def _rest(self, begin: float, dossiers: int) -> dict[str, Any]:
        """Start again after the kill, until the sample has arrived."""
        [half] = (self._centre.folder / "uploads").rglob("*.upload")
        missing = int(half.name.split(".")[1]) - half.stat().st_size
        with road_to(self._port, BAD_LINK) as road:
            sync = self._laptop.start("sync", "--to", road.url)
            try:
                _wait(lambda: self._files() >= SAMPLE)
                again = road.passed.up - missing
            finally:
                cut_power(sync)
        return {
            "two_files_with_a_kill_between_s": round(time.monotonic() - begin, 1),
            "restart_cost_bytes": again,
            "one_piece_bytes": LARGEST_BYTES,
            "all_files_extrapolated_h": _hours(dossiers * SCANS * SCAN_BYTES),
        }

    def _applied(self) -> int:
        """Count the dossiers of which the centre is the holder."""
        me = self._centre.world.me.node
        rows: Iterable[DossierRow] = find_rows(DossierRow, self._centre.alias)
        return sum(row.holder == me for row in rows)

    def _files(self) -> int:
        return sum(path.is_file() for path in (self._centre.folder / "blobs").rglob("*"))


def _form(dossiers: int, chance: random.Random) -> dict[str, Any]:
    """Send one dossier as a form; the line breaks once, after as many bytes as above."""
    record = json.dumps(make_reception(chance, datetime.now(UTC)), ensure_ascii=False).encode()
    files = [chance.randbytes(SCAN_BYTES) for _ in range(SCANS)]
    begin = time.monotonic()
    with collecting() as port, road_to(port, replace(BAD_LINK, cuts=(BREAK_AFTER,))) as road:
        begun = send_form(road.port, record, files)
        seconds, sent = time.monotonic() - begin, road.passed.up
    whole = len(record) + SCANS * SCAN_BYTES
    return {
        "form_one_dossier_with_a_break_s": round(seconds, 1),
        "form_begun": begun,
        "form_restart_cost_bytes": sent - whole,
        "form_all_dossiers_known_extrapolated_h": _hours(dossiers * whole),
    }


def _hours(count: float) -> float:
    return round(count / LINK_BYTES_PER_S / 3600, 1)


def _wait(reached: Callable[[], bool]) -> None:
    until = time.monotonic() + GIVE_UP_S
    while not reached():
        if time.monotonic() > until:
            raise RuntimeError("the bad link took too long")
        time.sleep(0.05)
