"""Ask a process of its own about the signatures of a PDF (hỏi về chữ ký số)."""

import hashlib
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import veban
from veban.core.shared.shape import read_shape
from veban.edges.signatures.found import CheckedPdf

TRUSTED = "trusted-signers"
"""Folder in a node's data: certificates (.pem, .crt, .cer, .der) whose signers are trusted."""
LONGEST_S = 30
SIGN_OF_SIGNATURE = b"/ByteRange"
"""Stands in the open in every signed PDF, so what lacks it needs no further look."""

ANSWERS_KEPT = 256
"""Answers that a process remembers; a file that is looked at again is not checked again."""

_ANSWERS: dict[tuple[str, str, tuple[tuple[str, int], ...]], CheckedPdf] = {}
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def check_signatures(pdf: bytes, data: Path, now: datetime) -> CheckedPdf:
    """Return what can be told about a PDF's signatures without network.

    Args:
        pdf: The file; what is no PDF has no signature.
        data: The node's data folder.
        now: The node's clock.
    """
    if SIGN_OF_SIGNATURE not in pdf:
        return CheckedPdf()
    folder = data / TRUSTED
    question = (hashlib.sha256(pdf).hexdigest(), str(folder), _state_of(folder))
    if question not in _ANSWERS:
        if len(_ANSWERS) >= ANSWERS_KEPT:
            _ANSWERS.clear()
        _ANSWERS[question] = _asked(pdf, folder, now)
    return _ANSWERS[question]


def _asked(pdf: bytes, folder: Path, now: datetime) -> CheckedPdf:
    module = "veban.edges.signatures.checking"
    home = str(Path(veban.__file__).parent.parent)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", module, str(folder), now.isoformat()],
            input=pdf,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": home},
            timeout=LONGEST_S,
            creationflags=_NO_WINDOW,
        )
        return read_shape(CheckedPdf, json.loads(done.stdout))
    except (subprocess.TimeoutExpired, OSError, ValueError):
        return CheckedPdf(readable=False)


def _state_of(folder: Path) -> tuple[tuple[str, int], ...]:
    """Return what changes when somebody adds, replaces or removes a certificate."""
    if not folder.is_dir():
        return ()
    return tuple((one.name, one.stat().st_mtime_ns) for one in sorted(folder.iterdir()))
