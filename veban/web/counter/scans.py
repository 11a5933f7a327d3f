"""What a laptop can still show of a dossier's scans (ảnh giấy tờ trên máy), in words."""

from typing import Any

from django.utils.translation import gettext as _

from veban.actions.exchange.seal_scans import told_here
from veban.core.dossiers.received import DossierPerson
from veban.core.dossiers.rows import DossierRow
from veban.core.nodes.events import NodeKind
from veban.web.serving import Node


def tell_scans(node: Node, row: DossierRow, person: DossierPerson | None) -> Any:
    """Return what became of the scans on a laptop; nothing while they can be read here."""
    if person is None or node.world.me.kind is not NodeKind.FIELD:
        return None
    blobs, named = node.world.blobs, [paper.file for paper in person.papers if paper.file]
    gone = [file for file in named if not blobs.is_readable(file)]
    if any(blobs.has(file) for file in gone):
        return _(
            "Ảnh giấy tờ đã niêm phong cho Trung tâm: máy này không mở ảnh được nữa, "
            "Trung tâm mở được."
        )
    if gone and row.round in told_here(node.exchange.x).erased:
        return _("Ảnh giấy tờ đã xóa khỏi máy này sau đợt. Trung tâm vẫn giữ ảnh.")
    return None
