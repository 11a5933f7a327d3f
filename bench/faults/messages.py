"""Whole HTTP messages off a connection (thông điệp HTTP), so that they can be sent again."""

import asyncio
import re
from collections.abc import AsyncIterator

_LENGTH = re.compile(rb"^content-length:\s*(\d+)", re.IGNORECASE | re.MULTILINE)
READ_BYTES = 16 * 1024


async def read_message(reader: asyncio.StreamReader) -> bytes:
    """Return one message with its body; what came of a broken one, empty at the end."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError as cut:
        return cut.partial
    length = _LENGTH.search(head)
    try:
        return head + await reader.readexactly(int(length[1]) if length else 0)
    except asyncio.IncompleteReadError as cut:
        return head + cut.partial


async def bytes_of(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """Yield what comes, as it comes."""
    while content := await reader.read(READ_BYTES):
        yield content


async def deliver_aside(port: int, message: bytes) -> None:
    """Deliver a request on a connection of its own and pass over the answer."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return
    try:
        writer.write(message)
        await writer.drain()
        await asyncio.wait_for(read_message(reader), timeout=30)
    except (OSError, TimeoutError):
        return
    finally:
        writer.transport.abort()
