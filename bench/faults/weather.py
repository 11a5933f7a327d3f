"""What a bad road does to bytes (đường truyền xấu): slow, late, lost, cut, twice, out of order.

The road is a TCP proxy, so nothing that passes it can lose bytes or change their order: loss is
modelled as what an application sees of it. Each segment of 1,460 bytes is lost with the chance
``loss``, again for each repeat; a lost one uses the link in vain and holds up everything behind
it by one retransmission time. There is no congestion window: the link is kept full all the time,
which is kinder than a real TCP at 20 % loss.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

SEGMENT_BYTES = 1460
LEAST_RETRANSMISSION_S = 0.2


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad a road is.

    Args:
        delay_s: Seconds one way; a round trip takes twice that.
        loss: Chance from 0 to 1 that a segment is lost.
        bits_per_s: Of each direction, shared by all connections; None is as fast as it goes.
        cuts: After so many bytes, both directions and all connections counted together, the
            connection that carries the last one breaks; ascending.
        twice: Chance that a whole HTTP request is delivered twice.
        late: Chance that a whole HTTP request is held back, its connection broken, and that it
            is delivered after the next one.
        seed: Of all chance on this road.
    """

    delay_s: float = 0.0
    loss: float = 0.0
    bits_per_s: int | None = None
    cuts: tuple[int, ...] = ()
    twice: float = 0.0
    late: float = 0.0
    seed: int = 0

    @property
    def retransmission_s(self) -> float:
        return max(2 * self.delay_s, LEAST_RETRANSMISSION_S)


BAD_LINK = Weather(delay_s=0.4, loss=0.2, bits_per_s=64_000)
"""64 kbit/s, 800 ms there and back, 20 % loss."""


class Lane:
    """One direction of a road, shared by all its connections."""

    def __init__(self, weather: Weather, chance: random.Random) -> None:
        self._weather = weather
        self._chance = chance
        self._free_at = 0.0
        self.lost = 0

    def carry(self, now: float, size: int) -> tuple[float, float]:
        """Return when a segment of ``size`` bytes has left, and when it has arrived."""
        weather, tries = self._weather, 1
        while self._chance.random() < weather.loss:
            tries += 1
        self.lost += tries - 1
        took = tries * size * 8 / weather.bits_per_s if weather.bits_per_s else 0.0
        self._free_at = max(now, self._free_at) + took
        waited = (tries - 1) * weather.retransmission_s
        return self._free_at, self._free_at + weather.delay_s + waited


def segments(content: bytes) -> Iterator[bytes]:
    """Cut bytes into segments."""
    for start in range(0, len(content), SEGMENT_BYTES):
        yield content[start : start + SEGMENT_BYTES]
