"""Whatever happens to a session's file, it's read, or named as unreadable: nothing else."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import NASTY, SAVED, sessions
from teamflow.core.session import Session
from teamflow.store import reading
from teamflow.store.consistency import oddities
from teamflow.store.head import Summary, read_head
from teamflow.store.problem import Unreadable
from teamflow.store.record import Record, decode, encode
from teamflow.store.repair import repaired

FILES: Final = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))
CHUNKS: Final = 8
MUTANTS: Final = 1_250  # in each chunk: 10,000 in all

TOKENS: Final = (
    *(char.encode(errors="surrogatepass") for char in NASTY),
    *b"\"\"\" ''' [[ ]] [[ideas]] [choice] [plans.steps] { } = # true -1 nan inf 1e999".split(),
    *b"schema=2 schema=0 id=1 date=2026-02-30 99999999999999999999 2026-11-21 23:59:60Z".split(),
    *(b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> onze\n", b"\xff\xfe", b"\xc3", b"\r\n", b"\n\n"),
    *(
        b"\0" * 500,
        b"[" * 2_000,
        b"a." * 2_000,
        b'"\n',
        b'\n"""\n',
        b"\nx = [\n",
        b"\nx = {",
        b"\\u",
    ),
    *(b'\nfase = "x"\n', b'\nphase = "x"\n', b"\nideas = 3\n", b'\n[[plans]]\nidea = "een"\n'),
)


def flipped(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def shortened(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.choice((1, 1, 2, 10, 200)) :]


def with_a_token(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + random.choice(TOKENS) + data[at:]


def cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def ended_in_emptiness(data: bytes, random: Random) -> bytes:
    kept = cut_off(data, random)
    return kept + b"\0" * (len(data) - len(kept))


def with_lines_swapped(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def with_a_line_twice(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines)), random.choice(lines))
    return b"\n".join(lines)


def without_a_line(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    del lines[random.randrange(len(lines))]
    return b"\n".join(lines)


DAMAGES: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    flipped,
    shortened,
    with_a_token,
    cut_off,
    ended_in_emptiness,
    with_lines_swapped,
    with_a_line_twice,
    without_a_line,
)


def mutant(originals: list[bytes], random: Random) -> bytes:
    """One of the files after one to four damages."""
    data = random.choice(originals)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        data = random.choice(DAMAGES)(data, random) or data
    return data


def record_in(data: bytes) -> Record | None:
    with suppress(Unreadable):
        return decode(reading.text_of(data))
    return None


def written(file: Path, data: bytes) -> None:
    """Write over what was there: ten thousand new files would take a slow disk a while."""
    with file.open("r+b" if file.exists() else "wb") as there:
        there.write(data)
        there.truncate()


def check(file: Path, data: bytes) -> str:
    """All that is promised of any bytes in a session's file; and what became of these."""
    written(file, data)
    head, record = read_head(file), record_in(data)
    if record is not None:
        list(oddities(record.session))
        again = decode(encode(record.session, record.unknown, record.version))
        assert (again.session, again.unknown) == (record.session, record.unknown)
        if head.readable:
            assert_agrees(head, record.session)
        return "read"
    try:
        text, lost = repaired(data, file.stem)
    except Unreadable:
        return "named"
    assert lost
    assert all(problem.told(str) for problem in lost)
    decode(text)
    return "repaired"


def assert_agrees(head: Summary, session: Session) -> None:
    assert head.date == session.date
    assert head.phase == session.phase
    assert head.closed == (session.closed is not None)
    for name in ("id", "school", "team", "theme", "question"):
        assert getattr(head, name) == " ".join(getattr(session, name).split())


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_ten_thousand_damaged_files_are_read_or_named(chunk: int, tmp_path: Path) -> None:
    random = Random(chunk)
    originals = [file.read_bytes() for file in FILES]
    became = set()
    for number in range(MUTANTS):
        data = mutant(originals, random)
        try:
            became.add(check(tmp_path / "2026-11-21-onderbouw.toml", data))
        except BaseException as error:
            error.add_note(f"mutant {number} of chunk {chunk}: {data!r}")
            raise
    assert became == {"read", "repaired", "named"}


pieces = st.sampled_from(TOKENS) | st.binary(max_size=8)


@given(st.lists(pieces, max_size=30).map(b"".join))
def test_any_bytes_are_read_or_named(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    check(tmp_path_factory.getbasetemp() / "2026-11-21.toml", data)


@settings(max_examples=50)
@given(session=sessions, data=st.data())
def test_any_session_is_read_or_named_when_a_part_of_it_is_gone(
    tmp_path_factory: pytest.TempPathFactory, session: Session, data: st.DataObject
) -> None:
    said = encode(session, {}, SAVED).encode()
    start = data.draw(st.integers(0, len(said)))
    end = data.draw(st.integers(start, len(said)))
    instead = data.draw(pieces)
    check(tmp_path_factory.getbasetemp() / "2026-11-21.toml", said[:start] + instead + said[end:])
