"""Pieces of an upload follow the line: smaller after a break, larger again after a run."""

from veban.exchange.pieces import LARGEST_BYTES, LEAST_BYTES, RUN, PieceSize


def after(size, outcomes):
    for went in outcomes:
        size = size.after_piece() if went else size.after_break()
    return size.size


def test_a_line_that_keeps_breaking_gets_the_least_piece():
    assert after(PieceSize(), [False] * 10) == LEAST_BYTES


def test_a_line_that_recovers_gets_the_largest_piece_again():
    assert after(PieceSize(), [False] * 10 + [True] * RUN * 3) == LARGEST_BYTES


def test_a_break_ends_the_run():
    assert after(PieceSize(LEAST_BYTES), [True] * (RUN - 1) + [False] + [True]) == LEAST_BYTES
