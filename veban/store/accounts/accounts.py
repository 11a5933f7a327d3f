"""Accounts in the node's database (tài khoản)."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction

from veban.actions.people.accounts import Account
from veban.store.accounts.tables import AccountRecord

_FIELDS = tuple(field.name for field in dataclasses.fields(Account))


def accounts_of(alias: str, officers: Iterable[str]) -> dict[str, Account]:
    """Return code → account of officers, read at once; who has none is left out."""
    known = AccountRecord._default_manager.using(alias).filter(officer__in=sorted(set(officers)))
    return {found[0]: Account(*found) for found in known.values_list(*_FIELDS)}


class DjangoAccounts:
    """The accounts port on a database that ``databases.register`` knows."""

    def __init__(self, alias: str) -> None:
        self._alias = alias

    def find(self, officer: str) -> Account | None:
        found = self._known.filter(officer=officer).values_list(*_FIELDS).first()
        return None if found is None else Account(*found)

    @contextmanager
    def changing(self, officer: str) -> Iterator[Account]:
        with transaction.atomic(using=self._alias):
            self._known.get_or_create(officer=officer)
            yield Account(
                *self._known.select_for_update().values_list(*_FIELDS).get(officer=officer)
            )

    def save(self, account: Account) -> None:
        values = dataclasses.asdict(account)
        self._known.filter(officer=values.pop("officer")).update(**values)

    def with_pin(self) -> Sequence[str]:
        found = self._known.exclude(pin=None).order_by("officer")
        return tuple(found.values_list("officer", flat=True))

    @property
    def _known(self):  # type: ignore[no-untyped-def]
        return AccountRecord._default_manager.using(self._alias)
