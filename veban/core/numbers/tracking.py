"""The 8 random characters that open tracking (mã tra cứu): short enough to read out loud."""

import re

ALPHABET = "23456789ACDEFGHJKMNPQRTVWXY"
"""Without 0 O 1 I L Z S B U: of letters and digits that look alike one is left at most."""

LENGTH = 8
TRACKING_PATTERN = f"[{ALPHABET}]{{{LENGTH}}}"


def tracking_chars(random_bytes: bytes) -> str:
    """Return 8 characters made from random bytes, about 38 bits.

    Args:
        random_bytes: At least 16 bytes from a good source; so many that no character is
            noticeably likelier than another.

    Raises:
        ValueError: fewer bytes.

    Example:
        >>> tracking_chars(bytes(16))
        '22222222'
    """
    if len(random_bytes) < 2 * LENGTH:
        raise ValueError(f"tracking needs {2 * LENGTH} random bytes, got {len(random_bytes)}")
    number, chars = int.from_bytes(random_bytes), ""
    for _ in range(LENGTH):
        number, digit = divmod(number, len(ALPHABET))
        chars += ALPHABET[digit]
    return chars


def read_tracking(text: str) -> str | None:
    """Return the characters as a person typed them, in capitals; None where they are none.

    Example:
        >>> read_tracking(" 2k7m-ac9x "), read_tracking("0OIL")
        ('2K7MAC9X', None)
    """
    typed = text.upper().translate(str.maketrans("", "", " -."))
    return typed if re.fullmatch(TRACKING_PATTERN, typed) else None
