"""What a page says about its article: title, outlet, authors, address, language, day.

From its JSON-LD (an object whose type is an article), its `<meta>` elements, its own headings and
what a browser notes on saving it.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from scripts.read.cues import is_names
from scripts.read.page_lines import squeezed
from scripts.read.shapes import same

_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|^\s*url:)\s*(https?://\S+)", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*$")
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
#: What parts the headline from the outlet in `<title>`.
_PARTED = re.compile(r"\s+(?:\||[-–—·:»]|::)\s+")
_ISO = re.compile(r"(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])(?!\d)")
#: Names of fields that tell of a later day than that of publication.
_LATER = re.compile(r"modif|updat|revis|expir|last|crawl|access", re.IGNORECASE)
#: What some pages wrap their JSON in.
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$")
#: Elements in which pages without `<h1>` print their headline.
_HEADINGS = ("h1", "h2", "h3", "b", "strong", "font")
#: A line of a page's byline that names who wrote and nothing else.
_BY_NAMES = re.compile(r"by\s[^\d|]{3,80}$", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True)
class Fields:
    """What a page says. article: its JSON-LD object; metas: its `<meta>` elements."""

    title: str
    publisher: str
    byline: str
    url: str
    language: str
    article: Mapping[str, Any]
    metas: Mapping[str, str]


def fields(tree: Any, source: str) -> Fields:
    """The fields of a page; "" for what it does not say.

    Args:
        tree: the page's tree.
        source: its HTML, for the comment in which browsers note the address.
    """
    metas = _metas(tree)
    whole = squeezed(tree.findtext(".//title") or "")
    headings = [squeezed("".join(one.itertext())) for one in tree.iter("h1")]
    objects = list(_articles(tree))
    article = _chosen(objects, [*headings, metas.get("og:title", ""), whole])
    title = _title(tree, [h for h in headings if h], article, metas, whole)
    rest = _beside(whole, title)
    publisher = metas.get("og:site_name") or _named(article.get("publisher"))
    publisher = publisher or metas.get("dcterms.publisher") or metas.get("dc.publisher") or rest
    return Fields(
        title=title,
        publisher=publisher[:_LONGEST],
        byline=_byline(tree, article, metas),
        url=_url(tree, source, article, metas),
        language=_language(tree, article, metas),
        article=article,
        metas=metas,
    )


def article_field(article: Mapping[str, Any], name: str) -> str:
    """A field of a JSON-LD object as plain text; "" if it has none or it is no text."""
    value = article.get(name)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "\n".join(value)
    return html.unescape(value) if isinstance(value, str) else ""


def published(tree: Any, told: Fields) -> str:
    """The day of publication that a page tells machines, "" where it tells none for certain.

    A day counts where it is written year first; htmldate knows under which names pages give it.
    Nothing is guessed from copyright lines, pictures or the clock.
    """
    given = squeezed(article_field(told.article, "datePublished"))
    if _ISO.match(given):
        return given
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        value = element.get("content") or element.get("datetime") or "".join(element.itertext())
        if _ISO.match(value.strip()):
            return _dashed(value.strip())
    return _from_head(told)


def _from_head(told: Fields) -> str:
    from htmldate import find_date  # noqa: PLC0415 (costs a second)
    from trafilatura.utils import load_html  # noqa: PLC0415

    dated = {
        name: value
        for name, value in told.metas.items()
        if _ISO.match(value) and not _LATER.search(name)
    }
    shown = "".join(
        f'<meta {kind}="{html.escape(name)}" content="{html.escape(_dashed(value))}">'
        for name, value in dated.items()
        for kind in ("name", "property")
    )
    head = load_html(f"<html><head><title>x</title>{shown}</head><body><p>x</p></body></html>")
    found = find_date(
        head,
        extensive_search=False,
        original_date=True,
        min_date="1900-01-01",
        max_date="2200-01-01",
    )
    values = {_dashed(value)[:10] for value in dated.values()}
    return found if found in values else ""


def _dashed(value: str) -> str:
    return re.sub(r"^(\d{4})-?(\d\d)-?(\d\d)", r"\1-\2-\3", value)


def _metas(tree: Any) -> dict[str, str]:
    """The content of each `<meta>`, by its name or property in lower case; the first counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = squeezed(html.unescape(element.get("content") or ""))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a page's JSON-LD that are articles, in its order."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                given = json.loads(_WRAPPING.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from filter(_is_article, _objects(given))


def _objects(given: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a list, of a graph, and what a page names as its main one."""
    waiting = [given]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting = [*one, *waiting]
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _is_article(one: Mapping[str, Any]) -> bool:
    kinds = one.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in listed)


def _chosen(objects: list[Mapping[str, Any]], titles: list[str]) -> Mapping[str, Any]:
    """The object of this page's article: the one, or the one of several under its title."""
    if len(objects) == 1:
        return objects[0]
    for one in objects:
        headline = squeezed(article_field(one, "headline"))
        if headline and any(same(headline, title) for title in titles if title):
            return one
    return {}


def _title(
    tree: Any,
    headings: list[str],
    article: Mapping[str, Any],
    metas: Mapping[str, str],
    whole: str,
) -> str:
    names = ("og:title", "twitter:title", "dcterms.title", "dc.title")
    said = [squeezed(article_field(article, "headline")), *(metas.get(name, "") for name in names)]
    said = [one for one in said if one]
    for heading in headings:
        if any(same(heading, one) for one in said):
            return heading
    if not said:
        shown = (squeezed("".join(one.itertext())) for one in tree.iter(*_HEADINGS))
        found = [text for text in shown if len(text.split()) >= 3 and text in whole]
        if found or len(headings) == 1:
            return max(found, key=len) if found else headings[0]
    if said:
        return _PARTED.split(said[0])[0] if _beside(said[0], _PARTED.split(said[0])[0]) else said[0]
    pieces = _PARTED.split(whole)
    return pieces[0] if len(pieces) == 2 and len(pieces[0].split()) >= 4 else whole


def _beside(whole: str, title: str) -> str:
    """The outlet that stands beside the headline in `<title>`, "" if none does."""
    if not title:
        return ""
    pieces = _PARTED.split(whole)
    if len(pieces) < 2:
        return ""
    for piece, other in ((pieces[-1], pieces[0]), (pieces[0], pieces[-1])):
        alone = same(other, title) or other in title or title in other
        if alone and len(piece.split()) <= 5 and not same(piece, title):
            return piece
    return ""


def _named(value: Any) -> str:
    """The names of a person or organisation of JSON-LD, or of several."""
    if isinstance(value, list):
        return ", ".join(name for one in value if (name := _named(one)))
    if isinstance(value, dict):
        value = value.get("name")
    return squeezed(html.unescape(value)) if isinstance(value, str) else ""


def _byline(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    found = _named(article.get("author")) or metas.get("author", "")
    if not found or _ADDRESS.match(found):
        links = tree.xpath("//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")
        names = [squeezed("".join(one.itertext())) for one in links]
        found = ", ".join(dict.fromkeys(name for name in names if name))
    if not found:
        shown = tree.xpath("//*[contains(@class, 'byline') or contains(@class, 'author')]")
        lines = [squeezed("".join(one.itertext())) for one in shown]
        found = next((line for line in lines if _BY_NAMES.match(line) and is_names(line[3:])), "")
    found = re.sub(r"^by\s+", "", found, flags=re.IGNORECASE)
    return found if len(found) <= _LONGEST else ""


def _url(tree: Any, source: str, article: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    saved = _SAVED_FROM.search(source[:5000])
    base = saved.group(1) if saved else metas.get("og:url", "")
    canonical = [
        one.get("href") or "" for one in tree.iter("link") if one.get("rel") == "canonical"
    ]
    entity = article.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    given = [*canonical, metas.get("og:url"), article.get("url"), entity, base]
    for one in given:
        if isinstance(one, str) and one.strip():
            try:
                whole = urljoin(base, one.strip())
            except ValueError:
                continue
            if _ADDRESS.match(whole):
                return whole
    return ""


def _language(tree: Any, article: Mapping[str, Any], metas: Mapping[str, str]) -> str:
    given = [
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        article_field(article, "inLanguage"),
        metas.get("og:locale", ""),
        metas.get("content-language", ""),
    ]
    return next((one for one in given if one), "")
