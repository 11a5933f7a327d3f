"""Papers on the table, parted into what figures need and what is private (giấy tờ)."""

from veban.core.dossiers.commands import PaperHandedIn
from veban.core.dossiers.received import PaperFact, PaperKept


def papers_apart(
    papers: tuple[PaperHandedIn, ...],
) -> tuple[tuple[PaperFact, ...], tuple[PaperKept, ...]]:
    """Part papers into what figures need and what is private."""
    facts = tuple(
        PaperFact(paper.paper, paper.form, paper.count, paper.file is not None) for paper in papers
    )
    return facts, tuple(PaperKept(paper.name or paper.paper or "", paper.file) for paper in papers)
