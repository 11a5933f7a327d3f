"""Choose a scan for a paper (chọn bản quét cho giấy tờ): a file, or one that waits."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.paper_refusals import PaperTooLarge, ScanNotWaiting
from veban.core.dossiers.waiting_scan import WaitingScan
from veban.core.shared.refused import Refused
from veban.edges.papers.checking import LARGEST_BYTES, check_paper
from veban.web.refusal_pages import sentence_of
from veban.web.templatetags.writing import scan_name


def scan_choice() -> forms.ChoiceField:
    """Return the field that names a waiting scan; its choices are the officer's."""
    return forms.ChoiceField(
        label=_("Giấy vừa quét"),
        required=False,
        widget=forms.Select(attrs={"data-scan-choice": ""}),
        error_messages={"invalid_choice": lazy(sentence_of, str)(ScanNotWaiting())},
    )


def choices_of(scans: Sequence[WaitingScan]) -> list[tuple[str, Any]]:
    """Return the scans as choices, the latest first."""
    return [("", _("Không")), *((scan.digest, scan_name(scan)) for scan in scans)]


def checked_file(file: Any) -> Any:
    """Return a file that was sent, if it may be kept.

    Raises:
        ValidationError: it may not, in the words of the refusal.
    """
    if file is None:
        return None
    try:
        if file.size > LARGEST_BYTES:
            raise PaperTooLarge(most_mb=LARGEST_BYTES // 1024 // 1024)
        check_paper(file.read())
    except Refused as refusal:
        raise forms.ValidationError(sentence_of(refusal)) from refusal
    file.seek(0)
    return file
