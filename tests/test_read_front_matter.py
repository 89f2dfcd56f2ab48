import pytest

from scripts.read.front_matter import front_matter
from scripts.read.text import TextError


def test_values_come_as_they_are_written():
    text = (
        '---\ntitle: "Truce: day two"\nPublished: 2023-12-08\nbyline:\nid: 007\nlive: yes\n'
        "time: 12:30\ntags: [truce, swap]\nwhen: 2023-12-08T10:00:00Z\n---\n\nThe truce held."
    )
    meta, end = front_matter(text)
    assert dict(meta) == {
        "title": "Truce: day two",
        "published": "2023-12-08",
        "byline": "",
        "id": "007",
        "live": "yes",
        "time": "12:30",
        "tags": "[truce, swap]",
        "when": "2023-12-08T10:00:00+00:00",
    }
    assert text[end:] == "\n\nThe truce held."


def test_text_without_front_matter_has_none():
    assert front_matter("The truce held.\n---\n") == ({}, 0)


def test_dashes_inside_a_value_close_nothing():
    meta, end = front_matter("---\ntitle: Truce ---\n---\nBody.")
    assert meta["title"] == "Truce ---"
    assert end == len("---\ntitle: Truce ---\n---")


def test_an_impossible_date_stays_for_the_reader_of_dates():
    assert front_matter("---\npublished: 2023-02-30\n---\n")[0]["published"] == "2023-02-30"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("---\ntitle: Truce\n\nThe truce held.", "not closed"),
        ("---\ntitle: Truce: day two\n---\n", "line 2"),
        ("---\njust some words\n---\n", "keys and values"),
        ("---\n- truce\n- swap\n---\n", "keys and values"),
        ("---\ntitle: A\nTitle: B\n---\n", "'title' twice (line 3)"),
        ('---\ntitle: "Truce\n---\n', "broken"),
        ("---\ntitle: @truce\n---\n", "line 2"),
        ("---\ntitle: *truce\n---\n", "line 2"),
        ("---\n" + "[" * 2000 + "\n---\n", "broken"),
    ],
)
def test_broken_front_matter_is_one_error_that_says_where(text, says):
    with pytest.raises(TextError, match="front matter") as caught:
        front_matter(text)
    assert says in str(caught.value)
