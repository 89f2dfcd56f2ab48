from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.blocks import blocks
from scripts.read.datelines import dateline


def cut(text, start=0, title=""):
    return [(b.kind, text[b.start : b.end]) for b in blocks(text, start, title)]


def test_every_line_is_a_block_and_offsets_count_in_the_file():
    text = "---\ntitle: T\n---\n\n  The army kept a truce, it said. \u00a0\n\nThe rebels did not."
    found = blocks(text, 16)
    assert [(b.kind, text[b.start : b.end]) for b in found] == [
        ("front_matter", "---\ntitle: T\n---"),
        ("body", "The army kept a truce, it said."),
        ("body", "The rebels did not."),
    ]


def test_no_block_holds_a_line_break_of_any_kind():
    text = "The army kept a truce.\u2028The rebels did so too.\x0bAll was calm.\x85It lasted a day."
    assert [kind for kind, _ in cut(text)] == ["body"] * 4


@pytest.mark.parametrize(
    ("paragraph", "line"),
    [
        (
            "PORT SUDAN, Dec. 3, 2023 (Wire) - The army freed 25 men.",
            "PORT SUDAN, Dec. 3, 2023 (Wire) -",
        ),
        ("(Nairobi, April 4, 2024) – The army freed 25 men.", "(Nairobi, April 4, 2024) –"),
        ("KYIV, Ukraine (AP) — The army freed 25 men.", "KYIV, Ukraine (AP) —"),
        ("Goma/Kigali, 8 May 2024 – The army freed 25 men.", "Goma/Kigali, 8 May 2024 –"),
        ("JUBA/KHARTOUM - The army freed 25 men.", "JUBA/KHARTOUM -"),
        ("EL OBEID, Sudan, May 4. The army freed 25 men.", "EL OBEID, Sudan, May 4."),
        ("June 11, 2024 (JUBA) – The army freed 25 men.", "June 11, 2024 (JUBA) –"),
        ("KABUL: The army freed 25 men.", "KABUL:"),
        ("MOSCOW, December 13. /NEWS/. The army freed 25 men.", "MOSCOW, December 13. /NEWS/."),
        ("TBILISI, DECEMBER 8, NEWSDESK. The army freed 25 men.", "TBILISI, DECEMBER 8, NEWSDESK."),
        (
            "GAZA CITY, Gaza Strip, Oct. 10 (Agency) -- The army freed 25 men.",
            "GAZA CITY, Gaza Strip, Oct. 10 (Agency) --",
        ),
        ("Bogotá, Colombia – The army freed 25 men.", "Bogotá, Colombia –"),
        ("Geneva, 8 May 2024 – The army freed 25 men.", "Geneva, 8 May 2024 –"),
        ("Geneva (Agency) - The army freed 25 men.", "Geneva (Agency) -"),
        ("**SANAA** — The army freed 25 men.", "**SANAA** —"),
    ],
)
def test_a_dateline_is_a_block_of_its_own(paragraph, line):
    assert paragraph[: dateline(paragraph)].rstrip() == line
    found = cut(f"Army frees 25 men\n\n{paragraph}\n")
    assert found[1:] == [("dateline", line), ("body", "The army freed 25 men.")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The army – 25 men in all – left.",
        "Mali and Niger – two neighbours – met.",
        "Mali, Niger – both under army rule – met on Monday – and parted.",
        "NATO said on Monday that it would leave.",
        "The UN's envoy, Amal Noor (Norway) - a former judge - spoke.",
        "Niamey:",
        "On December 3, 2023 - a Sunday - they met.",
        "U.S. officials met them.",
    ],
)
def test_a_sentence_is_no_dateline(paragraph):
    assert dateline(paragraph) == 0


def test_a_call_at_the_end_of_a_paragraph_is_cut_off():
    text = "Army retakes town\n\nThe army retook the town on Monday. Sign up for our newsletter.\n"
    assert cut(text)[1:] == [
        ("body", "The army retook the town on Monday."),
        ("promotion", "Sign up for our newsletter."),
    ]


LINES = """The truce held.
READ MORE: News
By Amal Noor
December 3, 2023
(AP)
© 2023
JUBA -
Related news
Short line
He said “no”.
___
x
Sign up for news.
The ministers of Mali and Niger met in Bamako on Sunday, they said."""
PIECES = st.sampled_from([*LINES.split("\n"), "\n", "\n", "\n\n", " ", "\u00a0"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_blocks_hold_all_that_is_not_white_space_in_order_without_overlap(text):
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[b.start : b.end].split()) for b in found) == "".join(text.split())
    assert all(text[b.start : b.end] == text[b.start : b.end].strip() != "" for b in found)


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_at_all_becomes_blocks_without_loss(text, title):
    found = blocks(text, 0, title)
    assert "".join("".join(text[b.start : b.end].split()) for b in found) == "".join(text.split())
