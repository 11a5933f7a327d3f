"""The result on a dossier's page (kết quả): what it is, and who signed its file, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from veban.core.dossiers.result_known import KnownResult, known_result
from veban.core.journal.history import Placed
from veban.edges.signatures.asking import check_signatures
from veban.edges.signatures.found import Changed, CheckedPdf, Signature, Verdict
from veban.web import words_of_results as words
from veban.web.serving import Node
from veban.web.templatetags.writing import instant


@dataclass(frozen=True, slots=True)
class Told:
    """One signature in words.

    Args:
        verdict: What it is worth.
        tone: How the page colours it.
        who: Signer and agency, as the certificate writes them.
        lines: Issuer, time, and what happened afterwards.
    """

    verdict: Any
    tone: str
    who: str
    lines: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ResultShown:
    """The result, what its file's signatures say, and what else there is to say of the file."""

    known: KnownResult
    signatures: tuple[Told, ...]
    note: Any


def show_result(node: Node, history: Sequence[Placed]) -> ResultShown | None:
    """Return the result that a page shows; None where there is none yet."""
    known = known_result(history)
    if known is None:
        return None
    if known.file is None:
        return ResultShown(known, (), "")
    if not node.world.blobs.is_readable(known.file):
        return ResultShown(known, (), _("Tệp kết quả không có ở máy này nên chưa kiểm tra chữ ký."))
    pdf = node.world.blobs.get(known.file)
    checked = check_signatures(pdf, node.folder, node.world.clock.now())
    return ResultShown(known, tuple(map(_told, checked.signatures)), _note(checked))


def _note(checked: CheckedPdf) -> Any:
    if not checked.readable:
        return _("Không đọc được chữ ký số trong tệp kết quả. Xin lại tệp từ nơi đã ký.")
    if not checked.signatures:
        return _("Tệp kết quả không có chữ ký số; giá trị theo bản giấy đã ký.")
    if any(one.verdict is Verdict.TRUSTED for one in checked.signatures):
        return _("Kiểm tra ngoại tuyến: chưa biết chứng thư có bị thu hồi hay không.")
    return ""


def _told(found: Signature) -> Told:
    changed = found.changed is Changed.YES
    broken = found.verdict in (Verdict.BROKEN, Verdict.UNREADABLE)
    verdict = words.SIGNATURES[found.verdict.value]
    if changed and not broken:
        verdict = words.SIGNATURES["changed"]
    is_good = found.verdict is Verdict.TRUSTED and not changed
    tone = "bad" if changed or broken else "good" if is_good else "warn"
    who = ", ".join(filter(None, (found.signer, found.organisation)))
    return Told(verdict, tone, who, tuple(_lines(found)))


def _lines(found: Signature) -> list[Any]:
    lines: list[Any] = []
    if found.issuer:
        lines.append(_("Chứng thư do %(issuer)s cấp") % {"issuer": found.issuer})
    if found.signed_at is not None:
        at = {"at": instant(found.signed_at)}
        lines.append(
            _("Ký lúc %(at)s, theo dấu thời gian") % at
            if found.stamped
            else _("Ký lúc %(at)s, theo đồng hồ máy người ký") % at
        )
    if found.verdict is not Verdict.UNREADABLE:
        lines.append(words.CHANGED[found.changed.value])
    return lines
