"""How numbers that were not used stand in a book (số bỏ trống, có lý do)."""

from collections.abc import Iterable

from veban.core.numbers.gaps import Gap, GapWhy

WHY = {
    GapWhy.CLOSED: "bỏ qua khi cấp số, đã khóa",
    GapWhy.BLANK_UNUSED: "phiếu trắng chưa dùng",
    GapWhy.BLANK_SPOILED: "phiếu trắng đã hủy",
}


def gap_lines(gaps: Iterable[Gap]) -> list[dict[str, str]]:
    """Return a line for each run of numbers: which, why, of whose lane.

    Example:
        >>> from datetime import date
        >>> gap = Gap("H18", 1, 500, "may-1", date(2026, 11, 23), 401, 403, GapWhy.BLANK_UNUSED)
        >>> gap_lines([gap])
        [{'numbers': '0401–0403', 'why': 'phiếu trắng chưa dùng', 'lane': 'may-1'}]
    """
    return [
        {
            "numbers": f"{gap.first:04d}" + (f"–{gap.last:04d}" if gap.last > gap.first else ""),
            "why": WHY[gap.why],
            "lane": gap.node,
        }
        for gap in gaps
    ]
