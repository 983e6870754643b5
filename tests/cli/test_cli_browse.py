"""`teamflow browse`: who is let in, and what's said where it can't be."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession

from browsing import PATIENCE, Served
from commands import Laptop


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(Laptop(tmp_path_factory.mktemp("laptop"))) as served:
        yield served


def asks(
    served: Served, address: str, host: str | None = None, **headers: str
) -> http.client.HTTPResponse:
    """Ask for an address, as a program may that lies about where it comes from."""
    connection = http.client.HTTPConnection(served.host)
    told = {"Host": host or served.host} | headers
    connection.request("GET", urlsplit(address).path, headers=told)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def window(served: Served) -> str:
    return f"{served.address}window"


def test_it_is_only_on_this_computer(served: Served) -> None:
    assert served.host.startswith("127.0.0.1:")


def test_whoever_has_the_address_gets_the_page(served: Served) -> None:
    assert asks(served, served.address).status == 200


@pytest.mark.parametrize("path", ["", "x/", "x/window", "x/theirs/js/textual.js", "favicon.ico"])
def test_without_the_secret_there_is_nothing(served: Served, path: str) -> None:
    assert asks(served, f"http://{served.host}/{path}").status == 404


def test_almost_the_secret_is_not_enough(served: Served) -> None:
    assert asks(served, f"{served.address[:-2]}/").status == 404


@pytest.mark.parametrize("host", ["example.org", "localhost", "127.0.0.1", "127.0.0.1:80"])
def test_a_name_of_somebody_else_that_leads_here_is_refused(served: Served, host: str) -> None:
    assert asks(served, served.address, host).status == 403
    assert asks(served, window(served), host).status == 403


@pytest.mark.parametrize("origin", ["http://example.org", "null", "http://127.0.0.1:80"])
def test_a_page_of_somebody_else_is_refused(served: Served, origin: str) -> None:
    assert asks(served, window(served), Origin=origin).status == 403


def test_no_file_but_the_page_s_own_is_served(served: Served) -> None:
    for path in ("own/../server.py", "own/%2e%2e/server.py", "own/", "theirs/"):
        assert asks(served, served.address + path).status in (403, 404)


def test_a_browser_may_ask_nothing_of_anybody_else(served: Served) -> None:
    policy = asks(served, served.address).headers["Content-Security-Policy"]
    sources = {source for rule in policy.split(";") for source in rule.split()[1:]}
    assert sources <= {"'none'", "'self'", "'unsafe-inline'", "data:", f"ws://{served.host}"}


@pytest.mark.parametrize(
    "junk", [b"\0\1\2\r\n\r\n", b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n"]
)
def test_junk_is_answered_without_a_word_on_the_screen(served: Served, junk: bytes) -> None:
    host, port = served.host.split(":")
    with socket.create_connection((host, int(port))) as stranger:
        stranger.sendall(junk)
        assert stranger.recv(100).startswith(b"HTTP/1.0 400")
    assert served.complaints == ""


async def test_a_window_that_talks_nonsense_changes_nothing(served: Served) -> None:
    async with ClientSession() as browser, browser.ws_connect(window(served)) as nonsense:
        for told in ("not json", "{}", "[]", '["stdin", 3]', '["resize", {}]', '["quit"]'):
            await nonsense.send_str(told)
        await nonsense.send_bytes(b"no text")
        await nonsense.send_str('["stdin", "?"]')
        drawn = b""
        while b"Keys" not in drawn:
            drawn += await nonsense.receive_bytes(timeout=PATIENCE)
    assert served.complaints == ""


def test_the_browser_s_command_line_holds_an_address_that_works_once(served: Served) -> None:
    ticket = served.waits_for_the_browser()
    assert served.address not in ticket
    first, second = asks(served, ticket), asks(served, ticket)
    assert (first.status, first.headers["Location"]) == (303, served.address)
    assert second.status == 404


@pytest.mark.parametrize("package", ["textual_serve", "aiohttp"])
def test_without_the_package_it_says_what_to_install(tmp_path: Path, package: str) -> None:
    laptop = Laptop(tmp_path)
    laptop.lacks(package)
    ran = laptop.runs("browse")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.rstrip().endswith("-m pip install textual-serve")
