"""What putting a scan to a paper makes happen (gắn bản quét vào giấy tờ)."""

from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.move_context import MoveContext
from veban.core.dossiers.paper_refusals import PaperNotThere
from veban.core.dossiers.paper_scans import PaperScanned, ScanDetails, ScanPerson
from veban.core.dossiers.state import Dossier


def attach_scan(
    dossier: Dossier, details: ScanDetails, command: DoMove, _: MoveContext
) -> PaperScanned:
    """Return the scan of a paper that the dossier has.

    Raises:
        PaperNotThere: it has fewer papers.
    """
    if not 0 <= details.paper < dossier.papers:
        raise PaperNotThere(paper=details.paper + 1)
    return PaperScanned(details.paper, ScanPerson(details.file))
