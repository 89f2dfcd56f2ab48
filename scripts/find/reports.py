"""Find where an article tells of an event: the words, the kind, and who, when and where.

A trigger word (`lexicon/triggers.csv`) gives the PLOVER type and mode; the clause around it gives
the roles. Speech acts that are statements already are none of these, nor is what stands inside
quotation marks. No trigger without somebody who acts or is acted on, and no default type.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from scripts.find import clauses
from scripts.find.drafts import Mention, ReportDraft, Span
from scripts.find.modality import modality
from scripts.find.parse import Sentence, lemma, verb_lemma
from scripts.find.triggers import Fit, Scene, Trigger, classes, fit
from scripts.read.article import Article

#: Types whose denial is news by itself; talks that were not held are no event.
_DEEDS = {"RETREAT", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID"}
#: Second halves of "Qatari-brokered".
_BROKERING = {"brokered", "mediated", "led", "hosted", "sponsored", "facilitated"}
#: Relations across which a clause does not take the date of the one above: what was said on
#: Monday did not happen on Monday.
_OWN_TIME = {"ccomp", "relcl", "parataxis"}
#: Words that put what follows at another time than the clause above.
_SETS_TIME = {"after", "before", "since", "later", "earlier"}
#: Marks that end the reach of a noun's date.
_FAR = re.compile(r"[,;:.()]")
_OTHER_TIME = {"after", "before", "since", "until", "following", "despite"}
LONGEST = 240  #: characters; a longer stretch is cut back to the trigger and its nearest role


class Dated(Protocol):
    """Anything that stands at a span of date words."""

    @property
    def span(self) -> Span:
        """Where the words stand."""


def find_reports(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    dates: Sequence[Dated],
    quoted: Sequence[Span] = (),
) -> tuple[ReportDraft, ...]:
    """The reports of one article, in order.

    Args:
        article: The article; rows come from body blocks only (a headline repeats the body).
        sentences: Its parsed sentences.
        mentions: Names in it.
        dates: Date words in it; anything with a `span`.
        quoted: Stretches inside quotation marks; triggers there are left to the speaker.
    """
    found = []
    for sentence in sentences:
        if article.blocks[sentence.block].kind != "body":
            continue
        near = [m for m in mentions if m.span.meets(sentence.span)]
        days = [d.span for d in dates if d.span.meets(sentence.span)]
        scene = Scene(sentence, near, days)
        fits = [(token, hit) for token in sentence.doc if (hit := fit(scene, token))]
        taken = {token.i: hit.trigger for token, hit in fits}
        for token, hit in fits:
            if any(span.covers(sentence.offset(token)) for span in quoted):
                continue
            if _is_shell(token, hit, taken) or _is_aside(token, hit, taken):
                continue
            report = _report(scene, token, hit, taken, found)
            if report is not None:
                found.append(report)
    return tuple(found)


def _is_shell(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether another trigger says the same thing more closely.

    "agreed to release" is a release that is announced; "conducted a swap" is told once.
    """
    if hit.trigger.type == "AGREE" and token.head.i in taken and token.head.i != token.i:
        above = taken[token.head.i]
        if above.type == "AGREE" and token.dep_ in {"xcomp", "dobj", "acl"}:
            return True  # "agreed to sign", "agreed to normalise ties": one agreement
    if "complement" in hit.trigger.needs and hit.trigger.type == "AGREE":
        inner = [taken[c.i] for c in token.children if c.dep_ == "xcomp" and c.i in taken]
        return any(one.type != "AGREE" for one in inner)
    if hit.trigger.pos == "NOUN":
        above = token.head if token.dep_ in {"dobj", "nsubjpass"} else None
        if token.dep_ == "pobj" and token.head.head.pos_ == "VERB":
            above = token.head.head
        if above is None or above.i not in taken:
            return False
        within = token.dep_ == "pobj" and token.head.lower_ in {"in", "during", "by", "with"}
        return (within or _light(above)) and taken[above.i].type == hit.trigger.type
    return False


def _is_aside(token: Any, hit: Fit, taken: Mapping[int, Trigger]) -> bool:
    """Whether the word only names an aim, a question, a charge or the effect of another event."""
    if token.tag_.startswith("NN"):
        return False
    infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in token.children)
    if infinitive and token.dep_ in {"acl", "advcl", "relcl"}:
        # "a bid to host", "plans to attack", "met to discuss"; but "a pledge to release"
        commits = classes()["commits"]
        return lemma(token.head) not in commits and verb_lemma(token.head) not in commits
    if any(c.tag_ in {"WRB", "WP"} and c.dep_ in {"advmod", "attr"} for c in token.children):
        if token.dep_ == "conj":
            return str(token.head.tag_) == "WRB"
        if token.dep_ == "advcl":
            return lemma(token.head) in classes()["wonder"]
        return token.dep_ in {"ccomp", "pcomp", "acl"}  # "no word on when they were captured"
    if token.dep_ == "pcomp":
        above = token.head.head
        if lemma(above) in classes()["charging"]:
            return True
        if above.pos_ == "NOUN":  # "its objection to Chad hosting"; but "in return for …"
            return lemma(above) not in {"exchange", "return", "swap"}
        return above.i in taken and not clauses.own_subject(token)  # "backs it by withdrawing"
    if _light(token):
        return False
    # "the strike killed …": told already
    told = [taken[s.i].type for s in clauses.subjects(token) if s.i in taken]
    return hit.trigger.type in told


def _light(verb: Any) -> bool:
    """Whether the noun that the verb carries says what happened: "hold talks"."""
    return lemma(verb) in classes()["light"]


def _report(
    scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger], before: Sequence[ReportDraft]
) -> ReportDraft | None:
    trigger = hit.trigger
    told = "occurred" if _beside(token) else modality(token)
    if trigger.pos == "NOUN" and trigger.type != "AGREE" and told == "occurred":
        told = "announced" if _agreed(token) is not None else told
    if told == "possible" or (told == "denied" and trigger.type not in _DEEDS):
        return None
    roles = tuple(_roles(scene, token, hit, taken))
    if trigger.shape == "act!" and not any(role == "source" for role, _ in roles):
        return None
    place = _place(scene, token)
    date = _date(scene, token, taken, told) or _date_before(scene, token, before)
    if date is None and trigger.pos == "NOUN":
        date = _date_behind(scene, token, taken)
    if not roles and place is None and date is None:
        return None
    if trigger.shape in {"mediator", "host"} and not any(role == "source" for role, _ in roles):
        return None
    named = [span for _, span in roles]
    around = [scene.sentence.offset(noun) for noun in hit.objects]
    return ReportDraft(
        span=_extent(scene.sentence, token, [*named, *around], date, taken),
        trigger=scene.sentence.offset(token),
        type=trigger.type,
        mode=trigger.mode,
        modality=told,
        roles=roles,
        date=date,
        place=place,
        found_by=f"{trigger.pos.lower()}-{trigger.shape.strip('!').replace('_', '-')}",
    )


def _roles(
    scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger]
) -> Iterator[tuple[str, Span]]:
    """(role, words) of everybody who has a part; the same words at most once a role."""
    if hit.trigger.pos == "VERB":
        acting, acted_on = clauses.agents(token), list(hit.objects)
        if not any(map(scene.is_named, acting)) and not clauses.is_passive(token):
            acting = clauses.left_neighbours(token) or acting
        partners = clauses.phrases(token, {"with", "between"})
        against = clauses.phrases(token, {"against", "on", "from", "to"})
        for inner in clauses.phrases(token, {"in", "during", "by", "with"}):
            if inner.i in taken and taken[inner.i].type == hit.trigger.type:
                against += clauses.phrases(inner, {"against", "on"}, deep=False)
    else:
        acting = clauses.possessors(token) + clauses.phrases(token, {"by"}, deep=False)
        acting += _adjectival(scene, token)
        behind = [c for c in token.children if c.dep_ in {"acl", "relcl"} and c.pos_ == "VERB"]
        acting += [noun for verb in behind for noun in clauses.agents(verb) if noun != token]
        acted_on = list(hit.objects)
        partners = clauses.phrases(token, {"with", "between", "among"}, deep=False)
        against = clauses.phrases(token, {"against", "on", "to", "from"}, deep=False)
        if not acting and not partners:
            acting, partners = _from_light_verb(token)
    seen: set[tuple[str, Span]] = set()
    for role, nouns in _share(hit.trigger.shape, acting, acted_on, partners, against):
        for noun in nouns:
            if noun.i in taken or not (scene.is_acting(noun) or scene.is_named(noun)):
                continue
            for span in _named_parts(scene, noun):
                if (role, span) not in seen:
                    seen.add((role, span))
                    yield role, span
    for span in _brokers(scene, token):
        yield "mediator", span


def _named_parts(scene: Scene, noun: Any) -> Iterator[Span]:
    """The noun phrase; of "the leaders of Chad and Sudan" what stands named after "of"."""
    own = _undated(scene, clauses.noun_phrase(scene.sentence, noun))
    if not any(m.span.meets(own) for m in scene.mentions):
        beside = [c for c in noun.children if c.dep_ == "appos" and scene.is_named(c)]
        if beside:
            yield clauses.noun_phrase(scene.sentence, beside[0])
            return
        inner = [of for of in clauses.phrases(noun, {"of", "in"}, deep=False) if scene.is_named(of)]
        if inner:
            yield from (clauses.noun_phrase(scene.sentence, of) for of in inner)
            return
    yield own


def _undated(scene: Scene, span: Span) -> Span:
    """The span without date words that the parser put before a name: "On May 4 Chad …"."""
    for day in scene.days:
        if day.meets(span) and day.end < span.end:
            rest = scene.sentence.doc.text[
                day.end - scene.sentence.span.start : span.end - scene.sentence.span.start
            ]
            return Span(span.end - len(rest.lstrip(" ,")), span.end)
    return span


def _share(
    shape: str, acting: list[Any], acted_on: list[Any], partners: list[Any], against: list[Any]
) -> Iterator[tuple[str, list[Any]]]:
    match shape:
        case "mutual":
            yield "source", acting + acted_on + partners
        case "mutual_both":
            yield "source", acting + partners
            yield "target", acting + partners
        case "transfer":
            yield "source", acting
            yield "target", acted_on
        case "receive":
            yield "target", acting + acted_on
        case "flee":
            yield "source", acting or acted_on
        case "host":
            yield "host", acting
            yield "source", acted_on + partners
        case "mediator":
            yield "mediator", acting
            yield "source", acted_on + partners
        case _:
            yield "source", acting
            yield "target", acted_on
            yield "target", against


def _adjectival(scene: Scene, noun: Any) -> list[Any]:
    """Adjectives of nationality before a deverbal noun: "the Russian offensive"."""
    found = []
    for child in noun.lefts:
        named = scene.mention(child)
        if child.dep_ in {"amod", "compound", "nmod"} and named is not None:
            brokered = child.lower_.endswith(("-led", "-brokered", "-mediated", "-hosted"))
            if named.kind in {"demonym", "country", "organisation", "capital"} and not brokered:
                found.append(child)
    return found


def _agreed(noun: Any) -> Any | None:
    """The verb of "agreed on steps and on an exchange of prisoners"."""
    if noun.dep_ not in {"pobj", "conj"}:
        return None
    return next((verb for verb in noun.ancestors if lemma(verb) == "agree"), None)


def _from_light_verb(noun: Any) -> tuple[list[Any], list[Any]]:
    """Who holds the talks, fights the war: the subject and partners of the verb above."""
    above = noun.head
    if noun.dep_ in {"pobj", "conj"}:  # "agreed on steps and on an exchange"
        verb = _agreed(noun)
        return (clauses.agents(verb), []) if verb is not None else ([], [])
    if above.pos_ != "VERB" or noun.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return [], []
    verbs = [above, *(v for v in above.conjuncts if v.pos_ == "VERB")]
    beside = [n for v in verbs for n in clauses.phrases(v, {"with", "between", "against"})]
    return (clauses.agents(above) if noun.dep_ == "dobj" else []), beside


def _brokers(scene: Scene, token: Any) -> Iterator[Span]:
    """The name before the hyphen of "Qatari-brokered"."""
    nouns = [token, *(c for c in token.children if c.dep_ in {"dobj", "pobj"})]
    for noun in nouns:
        for child in noun.lefts:
            for part in child.subtree:
                if part.lower_ in _BROKERING and part.i and part.nbor(-1).text == "-":
                    before = [t for t in child.subtree if t.i < part.i and t.is_alpha] or [part]
                    span = scene.sentence.cover(before)
                    if any(m.span.meets(span) for m in scene.mentions):
                        yield span


def _beside(token: Any) -> bool:
    """Whether a clause stands beside the main one, its subject with it: "with Chad refusing"."""
    under_with = token.dep_ in {"pcomp", "pobj"} and token.head.lower_ == "with"
    negated = any(child.dep_ == "neg" for child in token.children)
    return token.lower_.endswith("ing") and under_with and not negated


def _date(scene: Scene, token: Any, taken: Mapping[int, Trigger], told: str) -> Span | None:
    """Date words of the trigger's own clause, else of a clause that governs it.

    What was announced on Monday bears Monday, the day of the announcement.
    """
    hung: dict[int, Span] = {}
    for day in scene.days:
        words = scene.sentence.tokens(day)
        if words:
            top = min(words, key=lambda t: len(list(t.ancestors)))
            top = words[-1] if words[-1].lower_ in _SETS_TIME else top
            hung.setdefault(_holder(top, token, taken), day)
    here = token
    while True:
        if here.i in hung:
            return hung[here.i]
        above = here.head
        promised = here.dep_ == "ccomp" and told == "announced"
        apart = here.dep_ in _OWN_TIME and above.i not in taken and not promised
        apart = apart or above.lower_ in _OTHER_TIME
        if above.i == here.i or apart:
            return None
        joined = here.dep_ == "conj" and clauses.own_subject(here)
        if joined and (above.i not in taken or taken[above.i].mode != taken[token.i].mode):
            return None  # "in May Peru jailed a spy, and a court freed him" gives no second day
        here = above


def _holder(date: Any, token: Any, taken: Mapping[int, Trigger]) -> int:
    """Index of the word that a date belongs to: its nearest verb or trigger.

    The date of a participle or relative clause behind a noun dates the noun: "a statement issued
    on Monday".
    """
    for above in date.ancestors:
        if above.i == token.i or above.i in taken:
            return int(above.i)
        if above.pos_ in {"VERB", "AUX"} and above.dep_ == "advcl" and date.lower_ in _SETS_TIME:
            return int(above.head.i)  # "a month after the war ended" dates the clause above
        if above.pos_ in {"VERB", "AUX"} and above.dep_ != "amod":
            behind_noun = above.dep_ in {"acl", "relcl"} and above.head.i in {token.i, *taken}
            return int(above.head.i if behind_noun else above.i)
    return int(date.sent.root.i)


def _date_behind(scene: Scene, token: Any, taken: Mapping[int, Trigger]) -> Span | None:
    """The first date after a noun, with no mark, other date or trigger between them."""
    end = scene.sentence.offset(token).end
    others = [scene.sentence.offset(scene.sentence.doc[i]) for i in taken if i != token.i]
    for day in sorted(scene.days):
        if day.start < end:
            continue
        first = scene.sentence.span.start
        between = scene.sentence.doc.text[end - first : day.start - first]
        crossed = any(end <= other.start < day.start for other in others)
        return None if crossed or _FAR.search(between) or len(between) > 60 else day
    return None


def _date_before(scene: Scene, token: Any, before: Sequence[ReportDraft]) -> Span | None:
    """The date of what was told last, where the clause says that this ended or followed it.

    "They fought in 2011. That ended with a truce."
    """
    verb = clauses.clause_head(token)
    if lemma(verb) not in classes()["ending"] or not before:
        return None
    words = {child.lower_ for child in verb.children if child.dep_ == "nsubj"}
    pointing = bool(words & {"that", "this", "it", "which"})
    near = scene.sentence.span.start - before[-1].span.end < LONGEST
    return before[-1].date if pointing and near else None


def _place(scene: Scene, token: Any) -> Span | None:
    """A named place in a phrase of place of the trigger or of the verb that carries it."""
    words = {"in", "at", "near", "over", "from", "into", "outside", "across", "around"}
    heads = [token]
    if token.pos_ in {"NOUN", "PROPN"} and token.head.pos_ == "VERB":
        heads.append(token.head)
    heads += [
        c for noun in [token, *clauses.objects(token)] for c in noun.children if c.dep_ == "relcl"
    ]
    for head in heads:
        for noun in clauses.phrases(head, words):
            if scene.is_place(noun):
                return clauses.noun_phrase(scene.sentence, noun)
    return None


def _extent(
    sentence: Sentence,
    token: Any,
    around: Sequence[Span],
    date: Span | None,
    taken: Mapping[int, Trigger],
) -> Span:
    """From the first to the last word that the report rests on; at most LONGEST characters.

    It never reaches over the trigger of another report.
    """
    core = sentence.offset(token)
    others = [sentence.offset(sentence.doc[i]) for i in taken if i != token.i]
    start, end = core.start, core.end
    for part in sorted(
        [*around, *([date] if date else [])], key=lambda s: abs(s.start - core.start)
    ):
        low, high = min(start, part.start), max(end, part.end)
        crossed = any(low < other.start < high and not part.covers(other) for other in others)
        if high - low <= LONGEST and not crossed:
            start, end = low, high
    return Span(start, end)
