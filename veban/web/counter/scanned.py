"""What was just scanned (giấy vừa quét): taken from the scanner's folder, kept, listed.

The folder is read when an officer who works at this very machine looks, so that a scan belongs to
whoever scanned it and to nobody else; a browser elsewhere in the network never causes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.http import HttpRequest

from veban.core.dossiers.paper_refusals import ScanNotWaiting
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.people.roles import Role
from veban.edges.papers.checking import CheckedPaper, check_paper
from veban.edges.papers.scanner_folder import NotTaken
from veban.store.scans.scans import add_scan, is_known, list_waiting
from veban.web.refusal_pages import sentence_of
from veban.web.serving import Node
from veban.web.visitor import Visitor, is_here, real_now

SCANNERS = (Role.RECEIVER, Role.HANDLER)


@dataclass(frozen=True, slots=True)
class Left:
    """A file that stays in the scanner's folder, and why, in words."""

    key: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an officer sees of the scanner.

    Args:
        scans: What waits for a paper, the latest first.
        left: What stays in the folder.
        watched: Whether this machine has such a folder and the officer works at it.
    """

    scans: Sequence[WaitingScan]
    left: Sequence[Left]
    watched: bool

    @property
    def mark(self) -> str:
        """Return a tag that changes whenever the list does."""
        said = [
            *(scan.digest for scan in self.scans),
            *(f"{one.key}{one.why}" for one in self.left),
        ]
        return f'W/"{sha256(chr(10).join(said).encode()).hexdigest()[:24]}"'


def waiting_for(request: HttpRequest, node: Node, visitor: Visitor) -> Waiting:
    """Take what the scanner has finished and return what waits for the officer."""
    scanner = node.scanner if is_here(request) else None
    left: list[NotTaken] = []
    if scanner is not None:
        left = scanner.take(lambda content, checked: _keep(node, visitor, content, checked))
    scans = list_waiting(node.alias, visitor.code)
    told = [Left(one.key, one.name, sentence_of(one.refusal)) for one in left]
    return Waiting(scans, told, scanner is not None)


def add_file(node: Node, visitor: Visitor, content: bytes) -> None:
    """Keep a photograph or a scan that was sent from a page.

    Raises:
        Refused: it is not taken, with the reason.
    """
    add_scan(node.alias, make_scan(node, visitor, content))


def make_scan(node: Node, visitor: Visitor, content: bytes) -> WaitingScan:
    """Keep a file and return it as a scan that waits, which nobody knows of yet.

    Raises:
        Refused: it is not taken, with the reason.
    """
    return _made(node, visitor, content, check_paper(content))


def get_scan(node: Node, visitor: Visitor, digest: str) -> WaitingScan:
    """Return an officer's own scan.

    Raises:
        ScanNotWaiting: there is none of theirs.
    """
    for scan in list_waiting(node.alias, visitor.code):
        if scan.digest == digest:
            return scan
    raise ScanNotWaiting()


def read_scan(node: Node, visitor: Visitor, digest: str) -> bytes:
    """Return the content of an officer's own scan.

    Raises:
        ScanNotWaiting: there is none of theirs, or it was swept.
    """
    try:
        return node.world.blobs.get(get_scan(node, visitor, digest).digest)
    except KeyError as problem:
        raise ScanNotWaiting() from problem


def _keep(node: Node, visitor: Visitor, content: bytes, checked: CheckedPaper) -> None:
    scan = _made(node, visitor, content, checked)
    # Known: a power cut came between keeping and removing; it is somebody's already.
    if not is_known(node.alias, scan.digest):
        add_scan(node.alias, scan)


def _made(node: Node, visitor: Visitor, content: bytes, checked: CheckedPaper) -> WaitingScan:
    digest = node.world.blobs.put(content)
    return WaitingScan(digest, real_now(), visitor.code, checked.kind.value, checked.pages)
