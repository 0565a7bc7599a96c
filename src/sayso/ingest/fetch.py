"""Addresses → bytes: http and https only, bounded in size and time, never into a private network unless allowed.

Every connection, of redirects too, goes to an address that was looked up and checked here, so that a name cannot
change its meaning between the check and the call. Proxies of the environment are not used for the same reason.
"""

import http.client
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

import msgspec

MAX_BYTES = 32 * 1024 * 1024
TIMEOUT = 20.0
TOTAL_TIME = 60.0
MAX_REDIRECTS = 5
AGENT = "sayso (reads one page at a time, for comparison)"

Resolve = Callable[[str, int], list[str]]


class FetchError(ValueError):
    """An address that was not fetched; the message says why."""


class Fetched(msgspec.Struct, frozen=True):
    """What came back: the last address, its bytes and its media type (lower case, without parameters)."""

    url: str
    data: bytes
    media_type: str


Fetch = Callable[[str], Fetched]


def addresses(host: str, port: int) -> list[str]:
    """The numeric addresses of a host name. Raises FetchError."""
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host!r} is not known ({error})") from error


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public network (mapped and tunnelled IPv4 looked through)."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
    return ip.is_global and not ip.is_multicast


def checked_address(host: str, port: int, resolve: Resolve, allow_private: bool) -> str:
    """The address to connect to. Raises FetchError if any address of the host is private and that is not allowed."""
    found = resolve(host, port)
    if not found:
        raise FetchError(f"the host {host!r} has no address")
    if not allow_private and not all(is_public(address) for address in found):
        raise FetchError(f"{host!r} is in a private network; allow private addresses if that is meant")
    return found[0]


def fetcher(*, allow_private: bool = False, max_bytes: int = MAX_BYTES, resolve: Resolve = addresses) -> Fetch:
    """A function from address to bytes, with these bounds."""
    opener = urllib.request.OpenerDirector()
    handlers = (
        _Handler(allow_private, resolve), _Redirects(), urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(), urllib.request.UnknownHandler(),
    )  # fmt: skip
    for handler in handlers:
        opener.add_handler(handler)

    def fetch(url: str) -> Fetched:
        return _fetch(opener, url, max_bytes)

    return fetch


def _fetch(opener: urllib.request.OpenerDirector, url: str, max_bytes: int) -> Fetched:
    _check_url(url)
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
    limit = time.monotonic() + TOTAL_TIME
    try:
        with opener.open(request, timeout=TIMEOUT) as response:
            data = _unpacked(_bounded(response, max_bytes, limit), response.headers, max_bytes)
            kind = response.headers.get_content_type()
            return Fetched(response.geturl(), data, kind)
    except urllib.error.HTTPError as error:
        raise FetchError(f"the server answered {error.code} {error.reason}") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, FetchError):
            raise error.reason from error
        raise FetchError(f"it could not be fetched ({error.reason})") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise error if isinstance(error, FetchError) else FetchError(f"it could not be fetched ({error})") from error


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        port_ok = parts.port is None or parts.port > 0
    except ValueError as error:
        raise FetchError(f"not an address ({error})") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_ok:
        raise FetchError("only http and https addresses can be fetched")
    if parts.username or parts.password:
        raise FetchError("an address with a user name or password in it is not fetched")


def _bounded(response: http.client.HTTPResponse, max_bytes: int, limit: float) -> bytes:
    data = bytearray()
    while chunk := response.read1(65_536):
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(f"it is larger than {max_bytes // 1024 // 1024} MB")
        if time.monotonic() > limit:
            raise FetchError(f"it took longer than {TOTAL_TIME:.0f} seconds")
    return bytes(data)


def _unpacked(data: bytes, headers: Message, max_bytes: int) -> bytes:
    """The content of an answer that came packed though it was asked for plain."""
    coding = (headers.get("Content-Encoding") or "identity").strip().lower()
    if coding == "identity":
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"it came packed as {coding!r}, which is not read")
    try:
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, max_bytes + 1)
    except zlib.error as error:
        raise FetchError(f"it cannot be unpacked ({error})") from error
    if len(unpacked) > max_bytes:
        raise FetchError(f"it is larger than {max_bytes // 1024 // 1024} MB unpacked")
    return unpacked


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = MAX_REDIRECTS

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        _check_url(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


class _Handler(urllib.request.AbstractHTTPHandler):
    """Opens http and https through connections whose address was checked."""

    def __init__(self, allow_private: bool, resolve: Resolve) -> None:
        super().__init__()
        self._allow_private = allow_private
        self._resolve = resolve

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._connection, request)

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._secure_connection, request)

    http_request = https_request = urllib.request.AbstractHTTPHandler.do_request_

    def _connect(self, connection: http.client.HTTPConnection) -> socket.socket:
        address = checked_address(connection.host, connection.port, self._resolve, self._allow_private)
        return socket.create_connection((address, connection.port), connection.timeout)

    def _connection(self, host: str, **options: object) -> http.client.HTTPConnection:
        handler = self

        class Checked(http.client.HTTPConnection):
            def connect(self) -> None:
                self.sock = handler._connect(self)

        return Checked(host, timeout=TIMEOUT)

    def _secure_connection(self, host: str, **options: object) -> http.client.HTTPConnection:
        handler = self
        context = ssl.create_default_context()

        class Checked(http.client.HTTPSConnection):
            def connect(self) -> None:
                self.sock = context.wrap_socket(handler._connect(self), server_hostname=self.host)

        return Checked(host, timeout=TIMEOUT, context=context)
