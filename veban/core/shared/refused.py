"""The program's no: a coded refusal (từ chối có mã) that the edges translate for people."""

from typing import ClassVar


class Refused(Exception):
    """A command that the rules do not allow; nothing was written.

    Subclasses set ``code``, a stable name for programs; the Vietnamese sentence for people
    lives in ``veban.web.refusals``. Details never hold personal data: they reach logs.

    Args:
        details: What the sentence needs, by name; values that JSON can hold.

    Example:
        >>> class NoSuchVillage(Refused):
        ...     code = "example.no_such_village"
        >>> refusal = NoSuchVillage(village="x")
        >>> refusal.code, refusal.details
        ('example.no_such_village', {'village': 'x'})
    """

    code: ClassVar[str]

    def __init__(self, **details: object) -> None:
        super().__init__(self.code)
        self.details = details
