"""The book of exchanges in a node's database (sổ trao đổi)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from veban.core.shared.canonical import canonical
from veban.exchange.excerpt import Mark, Voucher, last_mark
from veban.exchange.greeting import Greeting, greeting_json, read_greeting
from veban.store.exchange import excerpts
from veban.store.exchange.backups import last_backup
from veban.store.exchange.tables import HeardRecord, RefusedRecord, VoucherRecord, WantedFileRecord
from veban.store.journal.reading import fetch

_WANTED = (
    "SELECT w.file FROM exchange_wanted_file w WHERE w.peer = %s "
    "AND EXISTS (SELECT 1 FROM journal_file f WHERE f.digest = w.file) ORDER BY w.file"
)
_MAY_HAVE = (
    "SELECT 1 FROM journal_file f JOIN exchange_excerpt x ON x.hash = f.hash "
    "WHERE x.peer = %s AND f.digest = %s LIMIT 1"
)

_GIVEN = (
    "SELECT DISTINCT e.stream FROM exchange_excerpt x JOIN journal_entry e ON e.hash = x.hash "
    "WHERE x.peer = %s ORDER BY e.stream"
)


class DjangoBook:
    """The book port on a database that ``databases.register`` knows."""

    def __init__(self, alias: str) -> None:
        self._alias = alias

    def extend_excerpt(self, peer: str) -> Mark:
        return excerpts.extend_excerpt(self._alias, peer)

    def excerpt(self, peer: str, mark: Mark) -> Sequence[str] | None:
        return excerpts.excerpt_after(self._alias, peer, mark)

    def restart_excerpt(self, peer: str) -> None:
        excerpts.restart_excerpt(self._alias, peer)

    def vouch(self, voucher: Voucher, arrived_at: datetime) -> None:
        start, end = voucher.start, voucher.end
        VoucherRecord._default_manager.using(self._alias).get_or_create(
            sender=voucher.sender,
            start_count=start.count,
            start_digest=start.digest,
            end_digest=end.digest,
            defaults={
                "to": voucher.to,
                "end_count": end.count,
                "hashes": " ".join(voucher.hashes),
                "signature": voucher.signature,
                "arrived_at": arrived_at,
            },
        )

    def held_mark(self, peer: str) -> Mark:
        found = self._vouchers(peer).values_list(
            "start_count", "start_digest", "end_count", "end_digest"
        )
        return last_mark([(Mark(*row[:2]), Mark(*row[2:])) for row in found])

    def vouched_by(self, peer: str) -> Iterator[Voucher]:
        for row in self._vouchers(peer):
            start = Mark(row.start_count, row.start_digest)
            yield Voucher(row.sender, row.to, start, tuple(row.hashes.split()), row.signature)

    def hear(self, greeting: Greeting, heard_at: datetime) -> None:
        text = canonical(greeting_json(greeting)).decode()
        HeardRecord._default_manager.using(self._alias).update_or_create(
            peer=greeting.node, defaults={"greeting": text, "heard_at": heard_at}
        )
        RefusedRecord._default_manager.using(self._alias).filter(peer=greeting.node).delete()

    def note_refused(self, peer: str, code: str) -> None:
        RefusedRecord._default_manager.using(self._alias).update_or_create(
            peer=peer, defaults={"code": code}
        )

    def refused(self, peer: str) -> str | None:
        found = RefusedRecord._default_manager.using(self._alias).filter(peer=peer)
        return found.values_list("code", flat=True).first()

    def heard(self, peer: str) -> Greeting | None:
        found = HeardRecord._default_manager.using(self._alias).filter(peer=peer).first()
        return None if found is None else read_greeting(json.loads(found.greeting))

    def heard_at(self, peer: str) -> datetime | None:
        found = HeardRecord._default_manager.using(self._alias).filter(peer=peer)
        return found.values_list("heard_at", flat=True).first()

    def given(self, peer: str) -> Sequence[str]:
        return [row[0] for row in fetch(self._alias, _GIVEN, [peer])]

    def backed_up(self) -> Mapping[str, Any]:
        return last_backup(self._alias)

    def want(self, peer: str, files: Iterable[str]) -> None:
        WantedFileRecord._default_manager.using(self._alias).bulk_create(
            [WantedFileRecord(peer=peer, file=file) for file in files], ignore_conflicts=True
        )

    def wanted(self, peer: str) -> Sequence[str]:
        return [row[0] for row in fetch(self._alias, _WANTED, [peer])]

    def got(self, file: str) -> None:
        WantedFileRecord._default_manager.using(self._alias).filter(file=file).delete()

    def may_have(self, peer: str, file: str) -> bool:
        return bool(fetch(self._alias, _MAY_HAVE, [peer, file]))

    def _vouchers(self, peer: str):  # type: ignore[no-untyped-def]
        return VoucherRecord._default_manager.using(self._alias).filter(sender=peer).order_by("id")
