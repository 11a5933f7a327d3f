"""Which form, and which version of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from veban.core.declarations.form import DeclarationUnknown, form_on, get_form
from veban.core.declarations.kept import read_kept, write_kept

NEXT = date(2027, 3, 1)


def test_a_procedure_has_the_form_of_the_day(birth):
    later = replace(birth, since_on=NEXT)
    asked = birth.procedures[0]
    assert form_on((birth, later), asked, NEXT - timedelta(days=1)) is birth
    assert form_on((birth, later), asked, NEXT) is later
    assert form_on((birth, later), asked, birth.since_on - timedelta(days=1)) is None


def test_a_dossier_keeps_the_version_that_was_filled_in(birth):
    later = replace(birth, since_on=NEXT)
    kept = read_kept(write_kept(birth, birth.sample))
    assert get_form((birth, later), kept.form, kept.since_on) is birth
    assert get_form((birth, later), kept.form) is later


def test_a_form_or_version_that_is_not_shipped_is_refused(birth):
    for name, since in (("divorce", None), ("birth", NEXT)):
        with pytest.raises(DeclarationUnknown):
            get_form((birth,), name, since)
    with pytest.raises(DeclarationUnknown):
        birth.section("witness")
