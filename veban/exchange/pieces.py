"""How large the next piece of an upload is (cỡ mảnh gửi): half after a break, double on a run."""

from dataclasses import dataclass, replace

LARGEST_BYTES = 32 * 1024
"""No piece is larger: a server's thread is held no longer than one takes."""

LEAST_BYTES = 4 * 1024
RUN = 4
"""After so many pieces without a break the next ones are twice as large."""


@dataclass(frozen=True, slots=True)
class PieceSize:
    """The size by what the line did so far.

    Args:
        size: Bytes of the next piece.
        run: Pieces that went through since the last change.
    """

    size: int = LARGEST_BYTES
    run: int = 0

    def after_break(self) -> "PieceSize":
        """Return the size after the line broke or a piece came damaged.

        Example:
            >>> PieceSize().after_break().size
            16384
            >>> PieceSize(LEAST_BYTES).after_break().size
            4096
        """
        return PieceSize(max(LEAST_BYTES, self.size // 2))

    def after_piece(self) -> "PieceSize":
        """Return the size after a piece went through.

        Example:
            >>> size = PieceSize().after_break()
            >>> for _ in range(RUN):
            ...     size = size.after_piece()
            >>> size.size
            32768
        """
        if self.run + 1 < RUN:
            return replace(self, run=self.run + 1)
        return PieceSize(min(LARGEST_BYTES, self.size * 2))
