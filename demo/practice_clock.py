"""The clock that both practice nodes share: a file with one instant, moved on by the demo."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

LOCAL = timezone(timedelta(hours=7))


class PracticeClock:
    """Only ever goes forward, like time."""

    def __init__(self, file: Path, start: datetime) -> None:
        self.file = file
        self.now = start.astimezone(LOCAL)
        self._write()

    def move_to(self, instant: datetime) -> None:
        """Move on to an instant; one that has passed leaves the clock as it is."""
        if instant > self.now:
            self.now = instant.astimezone(LOCAL)
            self._write()

    def move_on(self, minutes: int) -> None:
        self.move_to(self.now + timedelta(minutes=minutes))

    @property
    def shown(self) -> str:
        return f"{self.now:%H:%M %d/%m/%Y}"

    @property
    def iso(self) -> str:
        return self.now.isoformat(timespec="seconds")

    def _write(self) -> None:
        # Beside and renamed: a server that reads meanwhile sees the old time or the new one.
        half = self.file.with_suffix(".half")
        half.write_text(self.now.isoformat(), encoding="utf-8")
        half.replace(self.file)
