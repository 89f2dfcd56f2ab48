"""A page of HTML gives its story, title, outlet and day, whatever stands around them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from scripts.read.article import STORY
from scripts.read.encodings import page_text
from scripts.read.files import read_articles
from scripts.read.pages import page
from scripts.read.text import TextError
from tests.command import files, run
from tests.page_table import PAGES, Golden

FOLDER = Path(__file__).parent / "pages"
P1 = (
    "The army of Mali and the rebels of Kidal exchanged 12 prisoners near Gao on Monday, both said."
)
P2 = "The swap was the first since a truce was signed in Algiers in March, an envoy told reporters."
P3 = "It was watched by soldiers from Togo, who have kept the road open since the rains ended."
BODY = f"<p>{P1}</p><p>{P2}</p><p>{P3}</p>"


def html(body: str = BODY, head: str = "", title: str = "Mali: army and rebels swap men") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages") / "package"
    ended = run("build", "--articles", FOLDER, "--out", out)
    assert (ended.status, ended.errors) == (0, [])
    return out


def test_every_page_has_its_golden_row() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(one.name for one in PAGES)
    assert len(PAGES) == 20


def test_every_page_is_a_source_whose_text_is_in_the_package(built: Path) -> None:
    sources = pl.read_csv(built / "data" / "sources.csv", infer_schema=False).sort("source_id")
    assert sources["source_id"].to_list() == sorted(one.name for one in PAGES)
    for row in sources.iter_rows(named=True):
        raw = (built / row["path"]).read_bytes()
        assert b"\r" not in raw
        assert len(raw.decode("utf-8")) == int(row["char_count"])


@pytest.mark.parametrize("golden", PAGES, ids=lambda golden: golden.name)
def test_a_page_says_what_it_is(built: Path, golden: Golden) -> None:
    sources = pl.read_csv(built / "data" / "sources.csv", infer_schema=False)
    (row,) = sources.filter(pl.col("source_id") == golden.name).iter_rows(named=True)
    assert row["title"] == golden.title
    assert row["publisher"] == golden.publisher
    assert (row["published"], row["published_basis"]) == golden.published


@pytest.mark.parametrize("golden", PAGES, ids=lambda golden: golden.name)
def test_the_story_of_a_page_is_whole_and_nothing_else_is_in_it(golden: Golden) -> None:
    (article,) = read_articles(FOLDER / f"{golden.name}.html", [])
    blocks = [article.text[b.start : b.end] for b in article.blocks if b.kind in STORY]
    story = "\n".join(blocks)
    assert [words for words in golden.told if words not in story] == []
    assert [words for words in golden.kept_out if words in story] == []
    assert blocks[0] == golden.title
    assert len(blocks) - 1 == golden.paragraphs


def test_the_numbers_around_a_story_become_no_rows(built: Path) -> None:
    figures = pl.read_csv(built / "data" / "figures.csv", infer_schema=False)
    found = dict(zip(figures["source_id"], figures["value"], strict=True))
    assert not {"812", "900", "41", "82", "400", "1921"} & set(found.values())
    assert "203" not in figures["value"]
    wire = figures.filter(pl.col("source_id") == "wire")["value"].to_list()
    assert {"40", "23"} <= set(wire)


def test_pages_read_twice_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for name in ("wire", "old_table", "odd_charset"):
        (given / f"{name}.html").write_bytes((FOLDER / f"{name}.html").read_bytes())
    run("build", "--articles", given, "--out", tmp_path / "out")
    again = files(tmp_path / "out" / "articles")
    assert again == {name: (built / "articles" / name).read_bytes() for name in again}
    assert len(again) == 3


def test_clock_zone_and_locale_change_nothing_that_is_read() -> None:
    program = (
        "import datetime, sys\n"
        "class Day(datetime.datetime):\n"
        "    @classmethod\n"
        "    def now(cls, tz=None): return cls(1999, 1, 1, tzinfo=tz)\n"
        "datetime.datetime = Day\n"
        "from pathlib import Path\n"
        "from scripts.read.encodings import page_text\n"
        "from scripts.read.pages import page\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    found = page(page_text(path.read_bytes()))\n"
        "    print(ascii((found.text, sorted(found.meta.items()))))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(FOLDER)],
        cwd=FOLDER.parent.parent,
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    here = []
    for path in sorted(FOLDER.iterdir()):
        found = page(page_text(path.read_bytes()))
        here.append(ascii((found.text, sorted(found.meta.items()))))
    assert ended.stdout.splitlines() == here
    assert ended.stderr == ""


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbfe", "e"),
        ("é“".encode("utf-16"), "é“"),
        (b"\xe9", "é"),
        (b'<meta charset="iso-8859-1">\x93e\x94', '<meta charset="iso-8859-1">“e”'),
        (b"<meta charset=latin-1>\xc3\xa9", "<meta charset=latin-1>é"),
        ('<meta charset="windows-1251">Чад'.encode("cp1251"), '<meta charset="windows-1251">Чад'),
        (
            '<?xml version="1.0" encoding="koi8-r"?>Чад'.encode("koi8-r"),
            '<?xml version="1.0" encoding="koi8-r"?>Чад',
        ),
        (b"<meta charset=utf-8>caf\xe9", "<meta charset=utf-8>café"),
        (b"<meta charset=utf-8>\xc3\xa9\xc3\xa9\xc3\xa9\xff", "<meta charset=utf-8>ééé\ufffd"),
        (b"<meta charset=nonsense>\xe9", "<meta charset=nonsense>é"),
        (b"a\x00b\x0cc", "abc"),
    ],
)
def test_a_page_is_decoded_as_browsers_do(raw: bytes, text: str) -> None:
    assert page_text(raw) == text


def test_bytes_that_are_not_what_the_page_declares_are_an_error() -> None:
    with pytest.raises(TextError, match="save it as UTF-8"):
        page_text(b'<meta charset="shift_jis">\x81')


def ld(**fields: object) -> str:
    made = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(made)}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (ld(datePublished="2021-06-04T23:30:00-08:00", dateModified="2021-06-09"), "2021-06-04"),
        ('<meta property="article:published_time" content="2021-06-04T08:00Z">', "2021-06-04"),
        ('<meta itemprop="datePublished" content="20210604">', "2021-06-04"),
        ('<meta name="parsely-pub-date" content="2021-06-04T08:00:00Z">', "2021-06-04"),
        ('<meta name="DC.date.issued" content="2021-06-04">', "2021-06-04"),
        ('<meta property="article:published_time" content="2098-06-04">', "2098-06-04"),
        ('<meta property="article:modified_time" content="2021-06-04T08:00Z">', ""),
        ('<meta name="date" content="04/06/2021">', ""),
        ('<meta name="copyright" content="2021">', ""),
        (ld(datePublished="soon"), ""),
        ("", ""),
    ],
)
def test_the_day_is_taken_from_metadata_only_where_it_is_plain(head: str, day: str) -> None:
    footer = "<footer>Copyright 2019. 04.06.2018 <time>5 July 2017</time></footer>"
    assert page(html(head=head) + footer).meta["published"][:10] == day


def test_the_time_element_above_the_story_counts_and_those_of_other_stories_do_not() -> None:
    above = page(html(f'<time datetime="2021-06-04T08:00Z">two hours ago</time>{BODY}'))
    assert above.meta["published"] == "2021-06-04T08:00Z"
    below = page(html(f'{BODY}<div><time datetime="2021-06-04">4 June</time> Chad votes</div>'))
    assert below.meta["published"] == ""


@pytest.mark.parametrize(
    ("head", "title", "field", "value"),
    [
        ('<meta property="og:site_name" content="Gao Post">', "A", "publisher", "Gao Post"),
        (ld(publisher={"name": "Gao Post"}), "A", "publisher", "Gao Post"),
        (ld(author=[{"name": "Ada Holm"}, {"name": "Bo Li"}]), "A", "byline", "Ada Holm, Bo Li"),
        (ld(author="By Ada Holm"), "A", "byline", "Ada Holm"),
        ('<meta name="author" content="Ada Holm">', "A", "byline", "Ada Holm"),
        ('<link rel="canonical" href="https://n.example/a">', "A", "url", "https://n.example/a"),
        ('<link rel="canonical" href="/a">', "A", "url", ""),
        ('<link rel="canonical" href="javascript:x">', "A", "url", ""),
        ('<meta property="og:locale" content="en_GB">', "A", "language", "en_GB"),
    ],
)
def test_what_a_page_says_of_itself_is_taken(head: str, title: str, field: str, value: str) -> None:
    assert page(html(head=head, title=title)).meta[field] == value


def test_the_address_that_a_browser_notes_is_taken() -> None:
    note = "<!-- saved from url=(0025)https://n.example/2021/a -->"
    assert page(note + html()).meta["url"] == "https://n.example/2021/a"


def test_json_that_is_broken_or_about_other_articles_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    others = ld(headline="Chad votes", datePublished="2001-01-01") + ld(
        headline="Rain in Niger", datePublished="2002-02-02"
    )
    assert page(html(head=broken + others)).meta["published"] == ""


def test_line_breaks_divide_paragraphs_where_sentences_end() -> None:
    found = page(html(f"<div>{P1}<br>{P2}<br><br>{P3}<br>and so on.</div>"))
    assert P1 in found.text.split("\n\n")
    assert P2 in found.text.split("\n\n")


def test_short_quotations_and_plain_text_in_a_page_keep_their_form() -> None:
    found = page(html(f"<p>They are <q>all <b>well</b></q>, the army said of them.</p>{BODY}"))
    assert "They are “all well”, the army said of them." in found.text
    lines = "\n\n".join(one[:50] + "\n" + one[50:] for one in (P1, P2, P3))
    plain = page(html(f"<pre>{lines}</pre>")).text
    assert len(plain.strip().split("\n\n")) == 4


def test_a_heading_beside_the_outlet_of_the_title_is_the_headline() -> None:
    head = "<title>Mali: army and rebels swap men - Gao Post</title>"
    body = f"<h1>Gao Post</h1><div><h2>Mali: army and rebels swap men</h2>{BODY}</div>"
    found = page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert found.meta["title"] == "Mali: army and rebels swap men"
    assert found.meta["publisher"] == "Gao Post"


def test_a_title_that_is_escaped_twice_is_the_heading_all_the_same() -> None:
    head = "<meta property='og:title' content='Army &amp;amp; rebels swap men'>"
    found = page(html(head=head, title="Army &amp; rebels swap men"))
    assert found.text.startswith(f"Army & rebels swap men\n\n{P1}")


def test_a_page_of_one_sentence_is_read() -> None:
    source = "<html><body><h1>Mali swap</h1><p>Mali freed 12 men.</p></body></html>"
    assert page(source).text == "Mali swap\n\nMali freed 12 men.\n"


def test_entities_hidden_letters_and_broken_markup_do_no_harm() -> None:
    body = "<p>The &quot;Al&shy;giers&quot; truce &amp; the swap&nbsp;held, they said."
    found = page(f"<h1>Truce holds</h1><div>{body}<p>{P1}<p>{P2}</b></div>")
    assert 'The "Algiers" truce & the swap held, they said.' in found.text
    assert P2 in found.text


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("<html><body></body></html>", "no story"),
        ("<html><body><script>var x = 1</script></body></html>", "no story"),
        ("<html><body><img src='x.jpg'></body></html>", "no story"),
        ("<!DOCTYPE html>", "no"),
        ("just words", "no HTML"),
        ("", "no HTML"),
    ],
)
def test_a_page_without_a_story_is_one_clear_error(tmp_path: Path, source: str, says: str) -> None:
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    ended = run("build", "--articles", tmp_path / "page.html", "--out", tmp_path / "out")
    (error,) = ended.errors
    assert ended.status == 1
    assert "READ-011" in error
    assert says in error
    assert not (tmp_path / "out").exists()


def test_a_page_nested_without_end_and_a_huge_one_are_read(tmp_path: Path) -> None:
    deep = "<div>" * 3000 + BODY + "</div>" * 3000
    wide = BODY + "".join(f"<p>On day {n} the envoy spoke to {n} men.</p>" for n in range(3000))
    assert "2999 men" in page(html(wide)).text
    (tmp_path / "deep.html").write_text(html(deep), encoding="utf-8")
    findings: list[object] = []
    articles = list(read_articles(tmp_path / "deep.html", findings))  # type: ignore[arg-type]
    assert len(articles) + len(findings) == 1


def test_the_folder_that_a_browser_saves_beside_a_page_is_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "swap.html").write_text(html(), encoding="utf-8")
    (tmp_path / "swap_files").mkdir()
    (tmp_path / "swap_files" / "ad.html").write_text(html(), encoding="utf-8")
    findings: list[object] = []
    articles = list(read_articles(tmp_path, findings))  # type: ignore[arg-type]
    assert ([a.path for a in articles], findings) == (["articles/swap.txt"], [])


def test_of_several_articles_on_a_page_the_one_under_its_title_is_read() -> None:
    other = "<h2>Chad votes</h2><p>Chad voted on Sunday, and 3 million people came.</p>"
    found = page(html() + f"<article>{other}</article>" * 3)
    assert P3 in found.text
    assert "3 million" not in found.text


def test_a_page_in_another_language_gives_a_warning_and_no_rows(tmp_path: Path) -> None:
    body = (
        "<p>El ejército y los rebeldes de Kidal intercambiaron 12 presos cerca de Gao, dijeron "
        "ambos bandos tras una jornada de negociaciones.</p><p>Fueron 12 hombres.</p>"
    )
    (tmp_path / "mali.html").write_text(html(body, title="Canje en Malí"), encoding="utf-8")
    ended = run("build", "--articles", tmp_path / "mali.html", "--out", tmp_path / "out")
    assert ended.status == 0
    assert [warning.split()[1] for warning in ended.warnings] == ["READ-010"]
    figures = (tmp_path / "out" / "data" / "figures.csv").read_text(encoding="utf-8")
    assert figures.count("\n") == 1


def test_a_page_in_a_data_set_is_read_again_at_each_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.build.check_release", lambda *_, **__: [])
    monkeypatch.setattr("scripts.build.check_consumer", lambda *_, **__: [])
    folder = tmp_path / "talks"
    assert run("new", folder).status == 0
    for invented in (folder / "articles").iterdir():
        invented.unlink()
    saved = folder / "articles" / "swap.html"
    saved.write_text(html(), encoding="utf-8")
    assert run("build", folder).errors == []
    once = files(folder)
    assert {"articles/swap.html", "articles/swap.txt"} <= once.keys()
    again = run("build", folder)
    assert (again.status, again.warnings, files(folder)) == (0, [], once)
    saved.write_text(html(BODY.replace("12 prisoners", "13 prisoners")), encoding="utf-8")
    assert run("build", folder).status == 0
    assert b"13 prisoners" in files(folder)["articles/swap.txt"]
