"""Hand a scan to a browser so that nothing in it can act (trả bản quét an toàn).

The type is what the content begins with, never what a name or an old entry says; a browser may
not guess another. A picture opens in a sandbox. A PDF opens in the browser's own viewer, which no
browser allows in a sandbox; what is active was refused when it came, and is given as a plain
file where it came before that. Whatever else lies there is only ever saved, never opened.
"""

from django.http import HttpResponse

from veban.core.shared.refused import Refused
from veban.edges.papers.checking import PaperKind, check_paper, kind_of

CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
SANDBOX = f"sandbox; {CLOSED}"


def paper_answer(content: bytes, name: str) -> HttpResponse:
    """Return a scan.

    Args:
        content: As it was kept.
        name: What a browser calls it, without an ending; of a dossier's code, never a person.
    """
    kind = kind_of(content)
    opens = kind in (PaperKind.JPEG, PaperKind.PNG) or (kind is not None and _is_safe(content))
    response = HttpResponse(
        content, content_type=kind.value if kind and opens else "application/octet-stream"
    )
    how, suffix = ("inline" if opens else "attachment"), (kind.suffix if kind else "bin")
    response.headers["Content-Disposition"] = f'{how}; filename="{name}.{suffix}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    is_document = opens and kind is PaperKind.PDF
    response.headers["Content-Security-Policy"] = CLOSED if is_document else SANDBOX
    return response


def _is_safe(content: bytes) -> bool:
    try:
        check_paper(content)
    except Refused:
        return False
    return True
