"""Import national records (nhập hồ sơ từ hệ thống chính thức): many, fast, and twice is once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from veban.actions.dossiers.merge import may_write, merge_doubled, sight_message
from veban.actions.dossiers.receive import dossier_stream
from veban.actions.ports import Step, World, Writing
from veban.actions.transact import transact
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.messages import MessageSent
from veban.core.dossiers.portal_compare import Incoming, News, news_of
from veban.core.dossiers.portal_names import RecordName
from veban.core.dossiers.portal_record import read_record
from veban.core.dossiers.seen import RecordFacts
from veban.core.dossiers.sight import Sight, sight_event
from veban.core.dossiers.state import Dossier, fold
from veban.core.nodes.events import NodeKind
from veban.core.people.officers import PROGRAM
from veban.core.shared.canonical import canonical
from veban.core.shared.refused import Refused

BATCH = 200
"""Records in one transaction."""

SOURCE = "import"


class RecordLine(Protocol):
    """One line of a file of records."""

    @property
    def number(self) -> int:
        """Its number, from 1."""
        ...

    def read(self) -> Any:
        """Return its JSON; raises ``Refused`` where it is none."""
        ...


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was refused.

    Args:
        line: Its number, from 1.
        refusal: Why.
        code: The record's own code, where it could be read.
    """

    line: int
    refusal: Refused
    code: str | None


@dataclass(slots=True)
class Imported:
    """How many records were what."""

    new: int = 0
    updated: int = 0
    same: int = 0
    refused: int = 0

    def add(self, other: "Imported") -> None:
        """Count another batch in."""
        self.new += other.new
        self.updated += other.updated
        self.same += other.same
        self.refused += other.refused


def import_records(
    world: World, lines: Iterable[RecordLine], tell: Callable[[Problem], object]
) -> Imported:
    """Take records, one entry each; a line that cannot be read is told and the others go on.

    Equal records write nothing, so that a file may be imported again after it was cut short.
    Of several records of one dossier the one latest in its life counts, in whatever order they
    come; where nothing dates them, the last one.

    Args:
        world: The node.
        lines: The records.
        tell: Is told of each refused line.

    Returns:
        How many records were new, changed something, were known, were refused.

    Raises:
        Refused: the node cannot write at all, for example ``clock.behind``.
    """
    counts = Imported()
    back: dict[str, Incoming] = {}
    for batch in _batches(_read(lines, tell, counts)):
        counts.add(_import_batch(world, batch, back))
    if back:
        counts.add(transact(world, lambda writing: _take_back(world, writing, back.values())))
    merge_doubled(world)
    return counts


def _read(
    lines: Iterable[RecordLine], tell: Callable[[Problem], object], counts: Imported
) -> Iterator[Incoming]:
    for line in lines:
        data = None
        try:
            data = line.read()
            yield Incoming(line.number, read_record(data), data)
        except Refused as refusal:
            counts.refused += 1
            code = data.get(RecordName.CODE) if isinstance(data, dict) else None
            tell(Problem(line.number, refusal, code if isinstance(code, str) else None))


def _batches(incoming: Iterator[Incoming]) -> Iterator[list[Incoming]]:
    batch: list[Incoming] = []
    for one in incoming:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _import_batch(world: World, batch: list[Incoming], back: dict[str, Incoming]) -> Imported:
    def work(writing: Writing) -> tuple[Imported, dict[str, Incoming]]:
        desk = _Desk(world, writing, back=dict(back))
        for incoming in batch:
            desk.take(incoming)
        desk.write()
        return desk.counts, desk.back

    counts, still_back = transact(world, work)
    back.clear()
    back.update(still_back)
    return counts


def _take_back(world: World, writing: Writing, back: Iterable[Incoming]) -> Imported:
    desk = _Desk(world, writing)
    for incoming in back:
        desk.take(incoming, is_last=True)
    desk.write()
    return desk.counts


@dataclass(slots=True)
class _Desk:
    """Records decided in one transaction, written together as long as no two touch.

    ``back`` holds records that take a correction back, by stream. Another record of the same
    dossier further down the file settles them: only the last one of a file takes anything back.
    """

    world: World
    writing: Writing
    counts: Imported = field(default_factory=Imported)
    back: dict[str, Incoming] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    streams: set[str] = field(default_factory=set)

    def take(self, incoming: Incoming, *, is_last: bool = False) -> None:
        if self.codes.intersection(incoming.codes):
            self.write()
        stream = self._find(incoming)
        if stream in self.streams:
            self.write()
        if stream is not None and self.back.pop(stream, None) is not None:
            self.counts.same += 1
        history = self.writing.history(stream) if stream else ()
        dossier = fold(history)
        news = News.SOMETHING if dossier is None else news_of(dossier, history, incoming)
        if news is News.BACK and not is_last:
            self.back[str(stream)] = incoming
        elif news is News.NOTHING or (dossier and self._is_on_its_way(dossier, incoming)):
            self.counts.same += 1
        else:
            self._add(dossier, incoming)

    def write(self) -> None:
        if self.steps:
            first = self.steps[0]
            self.writing.write(f"{SOURCE}:{first.stream}:{first.version}", self.steps)
        self.steps, self.codes, self.streams = [], set(), set()

    def _find(self, incoming: Incoming) -> str | None:
        """Return the dossier's stream; where its codes lead to several, a reception's."""
        found = {stream for code in incoming.codes if (stream := self.writing.find_stream(code))}
        if len(found) < 2:
            return next(iter(found), None)
        folded = {stream: fold(self.writing.history(stream)) for stream in sorted(found)}
        received = [stream for stream, dossier in folded.items() if dossier and dossier.received]
        return (received or sorted(found))[0]

    def _add(self, dossier: Dossier | None, incoming: Incoming) -> None:
        now = self.world.clock.now()
        sight = Sight(incoming.facts, incoming.record, now, SOURCE)
        if dossier is not None and not may_write(self.world, dossier):
            step = sight_message(self.world, dossier, sight)
        else:
            event = sight_event(dossier, sight, held=_is_work_here(self.world, incoming.facts))
            fresh = dossier_stream(self.world.me.node, f"{SOURCE}:{incoming.facts.code}")
            stream, version = (dossier.stream, dossier.version) if dossier else (fresh, 0)
            step = Step(stream, version, [event], now, PROGRAM)
        self.steps.append(step)
        self.codes.update(incoming.codes)
        self.streams.add(dossier.stream if dossier else step.stream)
        self.counts.new += dossier is None
        self.counts.updated += dossier is not None

    def _is_on_its_way(self, dossier: Dossier, incoming: Incoming) -> bool:
        """Tell whether this very record was sent to the dossier's holder before."""
        if may_write(self.world, dossier):
            return False
        for stream in self.world.work.messages_about(dossier.stream):
            for step in self.writing.history(stream):
                sent = step.event
                if isinstance(sent, MessageSent) and sent.person is not None:
                    told = sent.person.details.get("record")
                    if canonical(told) == canonical(incoming.record):
                        return True
        return False


def _is_work_here(world: World, facts: RecordFacts) -> bool:
    """Tell whether a record is open work of a unit that this node runs."""
    if facts.state in CLOSED or world.me.kind is NodeKind.FIELD:
        return False
    if facts.unit == world.me.unit or world.me.kind is not NodeKind.PROVINCE:
        return facts.unit == world.me.unit
    try:
        world.rules.unit(facts.unit)
    except Refused:
        return False
    return True
