"""Fees as the law writes them: by channel, per what, in tiers (phí, lệ phí)."""

from dataclasses import dataclass
from enum import StrEnum


class FeePer(StrEnum):
    """What a fee is counted by."""

    DOSSIER = "dossier"
    COPY = "copy"
    PAGE = "page"
    DOCUMENT = "document"
    TRANSACTION = "transaction"


@dataclass(frozen=True, slots=True)
class Tier:
    """A rate that holds from the page with this number on; pages count from 1."""

    from_page: int
    vnd: int


@dataclass(frozen=True, slots=True)
class FeeLine:
    """What one dossier pays on some channels.

    Args:
        channels: National channels: 1 direct, 2 online, 3 postal.
        per: What ``vnd`` is counted by.
        vnd: Rate in đồng; None where the law shipped has no figure.
        reason: Coded remark, required where ``vnd`` is None.
        tiers: Rates by page, where the law has them; the first begins at page 1.
        max_vnd: Most that one copy costs.
    """

    channels: frozenset[int]
    per: FeePer
    vnd: int | None
    reason: str | None = None
    tiers: tuple[Tier, ...] = ()
    max_vnd: int | None = None

    def __post_init__(self) -> None:
        if self.vnd is None and not self.reason:
            raise ValueError("a fee without a figure needs a reason")
        if self.vnd is not None and self.vnd < 0:
            raise ValueError(f"a fee cannot be below 0 đồng, got {self.vnd}")
        if self.tiers and (self.tiers[0].from_page != 1 or self.per is not FeePer.PAGE):
            raise ValueError("tiers are rates by page and begin at page 1")

    def for_pages(self, pages: int) -> int:
        """Return what one copy of ``pages`` pages costs, in đồng.

        Raises:
            ValueError: ``pages`` is below 1 or the line has no figure.

        Example:
            >>> line = FeeLine(frozenset({1}), FeePer.PAGE, 7, tiers=(Tier(1, 7), Tier(3, 2)))
            >>> line.for_pages(4)
            18
        """
        if pages < 1 or self.vnd is None:
            raise ValueError(f"cannot count {pages} pages at {self.vnd} đồng")
        tiers = self.tiers or (Tier(1, self.vnd),)
        ends = [tier.from_page for tier in tiers[1:]] + [pages + 1]
        total = sum(
            max(0, min(end, pages + 1) - tier.from_page) * tier.vnd
            for tier, end in zip(tiers, ends, strict=True)
        )
        return total if self.max_vnd is None else min(total, self.max_vnd)
