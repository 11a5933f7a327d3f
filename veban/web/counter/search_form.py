"""What is looked for among dossiers (biểu mẫu tìm hồ sơ)."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from veban.core.dossiers.wanted import Wanted
from veban.edges.rulebook.layered import LayeredRules
from veban.web import words

LATE = "late"


class SearchForm(forms.Form):
    """What is looked for."""

    q = forms.CharField(
        label=_("Mã hồ sơ, tên, số định danh, điện thoại hoặc bản"),
        help_text=_("Một phần cũng được, có dấu hay không dấu."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[
            ("", _("Mọi trạng thái")),
            (LATE, _("Quá hạn")),
            *((str(int(state)), name) for state, name in words.STATES.items()),
        ],
    )
    procedure = forms.CharField(label=_("Tên hoặc mã thủ tục"), required=False, max_length=200)

    def wanted(self, rules: LayeredRules, now: datetime) -> Wanted:
        """Return the conditions; words that name no procedure find none."""
        given = self.cleaned_data
        state, named = given["state"], given["procedure"].strip()
        return Wanted(
            text=given["q"],
            states=frozenset({int(state)}) if state.isdecimal() else frozenset(),
            procedures=_procedures(rules, named),
            late_at=now if state == LATE else None,
        )


def _procedures(rules: LayeredRules, named: str) -> frozenset[str]:
    found = frozenset(one.code for one in rules.find_procedures(named)) if named else frozenset()
    return found or (frozenset({named}) if named else frozenset())
