"""Whatever the texts are, the records for catalogues hold them as they are."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scripts.publish.contributors import Contributor
from tests.records import RECORDS, said
from tests.small_package import META

#: What a person may put into package.toml; read_package makes one line of it without control signs.
LINE = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), include_characters=" "),
        min_size=1,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
NASTY = st.sampled_from(
    [
        '"a": b',
        "- a",
        "# no",
        "null",
        "yes",
        "0o17",
        "1e3",
        "2021-03-01",
        "{a}",
        "*a",
        "&a",
        "'",
        "a: 'b' \"c\" # d",
        "<b>&amp;</b>",
        "\\u0041 \\",
        "Ağdam, հայ, 和平",
        "=",
        "@a",
        "`a`",
        "%",
        "!",
        "|",
        ">",
        "~",
        "",
    ]
).filter(bool)
WORDS = LINE | NASTY


@given(WORDS, WORDS, WORDS, st.lists(WORDS, min_size=1, max_size=3, unique=True))
def test_texts_of_any_kind_come_out_as_they_went_in(
    title: str, description: str, maker: str, keywords: list[str]
) -> None:
    package = replace(
        META,
        title=title,
        description=description,
        keywords=tuple(keywords),
        contributors=(Contributor(maker, ("creator",)),),
    )
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package.name,
        "title": title,
        "description": description,
        "version": package.version,
        "keywords": keywords,
        "resources": [],
    }
    for name, write in RECORDS.items():
        text = write(package, descriptor)
        assert text is not None
        found = said(name, text)
        assert (found["title"], found["description"]) == (title, description), name
        assert found["keywords"] == keywords, name
        if ", " not in maker:
            assert found["creators"] == [maker], name
        assert "\r" not in text
        assert text.endswith("\n")
