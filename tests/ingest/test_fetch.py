"""Fetching is bounded and stays out of private networks. The only server is this machine's own."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.ingest.fetch import FetchError, checked_address, fetcher, is_public


class Site(BaseHTTPRequestHandler):
    """A few pages, each with one way of going wrong."""

    def do_GET(self) -> None:
        if self.path == "/page":
            self.answer(200, b"<html>words</html>", {"Content-Type": "text/html; charset=utf-8"})
        elif self.path == "/moved":
            self.answer(302, b"", {"Location": "/page"})
        elif self.path == "/loop":
            self.answer(302, b"", {"Location": "/loop"})
        elif self.path == "/file":
            self.answer(302, b"", {"Location": "file:///etc/hostname"})
        elif self.path == "/inside":
            self.answer(302, b"", {"Location": "http://inside.example:1/"})
        elif self.path == "/large":
            self.answer(200, b"x" * 5000, {})
        elif self.path == "/packed":
            self.answer(200, gzip.compress(b"y" * 50_000), {"Content-Encoding": "gzip"})
        else:
            self.answer(404, b"", {})

    def answer(self, code: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_and_a_redirect_to_it(site: str, path: str) -> None:
    found = fetcher(allow_private=True)(site + path)
    assert (found.url, found.data, found.media_type) == (f"{site}/page", b"<html>words</html>", "text/html")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/gone", "404"),
        ("/loop", "redirect"),
        ("/file", "only http and https|not allowed"),
        ("/large", "larger than"),
        ("/packed", "larger than .* unpacked"),
    ],
)
def test_what_goes_wrong_is_said(site: str, path: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetcher(allow_private=True, max_bytes=2000)(site + path)


def test_this_machine_is_private(site: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        fetcher()(f"{site}/page")


def test_a_redirect_into_a_private_network_is_refused(site: str) -> None:
    def resolve(host: str, port: int) -> list[str]:
        if host == "inside.example":
            raise FetchError("asked for inside.example")
        return ["127.0.0.1"]

    with pytest.raises(FetchError, match=r"asked for inside\.example"):
        fetcher(allow_private=True, resolve=resolve)(f"{site}/inside")


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchError, match="private"):
        checked_address("example.org", 80, lambda host, port: ["93.184.216.34", "10.0.0.1"], allow_private=False)
    address = checked_address("example.org", 80, lambda host, port: ["93.184.216.34"], allow_private=False)
    assert address == "93.184.216.34"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
     "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "http://", "https://user:word@example.org/", "http://example.org:99999/"]
)
def test_addresses_that_are_not_fetched(url: str) -> None:
    with pytest.raises(FetchError):
        fetcher(resolve=lambda host, port: pytest.fail("looked up"))(url)
