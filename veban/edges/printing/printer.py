"""Slips as PDF, set by typst from shipped templates (in phiếu).

Data reach a template only as JSON through its inputs, so nothing personal touches a file, and
user text can never be read as markup. The same data give the same bytes: no creation time, no
system fonts.
"""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

import typst

from veban.edges.printing.qr import qr_svg

Kind = Literal[
    "receipt",
    "supplement",
    "refusal",
    "apology",
    "stop",
    "control",
    "logbook",
    "lost",
    "print_check",
    "blank",
    "return_list",
    "envelope",
    "carriage",
    "declaration",
    "sitting",
    "pictures",
    "news_sheet",
]

KINDS: tuple[Kind, ...] = get_args(Kind)
FONT_PACKAGES = ("fontpkg_be_vietnam_pro", "fontpkg_noto_sans")
TEMPLATES = Path(__file__).parent / "templates"


class TypstPrinter:
    """Sets slips; one object serves all threads of a process.

    Args:
        tagged: Write the structure screen readers need (PDF/UA-1); costs some milliseconds.

    Example:
        ``TypstPrinter().render("receipt", receipt_data(content))`` returns the PDF's bytes.
    """

    def __init__(self, *, tagged: bool = True) -> None:
        self._tagged = tagged
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            font_paths=[str(files(package) / "files") for package in FONT_PACKAGES],
        )
        self._compilers: dict[Kind, typst.Compiler] = {}
        # A typst compiler may be used by one thread at a time; a slip takes some 10 ms.
        self._lock = Lock()

    def render(self, kind: Kind, data: Mapping[str, object]) -> bytes:
        """Return the slip as PDF.

        Args:
            kind: One of ``KINDS``.
            data: What the function ``<kind>_data`` of ``veban.core.slips`` returned.

        Raises:
            ValueError: there is no such kind of slip.
        """
        inputs = _inputs(data)
        with self._lock:
            compiler = self._compiler(kind)
            if self._tagged:
                try:
                    return _one(compiler.compile(sys_inputs=inputs, pdf_standards=["ua-1"]))
                except typst.TypstError:
                    # Nobody goes home without a slip because it misses a rule of PDF/UA;
                    # a real fault of the template fails again below.
                    pass
            return _one(
                compiler.compile(sys_inputs=inputs, pdf_standards=[], pdf_tags=self._tagged)
            )

    def picture(self, kind: Kind, data: Mapping[str, object], *, ppi: float = 144) -> list[bytes]:
        """Return each page as PNG, to look at on screen.

        Raises:
            ValueError: there is no such kind of slip.
        """
        inputs = _inputs(data)
        with self._lock:
            pages = self._compiler(kind).compile(format="png", sys_inputs=inputs, ppi=ppi)
        return pages if isinstance(pages, list) else [_one(pages)]

    def _compiler(self, kind: Kind) -> typst.Compiler:
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {KINDS}, got {kind!r}")
        if kind not in self._compilers:
            self._compilers[kind] = typst.Compiler(
                TEMPLATES / f"{kind}.typ", root=TEMPLATES, font_paths=self._fonts
            )
        return self._compilers[kind]


def _inputs(data: Mapping[str, object]) -> dict[str, str]:
    """Return the template's inputs: the data as JSON and the QR, one or several."""
    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True)}
    if isinstance(text := data.get("qr"), str):
        inputs["qr"] = qr_svg(text)
    if isinstance(texts := data.get("qrs"), list):
        inputs |= {f"qr{n}": qr_svg(text) for n, text in enumerate(texts)}
    return inputs


def _one(result: bytes | list[bytes] | None) -> bytes:
    """Return the one document of a compilation; only pictures come as a list."""
    if not isinstance(result, bytes):
        raise ValueError(f"expected one document, got {type(result).__name__}")
    return result
