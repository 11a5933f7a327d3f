"""Which papers travel in an envelope (giấy tờ trong bì hồ sơ)."""

from veban.core.dossiers.received import PaperFact
from veban.core.procedures.papers import Handing, PaperForm
from veban.core.procedures.procedure import Procedure


def travelling_papers(
    papers: tuple[PaperFact, ...], procedure: Procedure | None
) -> dict[PaperForm, int]:
    """Return how many papers of each form lie in the envelope.

    Data have no paper, and an original that the law only wants shown (xuất trình) stays with
    its owner, so neither travels.

    Args:
        papers: What was taken in.
        procedure: Its procedure; None where the law shipped does not know it.
    """
    shown = {
        paper.id
        for paper in (procedure.papers if procedure else ())
        if paper.submit is Handing.PRESENT
    }
    counted: dict[PaperForm, int] = {}
    for paper in papers:
        if paper.form is not PaperForm.DATA and paper.paper not in shown:
            counted[paper.form] = counted.get(paper.form, 0) + paper.count
    return counted
