"""A backup's folder (bản sao lưu): a database file, the node's own files, its papers, a manifest.

The manifest comes last and says what everything else must be, so a backup that broke off leaves
the one before it as it was. Papers lie under their own names; a second backup into the same
folder copies only what is new. Nothing here is decrypted: a laptop's backup gives away as little
as the laptop.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from veban.core.shared.refused import Refused
from veban.edges.folder.centre_folder import CARD
from veban.edges.folder.disk import disk_faults_refused
from veban.edges.folder.whole_files import (
    copy_durably,
    keep_folder,
    make_durable,
    private_file,
    private_folder,
    write_whole,
)

FORMAT = 1
MANIFEST = "backup.json"
OWN, DATABASES, PAPERS = "own", "database", "blobs"


class BackupMissing(Refused):
    """The folder holds no finished backup."""

    code = "backup.missing"


class BackupBroken(Refused):
    """Something of the backup is missing or altered; ``what`` says which file."""

    code = "backup.broken"


class BackupTaken(Refused):
    """The folder holds something else, or another node's backup."""

    code = "backup.taken"


class BackupNeedsUpdate(Refused):
    """A newer program made the backup."""

    code = "backup.needs_update"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished backup is made of.

    Args:
        node: Whose it is.
        kind: Centre, province or field.
        made_at: When, by the node's clock.
        database: Name of the database file.
        positions: Node → [last seq, hash] of every chain held whole.
        entries: How many entries there are.
        files: Path in the folder → SHA-256 of its bytes, all but the manifest.
        format: Version of this form.
    """

    node: str
    kind: str
    made_at: str
    database: str
    positions: Mapping[str, Any]
    entries: int
    files: Mapping[str, str] = field(default_factory=dict)
    format: int = FORMAT


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a finished backup.

    Raises:
        BackupMissing: there is none.
        BackupBroken: it cannot be read.
        BackupNeedsUpdate: a newer program wrote it.
    """
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if int(data.get("format", 0)) > FORMAT:
            raise BackupNeedsUpdate()
        return Manifest(**data)
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise BackupMissing(folder=folder.name) from problem
    except (ValueError, TypeError, AttributeError) as problem:
        raise BackupBroken(what=MANIFEST) from problem


def check_files(folder: Path, seen: Callable[[str], object] = lambda name: None) -> Manifest:
    """Read every byte of a backup and compare it with the manifest.

    Args:
        folder: The backup.
        seen: Told each file's name, to show that something goes on.

    Raises:
        BackupMissing, BackupBroken, BackupNeedsUpdate: it is no whole backup.
    """
    manifest = read_manifest(folder)
    if manifest.database not in manifest.files:
        raise BackupBroken(what=MANIFEST)
    for name, digest in manifest.files.items():
        seen(name)
        if not _is_inside(name) or _digest(folder / name) != digest:
            raise BackupBroken(what=name)
    return manifest


class BackupWriter:
    """One backup being made.

    Args:
        folder: Where; empty, missing, or an earlier backup of the same node.
        node: Whose it is.

    Raises:
        BackupTaken: the folder holds something else.
    """

    def __init__(self, folder: Path, node: str) -> None:
        self.folder = folder
        self._before = self._earlier(node)
        self._files: dict[str, str] = {}

    def add(self, source: Path, name: str) -> None:
        """Copy one of the node's own files."""
        content = source.read_bytes()
        write_whole(self.folder / name, content, private=True)
        self._files[name] = hashlib.sha256(content).hexdigest()

    def add_papers(self, source: Path, wanted: Iterable[str]) -> None:
        """Copy papers that are not in the folder yet.

        Args:
            source: The node's folder of files.
            wanted: Their paths in it.
        """
        for path in wanted:
            name = f"{PAPERS}/{path}"
            known = self._before.get(name)
            if known is None or not (self.folder / name).is_file():
                self.add(source / path, name)
            else:
                self._files[name] = known

    def add_database(self, make: Callable[[Path], None]) -> str:
        """Let ``make`` write the database into a new file and keep it under its digest.

        Raises:
            DiskFull, DiskReadOnly, DiskFails: the disk does not take it; half of it goes away.
        """
        half = self.folder / DATABASES / "half.db"
        with disk_faults_refused():
            private_folder(self.folder)
            half.parent.mkdir(exist_ok=True)
            half.unlink(missing_ok=True)
            private_file(half)
            try:
                make(half)
                digest = _digest(half)
                if digest is None:
                    raise BackupBroken(what=half.name)
                make_durable(half)
                name = f"{DATABASES}/{digest[:16]}.db"
                half.replace(self.folder / name)
            finally:
                half.unlink(missing_ok=True)
        keep_folder(half.parent)
        self._files[name] = digest
        return name

    def finish(self, manifest: Manifest) -> Manifest:
        """Write the manifest; from now on this is the folder's backup."""
        done = Manifest(**{**asdict(manifest), "files": dict(sorted(self._files.items()))})
        write_whole(
            self.folder / MANIFEST, json.dumps(asdict(done), indent=1).encode(), private=True
        )
        return done

    def drop_earlier(self) -> None:
        """Remove what only the backup before needed, once this one was read back whole."""
        with disk_faults_refused():
            for name in self._before.keys() - self._files.keys():
                (self.folder / name).unlink(missing_ok=True)

    def drop_strays(self) -> None:
        """Remove the databases of backups that broke off before their manifest."""
        for path in (self.folder / DATABASES).glob("*.db"):
            if f"{DATABASES}/{path.name}" not in self._files:
                path.unlink(missing_ok=True)

    def _earlier(self, node: str) -> Mapping[str, str]:
        try:
            manifest = read_manifest(self.folder)
        except BackupMissing as missing:
            left = {p.name for p in self.folder.iterdir()} if self.folder.is_dir() else set()
            if self.folder.is_file() or left - {OWN, DATABASES, PAPERS}:
                raise BackupTaken(folder=self.folder.name) from missing
            return {}
        if manifest.node != node:
            raise BackupTaken(folder=self.folder.name)
        return manifest.files


def copy_out(folder: Path, manifest: Manifest, into: Path) -> None:
    """Copy papers and the node's own files of a checked backup, all but the card, which is last."""
    for name in manifest.files:
        if name.startswith((f"{OWN}/", f"{PAPERS}/")) and name != f"{OWN}/{CARD}":
            copy_durably(folder / name, into / name.removeprefix(f"{OWN}/"))


def _is_inside(name: str) -> bool:
    return not Path(name).is_absolute() and ".." not in Path(name).parts


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
