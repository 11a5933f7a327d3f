"""A TCP proxy on the loopback address that behaves like a bad road (đường truyền giả lập)."""

import asyncio
import random
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from bench.faults.messages import bytes_of, deliver_aside, read_message
from bench.faults.weather import Lane, Weather, segments

ON_THE_WAY = 64
"""Segments of one connection that may be under way at once."""


@dataclass(slots=True)
class Passed:
    """What has passed a road.

    Args:
        up: Bytes from those who call; lost ones are not counted twice.
        down: Bytes back to them.
        broken: Connections that were cut.
        twice: Requests delivered twice.
        late: Requests delivered after the next one.
    """

    up: int = 0
    down: int = 0
    broken: int = 0
    twice: int = 0
    late: int = 0

    @property
    def bytes(self) -> int:
        return self.up + self.down


class _Cut(Exception):
    """The connection breaks here."""


class Road:
    """A road to a port; made by ``road_to``."""

    def __init__(self, target: int, weather: Weather) -> None:
        self.port = 0
        self.passed = Passed()
        self._target = target
        self._weather = weather
        self._chance = random.Random(weather.seed)
        self._lanes = Lane(weather, self._chance), Lane(weather, self._chance)
        self._cuts = list(weather.cuts)
        self._held: list[bytes] = []
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def run(self, ready: threading.Event, done: asyncio.Event) -> None:
        """Serve until ``done``."""
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await done.wait()
        server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.CancelledError):  # The road has closed.
            await self._join(reader, writer)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        both = {writer, far_writer}
        self._writers |= both
        ways = [
            asyncio.create_task(self._carry(self._from_caller(reader), far_writer, upwards=True)),
            asyncio.create_task(self._carry(bytes_of(far_reader), writer, upwards=False)),
        ]
        # An answer on its way arrives, though the other side has hung up behind it.
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_EXCEPTION)
        finally:
            for way in ways:
                way.cancel()
            for one in both:
                one.transport.abort()
            self._writers -= both
            await asyncio.gather(*ways, return_exceptions=True)

    async def _from_caller(self, reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
        if not (self._weather.twice or self._weather.late):
            async for content in bytes_of(reader):
                yield content
            return
        while message := await read_message(reader):
            if self._chance.random() < self._weather.late:
                self._held.append(message)
                self.passed.broken += 1
                raise _Cut
            if self._chance.random() < self._weather.twice:
                self.passed.twice += 1
                await deliver_aside(self._target, message)
            yield message
            while self._held:
                self.passed.late += 1
                await deliver_aside(self._target, self._held.pop())

    async def _carry(
        self, contents: AsyncIterator[bytes], writer: asyncio.StreamWriter, upwards: bool
    ) -> None:
        lane, clock = self._lanes[0 if upwards else 1], asyncio.get_running_loop().time
        way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(ON_THE_WAY)
        arrival = asyncio.create_task(self._arrive(way, writer, upwards))
        try:
            async for content in contents:
                for segment in segments(content):
                    left, arrives = lane.carry(clock(), len(segment))
                    await asyncio.sleep(max(0.0, left - clock()))
                    put = asyncio.create_task(way.put((arrives, segment)))
                    await asyncio.wait({put, arrival}, return_when=asyncio.FIRST_COMPLETED)
                    if arrival.done():
                        put.cancel()
                        arrival.result()
            await way.put((0.0, b""))
            await arrival
        finally:
            arrival.cancel()
            await asyncio.gather(arrival, return_exceptions=True)

    async def _arrive(
        self, way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter, upwards: bool
    ) -> None:
        clock = asyncio.get_running_loop().time
        while (item := await way.get())[1]:
            await asyncio.sleep(max(0.0, item[0] - clock()))
            whole = item[1]
            allowed = self._allowed(len(whole))
            writer.write(whole[:allowed])
            await writer.drain()
            if upwards:
                self.passed.up += allowed
            else:
                self.passed.down += allowed
            if self._cuts and self.passed.bytes >= self._cuts[0]:
                self._cuts.pop(0)
                self.passed.broken += 1
                raise _Cut
        with suppress(OSError):
            writer.write_eof()

    def _allowed(self, size: int) -> int:
        left = self._cuts[0] - self.passed.bytes if self._cuts else size
        return max(0, min(size, left))


@contextmanager
def road_to(target: int, weather: Weather) -> Iterator[Road]:
    """Keep a road to a loopback port open until the end of the block."""
    road, ready = Road(target, weather), threading.Event()
    loop, done = asyncio.new_event_loop(), asyncio.Event()

    def work() -> None:
        loop.run_until_complete(road.run(ready, done))
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(_end(loop))
        loop.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        if not ready.wait(30):
            raise RuntimeError("the road did not open")
        yield road
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(30)


async def _end(loop: asyncio.AbstractEventLoop) -> None:
    others = asyncio.all_tasks(loop) - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)
    await loop.shutdown_asyncgens()
