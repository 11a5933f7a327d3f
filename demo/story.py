"""The story from beginning to end, in the order in which it happens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from demo.calendar_asked import make_plan
from demo.cast import make_cast
from demo.count import count_from_outside
from demo.desk import exchange, fill_bag, process
from demo.hand_back import hand_back_at_centre, hand_back_in_villages
from demo.input_lines import InputFile
from demo.laptop_pages import LaptopPages
from demo.opening import join_laptop, open_centre, open_round
from demo.practice_clock import PracticeClock
from demo.signal_line import SignalLine
from demo.stage import Stage, make_servers
from demo.stick import exchange_by_stick
from demo.telling import Telling
from demo.village import (
    lose_signal,
    print_receipts,
    receive_dossiers,
    tell_of_failed_exchange,
    turn_away,
)

SHIPPED = Path(__file__).with_name("dossiers.jsonl")
"""Twenty-five dossiers of invented people."""


def set_stage(folder: Path, source: InputFile, tell: Telling) -> Stage:
    """Make the stage; the clock starts at the first line's reception."""
    start = source.start or datetime.now(UTC)
    last = max([start.date(), *source.days()])
    cast = make_cast(source.names("officer"))
    clock = PracticeClock(folder / "đồng hồ.txt", start)
    centre, laptop = make_servers(folder, clock, cast)
    plan = make_plan(centre.node, last, source.names("procedure"))
    return Stage(
        folder, tell, source, cast, clock, centre.node, laptop.node, centre, laptop,
        SignalLine(centre.port), plan,
    )  # fmt: skip


def play(stage: Stage) -> bool:
    """Play the story; return whether the closing count adds up."""
    open_centre(stage)
    join_laptop(stage)
    open_round(stage)
    with ThreadPoolExecutor(1) as hands:
        tried = lose_signal(stage, hands)
        pages = LaptopPages(stage)
        receive_dossiers(stage, pages)
        turn_away(stage, pages)
        tell_of_failed_exchange(stage, tried)
    print_receipts(stage, pages)
    stage.clock.move_on(45)
    exchange(stage, "Về đến nơi có sóng: trao đổi với Trung tâm", "Back in signal: exchange")
    process(stage)
    bag = fill_bag(stage)
    exchange(stage, "Tải kết quả xuống máy lưu động", "The results come down to the laptop")
    hand_back_in_villages(stage, pages, bag)
    stage.clock.move_on(240)
    exchange_by_stick(stage)
    hand_back_at_centre(stage)
    return count_from_outside(stage)
