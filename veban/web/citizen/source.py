"""The program's own source (mã nguồn), as the licence asks: from every page, also offline."""

import io
import zipfile
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.web.access import public

TOP = Path(__file__).resolve().parents[3]
FOLDERS = ("veban", "rules", "bin", "docs", "tests", "demo", "bench")
FILES = (
    "LICENSE",
    "README.md",
    "CONTRIBUTING.md",
    "conftest.py",
    "pyproject.toml",
    "requirements.in",
    "requirements.lock",
    "requirements-dev.in",
    "requirements-dev.lock",
)


@public
@require_safe
def show_source(request: HttpRequest) -> HttpResponse:
    """Say what the program is, under which licence, and where its source is."""
    return render(request, "citizen/source.html", {"locked": False})


@public
@require_safe
def download_source(request: HttpRequest) -> HttpResponse:
    """Give the source that this very program runs from."""
    response = HttpResponse(packed_source(), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="veban-source.zip"'
    return response


@cache
def packed_source() -> bytes:
    """Return the source as one zip file, made once a process; data folders are no part of it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _paths():
            archive.write(path, f"veban-source/{path.relative_to(TOP).as_posix()}")
    return packed.getvalue()


def _paths() -> list[Path]:
    inside = [path for folder in FOLDERS for path in sorted((TOP / folder).rglob("*"))]
    listed = [TOP / name for name in FILES]
    return [p for p in (*inside, *listed) if p.is_file() and "__pycache__" not in p.parts]
