"""What the demo says on the terminal: numbered steps, Vietnamese first, a little English."""

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table


class Telling:
    """Prints the story, calmly: a step, then what happened in it."""

    def __init__(self) -> None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        self._console = Console(highlight=False, soft_wrap=True)
        self._steps = 0

    def title(self, text: str, below: str) -> None:
        self._console.print(f"\n[bold]{escape(text)}[/bold]\n{escape(below)}")

    def step(self, text: str, english: str, when: str | None = None) -> None:
        """Begin a step; ``when`` is what the practice clock shows."""
        self._steps += 1
        clock = f"  [cyan]{when}[/cyan]" if when else ""
        self._console.print(f"\n[bold]{self._steps:>2}. {escape(text)}[/bold]{clock}")
        self._console.print(f"    [dim]{escape(english)}[/dim]")

    def say(self, text: str) -> None:
        self._console.print(f"    {escape(text)}")

    def look(self, what: str, where: object) -> None:
        """Name something that one can look at."""
        self._console.print(f"    [green]→[/green] {escape(what)}: {escape(str(where))}")

    def mind(self, text: str) -> None:
        """Say something that was refused or warned of."""
        self._console.print(f"    [yellow]![/yellow] {escape(text)}")

    def wrong(self, text: str) -> None:
        self._console.print(f"    [bold red]✗ {escape(text)}[/bold red]")

    def table(self, title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        table = Table(title=title, title_justify="left", title_style="bold", expand=False)
        for head in heads:
            table.add_column(head, overflow="fold")
        for row in rows:
            table.add_row(*(escape(str(cell)) for cell in row))
        self._console.print()
        self._console.print(table, soft_wrap=False)
