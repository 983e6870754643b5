import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from teamflow.tui.blocks import letters

WALL = {"columns": 240, "rows": 67}
DRAWN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÆŒØŁĐÐÞ-'\".:,;!+?&/%→●❚·()"
ACCENTED = "ÉÈÊËÏÖÜÁÓÇĞŞÑŠŽÅŐŪŻȘẠ"
NAMES = st.text(DRAWN + ACCENTED + "ßij ’", min_size=1, max_size=24)


def set_small(text: str) -> tuple[str, ...]:
    lines = letters(text, **WALL, largest=1)
    assert lines is not None
    return lines


def pixels(lines: tuple[str, ...]) -> list[list[bool]]:
    halves = [[[cell in shown for cell in line] for shown in ("█▀", "█▄")] for line in lines]
    return [row for pair in halves for row in pair]


@given(NAMES, st.integers(-1, 240), st.integers(-1, 67))
@example("ANNE-MARIE", 80, 24)
@example("10:00", 40, 8)
def test_letters_never_leave_their_space_and_are_equally_wide(
    text: str, columns: int, rows: int
) -> None:
    lines = letters(text, columns, rows)
    if lines is not None:
        assert 0 < len(lines) <= rows
        assert {len(line) for line in lines} == {len(lines[0])}
        assert len(lines[0]) <= columns
        assert set("".join(lines)) <= set(" ▀▄█")


@given(st.text(max_size=12), st.integers(0, 200), st.integers(0, 60))
def test_any_text_at_all_is_either_set_within_its_space_or_refused(
    text: str, columns: int, rows: int
) -> None:
    lines = letters(text, columns, rows) or ()
    assert len(lines) <= rows
    assert all(len(line) <= columns for line in lines)


@given(NAMES.filter(str.strip))
def test_every_name_in_drawn_letters_fits_where_there_is_room(name: str) -> None:
    assert letters(name, columns=24 * 10, rows=12) is not None


@pytest.mark.parametrize("largest", [1, 2, 9])
@pytest.mark.parametrize(("columns", "rows"), [(240, 67), (80, 24), (40, 8), (18, 3)])
def test_all_digits_are_equally_wide_so_that_the_clock_does_not_jump(
    columns: int, rows: int, largest: int
) -> None:
    clocks = [letters(f"{d}:{d}{d}", columns, rows, largest=largest) for d in "0123456789"]
    sizes = {(len(clock), len(clock[0])) for clock in clocks if clock}
    assert None not in clocks
    assert len(sizes) == 1


def test_the_colon_of_the_clock_is_narrower_than_a_digit() -> None:
    assert len(set_small(":")[0]) < len(set_small("0")[0]) / 2


@pytest.mark.parametrize("rows", [3, 4])
@pytest.mark.parametrize("digit", "0123456789")
def test_no_digit_has_a_dot_beside_those_of_the_colon(digit: str, rows: int) -> None:
    colon, shape = (pixels(letters(each, 10, rows, largest=1) or ()) for each in (":", digit))
    assert len(colon) == len(shape)
    for y in (y for y, row in enumerate(colon) if any(row)):
        for edge, inner in ((0, 1), (-1, -2)):
            around = shape[y - 1][edge], shape[y + 1][edge], shape[y][inner]
            assert not shape[y][edge] or any(around)


@pytest.mark.parametrize("largest", [1, 2, 9])
@pytest.mark.parametrize("rows", [3, 4, 67])
def test_no_two_characters_look_the_same(rows: int, largest: int) -> None:
    different = [c for c in DRAWN + ACCENTED if c != "Ð"]
    assert letters("Ð", 240, 67) == letters("Đ", 240, 67)
    drawn = [letters(c, 240, rows, largest=largest) for c in different]
    fitting = [lines for lines in drawn if lines]
    assert len(set(fitting)) == len(fitting)


@pytest.mark.parametrize("letter", "ÉÈÊËÁÀÂÄÓÒÔÖÚÙÛÜÍÏÑÅŠŽĞŐŪŻ")
def test_an_accent_stands_over_a_letter_that_stays_as_it_is(letter: str) -> None:
    plain = pixels(set_small(unicodedata.normalize("NFD", letter)[0]))[-7:]
    accented = pixels(set_small(letter))
    assert accented[-7:] == plain
    assert any(any(row) for row in accented[:-7])


@pytest.mark.parametrize("letter", "ÇŞȘẠ")
def test_a_cedilla_hangs_under_a_letter_that_stays_as_it_is(letter: str) -> None:
    plain = pixels(set_small(unicodedata.normalize("NFD", letter)[0]))[-7:]
    marked = pixels(set_small(letter))
    start = marked.index(plain[0])
    assert marked[start : start + 7] == plain
    assert any(any(row) for row in marked[start + 7 :])


def test_a_diaeresis_stands_in_the_middle_of_narrow_and_wide_letters() -> None:
    for letter in "ÏËÖ":
        for row in pixels(set_small(letter))[:2]:
            assert row == row[::-1]


def test_a_wide_accent_does_not_push_its_neighbours_away() -> None:
    plain, accented = letters("JOAO", 40, 8), letters("JOÃO", 40, 8)
    assert plain is not None
    assert accented is not None
    assert len(accented[0]) == len(plain[0])


@pytest.mark.parametrize("name", ["ZOÉ", "ZOË", "ZOÇ", "ZÅÇ"])
@pytest.mark.parametrize(("rows", "halves"), [(6, True), (13, True), (67, True), (13, False)])
def test_names_stand_on_one_line_at_one_size_with_and_without_accents(
    name: str, rows: int, halves: bool
) -> None:
    plain, accented = (
        letters(each, 120, rows, reserve="FATIMA", level=True, halves=halves)
        for each in ("ZOE", name)
    )
    assert plain is not None
    assert accented is not None
    z = len(plain[0]) // 5
    assert [row[:z] for row in accented] == [row[:z] for row in plain]


def test_a_cedilla_moves_the_line_only_where_there_is_no_room_for_it() -> None:
    plain, accented = (letters(name, 80, 5, level=True) for name in ("ESRA", "ŞEYMA"))
    assert plain is not None
    assert accented is not None
    assert len(plain) == len(accented) == 5
    assert plain[-1] != accented[-2]
    assert not plain[0].strip()


def test_a_low_room_is_for_letters_and_not_for_accents_that_are_not_there() -> None:
    assert letters("FATIMA", 80, 3, level=True) == letters("FATIMA", 80, 3)


def test_rows_for_accents_are_only_there_when_the_name_has_them() -> None:
    assert len(set_small("RENEE")) < len(set_small("RENÉE"))


def test_accents_pile_up_over_a_vietnamese_letter() -> None:
    assert len(set_small("NGUYỄN")) > len(set_small("NGUYÊN"))


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("Joost", "JOOST"),
        ("  Anne \t Marie\n", "ANNE MARIE"),
        ("\u0132sbrand", "IJSBRAND"),
        ("Voß", "VOSS"),
        ("VOẞ", "VOSS"),
        ("Re\u0301my", "RÉMY"),
        ("D’Arcy", "D'ARCY"),
        ("Anne\u2011Marie", "ANNE-MARIE"),
        ("\u22121:20", "-1:20"),
    ],
)
def test_ways_of_writing_that_look_the_same(written: str, same_as: str) -> None:
    assert set_small(written) == set_small(same_as)


@pytest.mark.parametrize(
    "text", ["Мария", "فاطمة", "小明", "Fatima 🙂", "Joost\x1b[31m", "a\u200bb", "", " ", "\u0301A"]
)
def test_a_text_with_characters_that_are_not_drawn_is_left_to_bold_text(text: str) -> None:
    assert letters(text, **WALL) is None


@pytest.mark.parametrize(("columns", "rows"), [(0, 0), (240, 2), (20, 67), (-3, -3)])
def test_too_little_room_is_left_to_bold_text(columns: int, rows: int) -> None:
    assert letters("FATIMA", columns, rows) is None


def test_a_long_name_takes_the_compact_letters_before_it_gives_up() -> None:
    roomy, tight = letters("ANNE-MARIE", 80, 5), letters("ANNE-MARIE", 45, 5)
    assert roomy is not None
    assert tight is not None
    assert len(tight) < len(roomy)


@pytest.mark.parametrize("text", ["FATIMA", "ZOË", "10:00", "+1:20"])
def test_letters_grow_with_the_space(text: str) -> None:
    rooms = [(columns, columns * 3 // 10) for columns in range(30, 241)]
    areas = [len(lines) * len(lines[0]) for room in rooms if (lines := letters(text, *room))]
    assert areas == sorted(areas)
    assert areas[-1] > 9 * areas[0]


def test_letters_stay_within_the_largest_size_that_is_asked_for() -> None:
    once, thrice = set_small("A"), letters("A", **WALL, largest=3)
    assert thrice is not None
    assert len(thrice[0]) == 3 * len(once[0])


@pytest.mark.parametrize("character", DRAWN + ACCENTED)
@pytest.mark.parametrize("scale", [3, 5, 7, 9])
def test_smooth_diagonals_keep_every_stroke_and_every_opening(character: str, scale: int) -> None:
    enlarged = letters(character, **WALL, largest=scale)
    assert enlarged is not None
    small, large = pixels(set_small(character)), pixels(enlarged)
    height = len(large) // scale
    padding = len(large) - height * scale
    middles = [row[scale // 2 :: scale] for row in large[padding + scale // 2 :: scale]]
    assert middles == small[-height:]


SMOOTH = """
▄▄▄         ▄▄▄   ▄▄▄         ▄▄▄
███         ███   ███         ███
███         ███   ███▄       ▄███
███▄▄▄      ███   ▀████     ████▀
███████▄    ███     ▀▀███▄███▀▀
███ ▀███▄▄  ███       ▀█████▀
███    ████▄███       ███████
███     ▀██████    ▄███▀▀ ▀▀███▄
███         ███   ████▀     ▀████
███         ███   ███         ███
███         ███   ███         ███
"""


def test_diagonals_run_smoothly_and_stems_keep_their_corners() -> None:
    lines = letters("NX", **WALL, largest=3)
    assert lines is not None
    assert [line.rstrip() for line in lines] == SMOOTH.strip("\n").splitlines()


@pytest.mark.parametrize("character", "ÅŮ")
def test_an_opening_of_one_pixel_is_not_filled_by_the_smoothing(character: str) -> None:
    enlarged = letters(character, **WALL, largest=2)
    assert enlarged is not None
    large = pixels(enlarged)
    small = pixels(set_small(character))[-(len(large) // 2) :]
    openings = [
        (y, x)
        for y in range(1, len(small) - 1)
        for x in range(1, len(small[0]) - 1)
        if not small[y][x]
        and all((small[y - 1][x], small[y + 1][x], small[y][x - 1], small[y][x + 1]))
    ]
    assert openings
    for y, x in openings:
        assert not any(large[2 * y + down][2 * x + right] for down in (0, 1) for right in (0, 1))


def test_a_clock_keeps_its_size_when_it_comes_under_ten_minutes() -> None:
    ten = letters("10:00", 60, 20)
    nine = letters("9:59", 60, 20, reserve="10:00")
    assert ten is not None
    assert nine is not None
    assert len(nine) == len(ten)
    assert len(letters("9:59", 60, 20) or ()) > len(ten)


def test_a_size_that_is_reserved_must_be_possible() -> None:
    assert letters("9:59", 20, 20, reserve="1000000:00") is None
