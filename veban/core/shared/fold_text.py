"""Text as it is searched: lower case, without tone marks, đ as d (bỏ dấu)."""

import unicodedata


def fold_text(text: str) -> str:
    """Return ``text`` in lower case without tone marks, đ as d, and single spaces.

    Example:
        >>> fold_text("Đăng ký  KHAI SINH")
        'dang ky khai sinh'
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(
        letter if letter.isalnum() or letter in ".," else " "
        for letter in plain
        if unicodedata.category(letter) != "Mn"
    )
    return " ".join(kept.split())
