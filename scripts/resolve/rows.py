"""One parsed article → its rows: what find found, with days, actors and places put to the words."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.find.claims import claims
from scripts.find.dates import DateWords, find_dates
from scripts.find.drafts import FigureDraft, ReportDraft, Span, StatementDraft
from scripts.find.figures import find_figures
from scripts.find.names import find_mentions
from scripts.find.parse import Sentence
from scripts.find.quotations import Unpaired
from scripts.find.reports import find_reports
from scripts.find.slugs import slug
from scripts.find.statements import article_quotations, find_statements
from scripts.read.article import Article
from scripts.read.origin import origin
from scripts.resolve.actors import actors_at, speaker_at
from scripts.resolve.cast import Actors, actors
from scripts.resolve.dates import When, resolve_dates
from scripts.resolve.figures import limits
from scripts.resolve.parts import complete, lend
from scripts.resolve.places import place_at, place_name, place_row
from scripts.resolve.published import Published, published, unread_day
from scripts.resolve.registry import Named, actor_row, is_country, named
from scripts.resolve.reports import report_rows
from scripts.resolve.speaker_names import foreign
from scripts.resolve.speakers import Speaker, resolve_speakers
from scripts.resolve.told import Told
from validations.rule import Finding

Row = dict[str, Any]


@dataclass(frozen=True)
class ArticleRows:
    """What one article gives: rows without ids, and the actors and places that they name.

    Rows of reports, figures and statements bear `_sentence`, the words of their sentence.
    """

    source: Row
    figures: tuple[Row, ...]
    statements: tuple[Row, ...]
    reports: tuple[Told, ...]
    actors: tuple[Named, ...]
    places: tuple[tuple[str, str], ...]  #: (place_id, its name as printed)
    findings: tuple[Finding, ...]


def article_rows(article: Article, sentences: Sequence[Sentence]) -> ArticleRows:
    """Find everything in an article and resolve it, with nothing but the article.

    Args:
        article: The article, furniture marked.
        sentences: Its parsed sentences.
    """
    mentions = find_mentions(article, sentences)
    dates = _story_dates(article)
    quotations, unpaired = article_quotations(article)
    quoted = [quotation.span for quotation in quotations]
    when = published(article, dates)
    days = resolve_dates(article, dates, when, spoken=dict.fromkeys(quoted))
    index = actors(article, sentences, mentions)
    met: dict[str, Named] = {}

    def actors_of(span: Span) -> list[str]:
        found = actors_at(index, span)
        met.update({one.actor_id: one for one in found})
        return [one.actor_id for one in found]

    printed: dict[str, str] = {}

    def place_of(span: Span) -> str:
        place_id = place_at(article, mentions, span)
        if place_id:
            printed.setdefault(place_id, place_name(article, mentions, span))
        return place_id

    spoken = find_statements(article, sentences, mentions, [words.span for words in dates])
    speakers = resolve_speakers(article, sentences, mentions, spoken, index)
    statements = [
        _statement(article, draft, speaker, days, index, met)
        for draft, speaker in zip(spoken, speakers, strict=True)
    ]
    counted = find_figures(article, sentences, mentions, dates)
    figures = [_figure(article, draft, days, index, met) for draft in counted]
    claimed = claims(sentences, counted, spoken)
    claiming = [draft for draft in claimed if draft is not None]
    said = [*spoken, *claiming]
    heard = resolve_speakers(article, sentences, mentions, said, index) if claiming else speakers
    claimants = iter(heard[len(spoken) :])
    for row, draft in zip(figures, claimed, strict=True):
        if draft is not None:
            speaker = next(claimants)
            ids = (_speaker_id(draft, speaker, index, {}), _actor(index, speaker.affiliation, {}))
            row["_claimants"] = tuple(filter(None, ids))
    days_named = [words for words in dates if words.kind != "clock"]
    drafts = find_reports(article, sentences, mentions, days_named, quoted)

    def completed(draft: ReportDraft, parts: Sequence[Row]) -> list[Row]:
        found = complete(index, draft, parts, figures)
        for part in found:
            code = part["actor_id"]
            met.setdefault(code, named(code, index.names.get(code, "")))
        return found

    reports = report_rows(article, drafts, dates, days, when, actors_of, place_of, completed)
    lend(reports, figures)
    within = _within(sentences)
    for row in [*statements, *figures, *(told.row for told in reports)]:
        row["_sentence"] = within(row["char_start"]).of(article.text)
    placed = {told.row["place_id"] for told in reports if told.row["place_id"]}
    return ArticleRows(
        source=_source(article, when),
        figures=tuple(figures),
        statements=tuple(statements),
        reports=tuple(reports),
        actors=tuple(met[key] for key in sorted(met)),
        places=tuple((place_id, printed[place_id]) for place_id in sorted(placed)),
        findings=tuple(
            found
            for found in (unread_day(article), *(_unpaired(article, mark) for mark in unpaired))
            if found is not None
        ),
    )


def entity_rows(read: Iterable[ArticleRows]) -> tuple[list[Row], list[Row]]:
    """Rows of `actors` and `places` for everything that the rows of some articles name.

    A country that an actor or a place belongs to gets a row as well. Where articles name one actor
    differently the longest name stands, of equally long ones the first by the alphabet.
    """
    named: dict[str, Named] = {}
    place_words: dict[str, str] = {}
    for one in read:
        for place_id, words in one.places:
            place_words[place_id] = min(
                place_words.get(place_id, words), words, key=lambda w: (-len(w), w)
            )
        for actor in one.actors:
            known = named.get(actor.actor_id)
            if known is None or _fuller(actor) < _fuller(known):
                named[actor.actor_id] = actor
    places: list[Row] = [dict(place_row(key, words)) for key, words in sorted(place_words.items())]
    actor_rows = {
        key: dict(actor_row(key, one.name, one.country)) for key, one in sorted(named.items())
    }
    for row in [*actor_rows.values(), *places]:
        country = row.get("country_id")
        if country and country not in actor_rows:
            actor_rows[country] = dict(actor_row(country))
    return [actor_rows[key] for key in sorted(actor_rows)], places


def _fuller(actor: Named) -> tuple[int, str, str]:
    return (-len(actor.name), actor.name, actor.country)


def _story_dates(article: Article) -> tuple[DateWords, ...]:
    return tuple(
        words
        for block in article.story
        for words in find_dates(article.text, block.start, block.end)
    )


def _within(sentences: Sequence[Sentence]) -> Callable[[int], Span]:
    """Offset → the sentence it stands in."""
    spans = [sentence.span for sentence in sentences]
    starts = [span.start for span in spans]

    def at(offset: int) -> Span:
        place = bisect_right(starts, offset) - 1
        inside = place >= 0 and offset < spans[place].end
        return spans[place] if inside else Span(offset, offset)

    return at


def _source(article: Article, when: Published) -> Row:
    meta = article.meta
    titles = [block for block in article.blocks if block.kind == "title"]
    title = article.text[titles[0].start : titles[0].end] if titles else ""
    printed = " ".join(title.split()).lstrip("=+-@#* ")
    story = " ".join(article.text[block.start : block.end] for block in article.story)
    return {
        "source_id": article.source_id,
        "title": meta.get("title") or printed or None,
        "publisher": meta.get("publisher") or None,
        "byline": meta.get("byline") or None,
        "language": meta.get("language") or None,
        "url": meta.get("url") or None,
        "published": when.day,
        "published_earliest": when.earliest,
        "published_latest": when.latest,
        "published_basis": when.basis,
        "derived_from": meta.get("derived_from") or origin(article) or None,
        "basis": "digest" if meta.get("original_sha256") else "original",
        "path": article.path,
        "sha256": article.sha256,
        "original_sha256": meta.get("original_sha256") or None,
        "char_count": len(article.text),
        "word_count": len(story.split()),
        "rights": meta.get("rights") or None,
    }


def _actor(index: Actors, span: Span | None, met: dict[str, Named]) -> str | None:
    if span is None:
        return None
    found = actors_at(index, span)
    if len(found) != 1:
        return None
    met[found[0].actor_id] = found[0]
    return found[0].actor_id


def _figure(
    article: Article,
    draft: FigureDraft,
    days: dict[Span, When],
    index: Actors,
    met: dict[str, Named],
) -> Row:
    low, high = limits(draft.number, draft.bound, draft.unit)
    when = days.get(draft.date) if draft.date else None
    printed, counted = draft.span.of(article.text), draft.counted
    return {
        "source_id": article.source_id,
        "char_start": draft.span.start,
        "char_end": draft.span.end,
        "text": printed,
        "value": draft.number.value,
        "range_to": draft.number.range_to,
        "low": low,
        "high": high,
        "bound": draft.bound,
        "unit": draft.unit,
        "counted": counted if counted and counted in printed.lower() else None,
        "measure": draft.measure or None,
        "of_actor_id": _actor(index, draft.of, met),
        "by_actor_id": _actor(index, draft.by, met),
        "modality": draft.modality,
        "found_by": draft.found_by,
        "_subset_of": draft.subset_of,
        "_date": (when.start, when.end, when.precision) if when and when.start else None,
        "_date_span": (draft.date.start, draft.date.end) if draft.date else None,
    }


def _statement(
    article: Article,
    draft: StatementDraft,
    speaker: Speaker,
    days: dict[Span, When],
    index: Actors,
    met: dict[str, Named],
) -> Row:
    when = days.get(draft.date) if draft.date else None
    known = when is not None and when.precision == "day"
    return {
        "source_id": article.source_id,
        "char_start": draft.span.start,
        "char_end": draft.span.end,
        "kind": draft.kind,
        "quote": draft.span.of(article.text),
        "speaker": speaker.name or None,
        "speaker_char_start": draft.speaker.start if draft.speaker else None,
        "speaker_char_end": draft.speaker.end if draft.speaker else None,
        "speaker_id": _speaker_id(draft, speaker, index, met),
        "affiliation_id": _actor(index, speaker.affiliation, met),
        "cue": draft.cue or None,
        "said_date": when.start if when is not None and known else None,
        "medium": draft.medium or None,
        "found_by": draft.found_by,
        "_continues": draft.continues,
    }


def _speaker_id(
    draft: StatementDraft, speaker: Speaker, index: Actors, met: dict[str, Named]
) -> str | None:
    """The id of who speaks; of a document one that names its issuers, so that no two share one."""
    words = speaker.words or draft.speaker
    found = speaker_at(index, words) if words and speaker.name else None
    last = speaker.name.split()[-1] if speaker.name else ""
    other = found is None or found.kind != "person" or last not in found.name.split()
    if speaker.person and other:
        found = Named(slug("person", speaker.name), speaker.name, "person", "")
    if found is None:
        return None
    if found.kind == "document":
        issuers = _issuers(speaker, index)
        if not issuers:
            return None
        found = Named(slug("document", *issuers, speaker.name), speaker.name, "document", "")
    if found.kind == "person" and not speaker.person and speaker.name != found.name:
        return None  # neither the office of Mr X nor his friends are Mr X
    if is_country(found.actor_id) and words and foreign(words.of(index.text)):
        return None  # "Channel 9 of Ruritania" is not Ruritania
    met[found.actor_id] = found
    return found.actor_id


def _issuers(speaker: Speaker, index: Actors) -> list[str]:
    """Ids of those whose document speaks: as told, or the story's two sides if it is joint."""
    if speaker.affiliation is not None:
        told = [one.actor_id for one in actors_at(index, speaker.affiliation)]
        if told:
            return sorted(told)
    return sorted(index.pair) if speaker.name.startswith("joint ") else []


def _unpaired(article: Article, mark: Unpaired) -> Finding:
    line = article.text.count("\n", 0, mark.offset) + 1
    return Finding(
        "FND-001",
        "warning",
        "statements",
        article.source_id,
        "quote",
        mark.mark,
        f"{article.path}, line {line}, offset {mark.offset}: a quotation mark has no partner in "
        "its paragraph; what stands behind it is read as it is, look whether a mark is missing",
    )
