"""A hostile client: whatever it sends, nothing changes and nobody else notices."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from meeting import Clock
from phones import QUICK, Evening, Phone
from teamflow.core import actions as a
from teamflow.core.session import Session
from teamflow.join import codes

ID = "0123456789abcdef"
SHARE = {"id": ID, "do": "share", "text": "Samen lezen"}
STRANGER = "127.0.0.66"


@pytest.fixture
async def evening(tmp_path: Path, clock: Clock, session: Session) -> AsyncIterator[Evening]:
    async with Evening(tmp_path, clock, session) as evening:
        evening.round_begins()
        yield evening


@pytest.fixture
async def fatima(evening: Evening) -> Phone:
    return await (await evening.phone()).sits_down("Fatima")


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost:{port}", "127.0.0.1", "127.0.0.1:1", "", "{host}."]
)
async def test_another_host_is_turned_away(evening: Evening, host: str) -> None:
    host = host.format(host=evening.host, port=evening.host.partition(":")[2])
    assert await (await evening.stranger()).asks("GET /{code}", host=host) == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://{host}", "", None])
async def test_a_post_from_another_page_is_turned_away(
    evening: Evening, fatima: Phone, origin: str | None
) -> None:
    headers = {} if origin is None else {"Origin": origin.format(host=evening.host)}
    if origin is None:
        fatima.origin = ""
    assert (await fatima.posts("act", SHARE, **headers)).status == 403
    assert evening.session.ideas == ()


async def test_every_answer_keeps_a_browser_in_its_place(fatima: Phone) -> None:
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    answers = [
        await fatima.gets(""),
        await fatima.gets("/page.css"),
        await fatima.gets("/nothing"),
        await fatima.posts("act", SHARE),
        await fatima.posts("act", []),
    ]
    assert [answer.status for answer in answers] == [200, 200, 404, 200, 400]
    for answer in answers:
        assert answer.headers["Content-Security-Policy"] == policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Server"] == "teamflow"


async def test_the_only_cookie_is_the_seats(evening: Evening) -> None:
    phone = await evening.phone()
    answer = await phone.posts("seat", {"name": "Fatima"})
    cookie, *attributes = answer.headers["Set-Cookie"].split("; ")
    assert len(cookie.removeprefix("seat=")) == 32
    assert {"HttpOnly", "SameSite=Strict", f"Path=/{evening.code}"} <= set(attributes)
    assert "Set-Cookie" not in (await phone.gets("")).headers


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_only_json_is_taken(evening: Evening, fatima: Phone, kind: str) -> None:
    assert (await fatima.posts("act", SHARE, Content_Type=kind)).status == 415
    assert evening.session.ideas == ()


async def test_what_is_packed_is_not_unpacked(fatima: Phone) -> None:
    assert (await fatima.posts("act", SHARE, Content_Encoding="gzip")).status == 415


async def test_a_body_of_more_than_four_kilobytes_is_refused(fatima: Phone) -> None:
    assert (await fatima.posts("act", SHARE | {"text": "x" * 5000})).status == 413


async def test_a_body_that_does_not_say_how_large_it_is_is_refused_as_well(
    evening: Evening,
) -> None:
    wire = await evening.stranger()
    await wire.sends(
        f"POST /{evening.code}/act HTTP/1.1\r\nHost: {evening.host}\r\n"
        f"Origin: http://{evening.host}\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n".encode()
    )
    for _ in range(5):
        await wire.sends(b"400\r\n" + b"x" * 1024 + b"\r\n")
    assert await wire.status() == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"share"',
        b"null",
        b"{}",
        b"NaN",
        b'{"id": "0123456789abcdef", "do": "pass", "do": "pass"}',
        b'{"id": "0123456789abcdef", "do": "score", "score": NaN}',
        b'{"id": "0123456789abcdef", "do": "score", "score": Infinity}',
        b'{"id": "0123456789abcdef", "do": "score", "score": true}',
        b'{"id": "0123456789abcdef", "do": "score", "score": 4.0}',
        b'{"id": "0123456789abcdef", "do": "score", "score": 6}',
        b'{"id": "0123456789abcdef", "do": "score", "score": "4"}',
        b'{"id": "0123456789abcdef", "do": "same", "idea": ' + b"9" * 3000 + b"}",
        b'{"id": "0123456789abcdef", "do": "vote", "vote": 1, "dots": [1, "2"]}',
        b'{"id": "0123456789abcdef", "do": "vote", "vote": 1, "dots": [[1]]}',
        b'{"id": "0123456789abcdef", "do": "vote", "vote": 1, "dots": '
        b"[1,1,1,1,1,1,1,1,1,1,1]}",
        b'{"id": "0123456789abcdef", "do": "vote", "vote": 1}',
        b'{"id": "0123456789abcdef", "do": "share", "text": null}',
        b'{"id": "0123456789abcdef", "do": "share", "text": {"a": 1}}',
        b'{"id": "0123456789abcdef", "do": "share", "text": "\\ud800"}',
        b'{"id": "0123456789abcdef", "do": "share", "text": "x", "by": "Joost"}',
        b'{"id": "0123456789abcdef", "do": "share", "text": "\xff"}',
        b'\xff\xfe{\x00}\x00',
        b'{"id": "0123456789abcdef", "do": ["share"], "text": "x"}',
        b'{"id": "0123456789abcdef", "do": "go", "phase": "close"}',
        b'{"id": "0123456789abcdef", "do": "next"}',
        b'{"id": "short", "do": "pass"}',
        b'{"id": "' + b"x" * 41 + b'", "do": "pass"}',
        b'{"id": "0123456789abcde/", "do": "pass"}',
        b'{"id": 1234567890123456, "do": "pass"}',
        b'{"do": "pass"}',
        b"[" * 4000,
        b'{"a":' * 800,
    ],
)  # fmt: skip
async def test_what_is_no_message_of_ours_gets_a_sentence_and_does_nothing(
    evening: Evening, fatima: Phone, body: bytes
) -> None:
    before = evening.session
    answer = await fatima.posts_bytes("act", body)
    assert answer.status == 400
    assert answer.body == {"reason": "This page sent something we can't read: load it again."}
    assert evening.session is before


@pytest.mark.parametrize("where", ["seat", "leave"])
async def test_that_goes_for_seats_too(evening: Evening, fatima: Phone, where: str) -> None:
    for body in ({"name": 3}, {"name": "Joost", "chair": True}, {"seat": "Joost"}, ["Joost"]):
        assert (await fatima.posts(where, body)).status == 400
    assert evening.room.seats == ("Fatima",)


@pytest.mark.parametrize(
    "body", [b"ZZZ\r\n{}\r\n0\r\n\r\n", b"2\r\n{}xxxxxx\r\n0\r\n\r\n", b"-1\r\n\r\n"]
)
async def test_a_body_that_is_packed_wrongly_is_no_mistake_of_ours(
    evening: Evening, body: bytes
) -> None:
    wire = await evening.stranger()
    await wire.sends(
        f"POST /{evening.code}/act HTTP/1.1\r\nHost: {evening.host}\r\n"
        f"Origin: http://{evening.host}\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n".encode()
        + body
    )
    assert (await wire.is_cut_off()).startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert evening.errors == []


@pytest.mark.parametrize("protocol", ["websocket", "h2c", "TLS/1.0"])
async def test_no_other_protocol_is_spoken(evening: Evening, protocol: str) -> None:
    wire = await evening.stranger()
    upgrade = (f"Upgrade: {protocol}", "Connection: Upgrade", "Sec-WebSocket-Version: 13")
    assert await wire.asks("GET /{code}", *upgrade) == 200
    assert await wire.asks("GET /{code}/page.css") == 200


async def test_nobody_is_connected_to_elsewhere(evening: Evening) -> None:
    wire = await evening.stranger()
    assert await wire.asks("CONNECT example.org:443") == 404


async def test_sitting_down_and_getting_up_has_a_limit(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, sit_burst=3)) as evening:
        phone = await evening.phone()
        for name in ("Fatima", "Joost", "Sanne"):
            await phone.sits_down(name)
        answer = await phone.posts("seat", {"name": "Noor"})
        assert (answer.status, answer.body["wait"]) == (429, 1)
        assert evening.room.seats == ("Sanne",)


async def test_a_text_may_be_three_hundred_characters(evening: Evening, fatima: Phone) -> None:
    reason = await fatima.is_refused("share", text="é" * 301)
    assert reason == "That idea is too long: 300 characters at most."
    await fatima.shares("é" * 300)
    assert len(evening.session.ideas) == 1


async def test_text_is_cleaned_as_it_is_at_the_keyboard(evening: Evening, fatima: Phone) -> None:
    await fatima.shares("\x1b[31mrood\x1b[0m\u202e <b>[red]\x00")
    assert evening.session.ideas[0].text == "rood <b>[red]"


async def test_nobody_acts_for_another(fatima: Phone) -> None:
    await fatima.shares("Mijn beurt")
    assert await fatima.is_refused("share", text="Ook namens Joost") == "It's Joost's turn now."


async def test_without_a_seat_nothing_is_done(evening: Evening) -> None:
    phone = await evening.phone()
    assert (await phone.does("share", text="Ik zit nergens")).status == 401
    forged = await phone.posts("act", SHARE, Cookie=f"seat={'0' * 32}")
    assert forged.status == 401
    assert evening.session.ideas == ()


async def test_what_is_sent_twice_counts_once_and_gets_the_same_answer(
    evening: Evening, fatima: Phone
) -> None:
    first = [await fatima.posts("act", SHARE) for _ in range(3)]
    assert {answer.status for answer in first} == {200}
    assert len(evening.session.ideas) == 1
    refused = [await fatima.does("pass", id="refused-the-first-time") for _ in range(2)]
    evening.does(a.GiveTurn("Fatima"))
    refused.append(await fatima.does("pass", id="refused-the-first-time"))
    assert {answer.status for answer in refused} == {409}
    assert len({answer.body["reason"] for answer in refused}) == 1


async def test_one_person_gives_forty_ideas_at_most(evening: Evening, fatima: Phone) -> None:
    for number in range(40):
        evening.clock.waits(minutes=1)
        evening.does(a.GiveTurn("Fatima"))
        await fatima.shares(f"Idee {number}")
    evening.clock.waits(minutes=1)
    evening.does(a.GiveTurn("Fatima"))
    assert "40 ideas" in await fatima.is_refused("share", text="Nog een")
    assert len(evening.session.ideas) == 40


async def test_a_phone_that_rushes_is_told_to_wait_and_may_go_on_then(
    evening: Evening, fatima: Phone
) -> None:
    answers = [await fatima.does("pass") for _ in range(21)]
    assert [answer.status for answer in answers].count(429) == 1
    assert answers[-1].status == 429
    assert answers[-1].body["wait"] == 1
    assert answers[-1].headers["Retry-After"] == "1"
    joost = await (await evening.phone()).sits_down("Joost")
    await joost.passes()
    evening.clock.waits(seconds=1)
    assert (await fatima.does("pass")).status == 409


@pytest.mark.parametrize(
    "path",
    [
        "/", "//", "/{code}/..", "/{code}/../page.css", "/{code}/%2e%2e/room.py", "/%2e%2e/{code}",
        "//{code}", "/{code}//page.css", "/{code}/page.css/", "/{code}/page.css%00",
        "/{code}/page%2ecss", "/{code}/__init__.py", "/{code}/page.html", "/{code}\\page.css",
        "/{code}/" + "x" * 4000, "/favicon.ico", "http://evil.example/{code}",
        "/./{code}", "/{code}/events/", "/{code}/ACT",
    ],
)  # fmt: skip
async def test_paths_lead_to_what_is_there_and_nowhere_else(evening: Evening, path: str) -> None:
    assert await (await evening.stranger()).asks(f"GET {path}") == 404


@pytest.mark.parametrize(
    "noise",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 9,
        b"GET /\x00 HTTP/1.1\r\n\r\n",
        b"GET * HTTP/1.1\r\n\r\n",
        b"GET room HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 4 + b":" * 400 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"y" * 20_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    ],
)
async def test_what_is_no_http_ends_without_a_word(evening: Evening, noise: bytes) -> None:
    wire = await evening.stranger()
    await wire.sends(noise)
    said = await wire.is_cut_off()
    assert said.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert said.endswith(b"\r\n\r\n")
    assert b"Python" not in said


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "POST"])
async def test_a_page_can_only_be_read(evening: Evening, method: str) -> None:
    wire = await evening.stranger()
    assert await wire.asks(f"{method} /{{code}}", f"Origin: http://{evening.host}") == 405


@pytest.mark.parametrize("where", ["act", "seat", "leave"])
async def test_what_does_something_can_only_be_posted(evening: Evening, where: str) -> None:
    assert await (await evening.stranger()).asks(f"GET /{{code}}/{where}") == 405


async def test_the_code_is_read_as_it_was_meant(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, code="0A1B2C3D") as evening:
        wire = await evening.stranger()
        assert await wire.asks("GET /oaLb2c3d") == 308
        assert await wire.asks("GET /OAIB2C3D/page.css") == 200
        assert await wire.asks("GET /0A1B2C3D/") == 308
        assert await wire.asks("GET /0A1B2C3D?utm=board") == 200


async def test_the_remotes_secret_is_not_the_rooms_code(evening: Evening) -> None:
    secret = evening.room.remote_url.rpartition("/")[2]
    assert (len(evening.code), len(secret)) == (8, 20)
    assert set(evening.code + secret) <= set(codes.ALPHABET)
    remote, phone = await evening.remote(), await evening.phone()
    assert (await remote.posts("seat", {"name": "Joost"})).status == 404
    assert (await phone.does("next")).status == 401
    assert (await remote.does("share", text="x")).status == 400
    assert evening.commands == []


async def test_ten_thousand_wrong_codes_change_nothing(
    evening: Evening, fatima: Phone, clock: Clock
) -> None:
    before = evening.session
    told = await evening.stranger(STRANGER)
    statuses = [await told.asks("GET /AAAAAAAA") for _ in range(20)]
    assert statuses == [404] * 20
    await told.floods("GET /BBBBBBBB", 10_000 - 20)
    flood = asyncio.create_task(told.statuses(10_000 - 20))
    await fatima.shares("Intussen gewoon verder")
    await (await evening.phone()).sits_down("Joost")
    assert not flood.done()
    assert await flood == {429}
    assert await told.asks("GET /{code}") == 429
    assert evening.session.ideas[-1].text == "Intussen gewoon verder"
    assert replace(evening.session, ideas=(), round=before.round, noted=0) == before
    clock.waits(seconds=3)
    assert await told.asks("GET /{code}") == 200


async def test_a_seat_goes_on_where_others_at_its_address_try_codes(
    evening: Evening, fatima: Phone
) -> None:
    wire = await evening.stranger()
    for _ in range(21):
        await wire.asks("GET /AAAAAAAA")
    assert await wire.asks("GET /{code}") == 429
    await fatima.shares("Dat was ik niet")
    await (await evening.remote()).did("bell")


async def test_many_addresses_together_are_refused_sooner(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    limits = replace(QUICK, all_wrong_burst=10, all_wrong_rate=1)
    async with Evening(tmp_path, clock, session, limits) as evening:
        for number in range(10):
            wire = await evening.stranger(f"127.0.1.{number + 1}")
            assert await wire.asks("GET /AAAAAAAA") == 404
        late = await evening.stranger("127.0.2.1")
        assert [await late.asks("GET /AAAAAAAA") for _ in range(2)] == [404, 429]
        await (await evening.phone(address="127.0.2.2")).sits_down("Fatima")


async def test_the_remote_gets_no_more_guesses_either(evening: Evening) -> None:
    wire = await evening.stranger()
    statuses = [await wire.asks("GET /" + "A" * 20) for _ in range(21)]
    assert statuses == [404] * 20 + [429]


async def test_one_address_may_not_ask_without_end(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, address_burst=30)) as evening:
        wire = await evening.stranger(STRANGER)
        statuses = [await wire.asks("GET /{code}/page.css") for _ in range(31)]
        assert statuses == [200] * 30 + [429]
        await (await evening.phone()).sits_down("Fatima")


async def test_those_who_are_gone_before_they_are_in_disturb_nobody(
    evening: Evening, fatima: Phone
) -> None:
    for _ in range(50):
        await (await evening.stranger()).slams_the_door()
    await fatima.shares("Tocht het hier?")
    assert evening.errors == []


async def test_connections_are_bounded_by_address(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, connections_each=3)) as evening:
        inside = [await evening.stranger(STRANGER) for _ in range(3)]
        assert [await wire.asks("GET /{code}") for wire in inside] == [200] * 3
        assert await (await evening.stranger(STRANGER)).is_cut_off() == b""
        fatima = await (await evening.phone()).sits_down("Fatima")
        await inside[0].hangs_up()
        await fatima.sees(seat="Fatima")
        assert await (await evening.stranger(STRANGER)).asks("GET /{code}") == 200


async def test_connections_are_bounded_in_all(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, connections=2)) as evening:
        for number in (1, 2):
            wire = await evening.stranger(f"127.0.1.{number}")
            assert await wire.asks("GET /{code}") == 200
        assert await (await evening.stranger("127.0.1.3")).is_cut_off() == b""


@pytest.mark.parametrize(
    "dawdling",
    [
        b"",
        b"GET /",
        b"GET /{code} HTTP/1.1\r\nHost: {host}\r\nX-A: b\r\n",
        b"POST /{code}/act HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        b"Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{",
        b"POST /{code}/act HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
    ],
)
async def test_whoever_dawdles_is_cut_off(
    tmp_path: Path, clock: Clock, session: Session, dawdling: bytes
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, patience=0.05)) as evening:
        wire = await evening.stranger()
        told = dawdling.replace(b"{code}", evening.code.encode())
        await wire.sends(told.replace(b"{host}", evening.host.encode()))
        said = await wire.is_cut_off()
        assert said == b"" or said.startswith(b"HTTP/1.1 408")


async def test_a_second_request_may_not_dawdle_either(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, patience=0.05)) as evening:
        wire = await evening.stranger()
        assert await wire.asks("GET /{code}") == 200
        await wire.sends(b"GET /")
        assert await wire.is_cut_off() == b""


async def test_a_phone_that_does_not_read_is_cut_off_and_holds_up_nobody(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, patience=0.2)) as evening:
        joost = await (await evening.phone()).sits_down("Joost")
        deaf = await evening.stranger(STRANGER, deaf=True)
        await deaf.asks_to_be_told()
        evening.round_begins()
        long = "lang " * 12_000
        while evening.listeners > 1:
            evening.does(a.NoteAside(f"{len(evening.session.ideas)} {long}"))
            await joost.sees(lambda view: len(view["ideas"]) == len(evening.session.ideas))


async def test_whoever_asks_and_does_not_read_is_cut_off(
    tmp_path: Path, clock: Clock, session: Session
) -> None:
    async with Evening(tmp_path, clock, session, replace(QUICK, patience=0.1)) as evening:
        deaf = await evening.stranger(STRANGER, deaf=True)
        await deaf.floods("GET /{code}/page.css", 400)
        await evening.until(lambda: evening.connections == 1)
        await evening.until(lambda: evening.connections == 0)


async def test_a_mistake_of_ours_shows_a_number_and_is_reported_once(
    evening: Evening, fatima: Phone, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(_: Session) -> None:
        message = "private text"
        raise ZeroDivisionError(message)

    stop = evening.live.listen(fails)
    answer = await fatima.posts("act", SHARE)
    stop()
    assert (answer.status, answer.body) == (500, "")
    assert [type(error) for error in evening.errors] == [ZeroDivisionError]
    evening.errors.clear()
    assert (await fatima.posts("act", SHARE)).status == 200
    assert len(evening.session.ideas) == 1
    assert capfd.readouterr() == ("", "")
