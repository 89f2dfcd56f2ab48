import hashlib
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.read.files import RULES, InputError, read_articles, source_id

STORY = "Truce holds in the north\n\nThe army and the rebels kept a truce on Monday, both said.\n"


def read(path):
    findings = []
    return list(read_articles(path, findings)), findings


def put(folder, **files):
    for name, content in files.items():
        target = folder / name.replace("__", ".")
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_a_folder_is_read_by_name_and_keeps_its_text(tmp_path):
    front = "---\ntitle: Truce holds in the north\n---\n\n"
    articles, findings = read(put(tmp_path, b__txt=STORY, a__md=front + STORY))
    assert findings == []
    assert [a.path for a in articles] == ["articles/a.md", "articles/b.txt"]
    assert articles[0].text == front + STORY
    assert articles[0].meta == {"title": "Truce holds in the north"}
    assert [b.kind for b in articles[0].blocks] == ["front_matter", "title", "body"]
    assert articles[1].sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_a_single_file_is_read_too(tmp_path):
    articles, _ = read(put(tmp_path, one__txt=STORY) / "one.txt")
    assert [a.source_id for a in articles] == ["one"]


def test_line_ends_and_marks_are_normalised_and_that_is_said(tmp_path):
    raw = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    articles, findings = read(put(tmp_path, one__txt=raw))
    assert articles[0].text == STORY
    assert articles[0].sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert [(f.rule_id, f.severity, f.row) for f in findings] == [
        ("READ-009", "warning", "one.txt")
    ]


def test_in_a_data_set_a_changed_text_gets_a_file_of_its_own_and_no_warning(tmp_path):
    raw = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    findings = []
    folder = put(tmp_path, one__txt=raw, two__txt=f"{STORY}\nNothing more was told.\n")
    one, two = read_articles(folder, findings, written=())
    assert findings == []
    assert (one.source_id, one.path, one.text) == ("one", "articles/one.read.txt", STORY)
    assert (two.source_id, two.path) == ("two", "articles/two.txt")


def test_an_article_that_is_there_twice_is_a_warning_that_names_the_other(tmp_path):
    told = f"---\npublisher: The Post\n---\n{STORY}"
    findings = []
    folder = put(tmp_path, a__md=told, b__md=told, c__md=told.replace("Post", "Times"))
    assert len(list(read_articles(folder, findings))) == 3
    (finding,) = findings
    assert (finding.rule_id, finding.severity, finding.row) == ("READ-014", "warning", "b.md")
    assert "a.md once more" in finding.sentence


@pytest.mark.parametrize(
    ("head", "warned"),
    [
        ("title: Talks\npublished: 2031-03-12\n\n", ["READ-013"]),
        ("\nPublisher: The Post\nwritten by: us\nurl: https://example.org\n---\n", ["READ-013"]),
        ("Title: two words\n\n", []),
        ("Talks\n\ntitle: a\nurl: b\n\n", []),
    ],
)
def test_front_matter_without_hyphens_is_a_warning(head, warned, tmp_path):
    findings = []
    list(read_articles(put(tmp_path, one__md=head + STORY), findings))
    assert [finding.rule_id for finding in findings] == warned


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"),
        ("Date", "published"),
        ("publish_date", "published"),
        ("article title", "title"),
        ("source", "publisher"),
        ("author", "byline"),
    ],
)
def test_a_key_of_front_matter_that_is_not_read_is_a_warning_that_names_the_right_one(
    tmp_path, key, meant
):
    front = f"---\n{key}: Truce holds in the north\n---\n\n"
    articles, (finding,) = read(put(tmp_path, one__md=front + STORY))
    assert len(articles) == 1
    assert (finding.rule_id, finding.severity) == ("READ-012", "warning")
    assert f"write {meant}: …" in finding.sentence


def test_a_key_that_means_nothing_is_to_be_taken_out(tmp_path):
    _, (finding,) = read(put(tmp_path, one__md="---\nxyz: 3\n---\n\n" + STORY))
    assert "has the key 'xyz', which is not read; take the line out" in finding.sentence


def test_a_json_line_becomes_an_article_with_its_title_on_top(tmp_path):
    line = {
        "id": "2023/one",
        "title": "Truce holds",
        "published": "2023-12-08",
        "views": 12,
        "url": None,
        "text": "\n\nThe army kept a truce on Monday, it said.\r\n\n",
    }
    articles, findings = read(put(tmp_path, all__jsonl=json.dumps(line) + "\n\n"))
    assert findings == []
    (article,) = articles
    assert article.source_id == "s2023-one"
    assert article.path == "articles/s2023-one.txt"
    assert article.text == "Truce holds\n\nThe army kept a truce on Monday, it said.\n"
    assert article.meta["published"] == "2023-12-08"
    assert (article.meta["views"], article.meta["url"]) == ("12", "")
    assert [b.kind for b in article.blocks] == ["title", "body"]


def test_names_in_lists_and_objects_of_a_record_come_as_text(tmp_path):
    line = {"id": "a", "text": STORY, "byline": ["Ada Holm", "Bo Li"], "publisher": {"name": "Gao"}}
    articles, _ = read(put(tmp_path, all__jsonl=json.dumps(line)))
    assert articles[0].meta["byline"] == "Ada Holm, Bo Li"
    assert articles[0].meta["publisher"] == "Gao"


@pytest.mark.parametrize(
    ("given", "kept"),
    [("en-GB", "en"), ("EN_us", "en"), ("fr", "fr"), ("English", ""), ("eng", ""), ("", "")],
)
def test_a_language_is_two_letters_or_nothing(tmp_path, given, kept):
    line = {"id": "a", "text": STORY, "language": given, "title": "@army: truce holds"}
    articles, _ = read(put(tmp_path, all__jsonl=json.dumps(line)))
    assert articles[0].meta["language"] == kept
    assert articles[0].meta["title"] == "army: truce holds"


def test_a_title_that_the_text_has_already_is_not_put_there_twice(tmp_path):
    line = {"id": "one", "title": "Truce holds in the north", "text": STORY}
    articles, _ = read(put(tmp_path, all__jsonl=json.dumps(line)))
    assert articles[0].text == STORY


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[1, 2]", "no object"),
        ("{", "no JSON"),
        ('{"text": "The truce held."}', "no id"),
        ('{"id": true, "text": "The truce held."}', "no id"),
        ('{"id": "a"}', "no text"),
        ('{"id": "a", "text": 5}', "no text"),
        ('{"id": "a", "id": "b", "text": "x"}', "'id' twice"),
        ('{"id": "a", "text": "half \\ud800 a pair"}', "surrogate"),
        ('{"id": "a", "title": "\\udc00", "text": "The truce held."}', "surrogate"),
        ('{"id": "a", "text": "\\u0000"}', "U+0000"),
        ('{"id": "a", "n": ' + "[" * 100_000, "too deep"),
        ('{"id": "' + "a" * 200 + '", "text": "x"}', "over 120 characters"),
        ("\udcff", "not UTF-8"),
    ],
)
def test_a_broken_json_line_is_one_error_that_names_its_line(tmp_path, line, says):
    good = json.dumps({"id": "good", "text": STORY})
    raw = f"{good}\n{line}\n".encode("utf-8", "surrogateescape")
    articles, findings = read(put(tmp_path, all__jsonl=raw))
    assert [a.source_id for a in articles] == ["good"]
    assert [(f.rule_id, f.severity, f.row) for f in findings] == [
        ("READ-005", "error", "all.jsonl:2")
    ]
    assert says in findings[0].sentence


@pytest.mark.parametrize(
    ("content", "rule", "says"),
    [
        (b"", "READ-003", "empty"),
        (b" \n\n", "READ-003", "empty"),
        (b"---\ntitle: Truce\n---\n\n", "READ-003", "front matter only"),
        (b"caf\xe9", "READ-002", "byte 3"),
        (b"\x00\x01", "READ-002", "NUL"),
        (b"a" * 2_000_000, "READ-002", "line 1 has 2,000,000 characters"),
        (b"a line of words\n" * 1_300_000, "READ-002", "20,000,000 bytes"),
        (b"---\ntitle: Truce\n", "READ-004", "not closed"),
    ],
)
def test_a_file_that_is_no_article_is_one_error_that_names_it(tmp_path, content, rule, says):
    articles, findings = read(put(tmp_path, bad__txt=content, good__txt=STORY))
    assert [a.source_id for a in articles] == ["good"]
    assert [(f.rule_id, f.severity, f.row) for f in findings] == [(rule, "error", "bad.txt")]
    assert says in findings[0].sentence


def test_all_faults_are_reported_at_once(tmp_path):
    put(tmp_path, a__txt=b"", b__txt=b"\xff", c__md=b"---\nx\n---\nText.", d__txt=STORY)
    _, findings = read(tmp_path)
    assert [f.rule_id for f in findings] == ["READ-003", "READ-002", "READ-004"]


def test_two_articles_with_one_id_are_named_both(tmp_path):
    lines = json.dumps({"id": "One", "text": STORY})
    articles, findings = read(put(tmp_path, one__md=STORY, one__txt=STORY, x__jsonl=lines))
    assert [a.path for a in articles] == ["articles/one.md"]
    assert [f.row for f in findings] == ["one.txt", "x.jsonl:1"]
    assert all(f.rule_id == "READ-006" and "one.md" in f.sentence for f in findings)


def test_what_is_not_read_is_a_warning_that_names_it(tmp_path):
    put(tmp_path, one__txt=STORY, page__pdf="<p>x</p>", __DS_Store="x")
    (tmp_path / "folder.txt").mkdir()
    _, findings = read(tmp_path)
    assert [(f.rule_id, f.severity, f.row) for f in findings] == [
        ("READ-008", "warning", ".DS_Store"),
        ("READ-008", "warning", "folder.txt"),
        ("READ-008", "warning", "page.pdf"),
    ]
    assert ".md, .txt, .jsonl" in findings[2].sentence
    assert "save it as plain text (.txt)" in findings[2].sentence


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path, monkeypatch):
    put(tmp_path, one__txt=STORY, two__txt=STORY)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")

    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    articles, findings = read(tmp_path)
    assert articles == []
    assert [(f.rule_id, f.row) for f in findings] == [
        ("READ-001", "gone.txt"),
        ("READ-001", "one.txt"),
        ("READ-001", "two.txt"),
    ]


def test_an_empty_list_of_records_is_an_error(tmp_path):
    _, findings = read(put(tmp_path, all__jsonl="\n\n"))
    assert [(f.rule_id, f.row) for f in findings] == [("READ-003", "all.jsonl")]


def test_a_name_that_no_table_can_hold_is_an_error(tmp_path):
    (tmp_path / "a\tb.txt").write_text(STORY)
    _, findings = read(tmp_path)
    assert [f.rule_id for f in findings] == ["READ-007"]


@pytest.mark.parametrize("name", ["nowhere", "page.pdf"])
def test_where_nothing_can_be_read_one_error_says_what_to_do(tmp_path, name):
    put(tmp_path, page__pdf="<p>x</p>")
    with pytest.raises(InputError, match=name):
        read_articles(tmp_path / name, [])


def test_a_folder_without_articles_is_an_error_at_once(tmp_path):
    with pytest.raises(InputError, match="holds no articles"):
        read_articles(put(tmp_path, page__pdf="<p>x</p>"), [])


def test_an_article_without_a_story_is_said(tmp_path):
    _, findings = read(put(tmp_path, one__txt="Copyright 2024. All rights reserved.\n"))
    assert [(f.rule_id, f.severity) for f in findings] == [("READ-010", "warning")]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_every_name_gives_an_id_that_tables_take(name):
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", source_id(name))


@settings(deadline=None)
@given(st.from_regex(r"[A-Za-z][A-Za-z0-9_-]*", fullmatch=True))
def test_a_good_name_is_its_own_id(name):
    assert source_id(name) == name


def test_every_rule_says_how_bad_it_is():
    assert all(severity in {"error", "warning"} for severity, _ in RULES.values())
