"""A timestamp authority at an address. Basis: RFC 3161, 3.4."""

import aiohttp

from archive.signing.unavailable import TimestampUnavailable

LONGEST = 1024 * 1024
"""More bytes than any reply has."""
HEADERS = {
    "Content-Type": "application/timestamp-query",
    "Accept": "application/timestamp-reply",
}


class RemoteAuthority:
    """Asks over HTTP."""

    def __init__(self, url: str, seconds: float) -> None:
        """Take the address, and how long to wait for a whole answer."""
        self.url, self.timeout = url, aiohttp.ClientTimeout(total=seconds)

    async def answer(self, query: bytes) -> bytes:
        """Return the reply to a query. Raises TimestampUnavailable."""
        try:
            async with (
                aiohttp.ClientSession(timeout=self.timeout, raise_for_status=True) as session,
                session.post(self.url, data=query, headers=HEADERS) as response,
            ):
                return await _whole(response.content)
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            raise TimestampUnavailable(f"{self.url}: {fault!r}") from fault


async def _whole(content: aiohttp.StreamReader) -> bytes:
    """Read to the end, but not for ever."""
    found = bytearray()
    async for part in content.iter_any():
        found += part
        if len(found) > LONGEST:
            raise TimestampUnavailable("the reply does not end")
    return bytes(found)
