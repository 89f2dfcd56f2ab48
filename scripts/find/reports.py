"""Find where an article tells of an event: the words, the kind, and who, when and where.

A trigger word (`lexicon/triggers.csv`) gives the PLOVER type and mode; the clause around it gives
the roles. Speech acts that are statements already are none of these, nor is what stands inside
quotation marks. No trigger without somebody who acts or is acted on, and no default type.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from scripts.find import clauses
from scripts.find.asides import is_aside, is_set, is_shell
from scripts.find.behind import agreed, within
from scripts.find.deed_words import deed_words
from scripts.find.drafts import Mention, ReportDraft, Span
from scripts.find.modality import modality
from scripts.find.nominal import is_told, takes_place
from scripts.find.parse import Sentence, lemma
from scripts.find.pointers import is_several, pointer
from scripts.find.report_dates import LONGEST, date_before, date_behind, date_beside, own_date
from scripts.find.roles import roles
from scripts.find.scene import Scene, classes
from scripts.find.topics import (
    is_about_games,
    is_always_killed,
    is_campaign,
    is_game,
    is_mishap,
    is_violent,
    spoken,
)
from scripts.find.triggers import Fit, Trigger, deed_nouns, fit
from scripts.find.where import place
from scripts.read.article import Article

#: Types whose denial is news by itself; talks that were not held are no event.
_DEEDS = {"RETREAT", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "AID"}
#: Types of what is done rather than said.
_DONE = _DEEDS | {"CONSULT", "PROTEST"}
#: Types that need somebody who speaks.
_WORDS = {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"}
#: Modes in which people leave.
_UPROOTED = {"flee", "displace"}
#: Types whose words games use as well.
_FORCE = {"ASSAULT", "RETREAT", "MOBILIZE"}
#: Modes that the simple present tells of as a state: "Peru backs the rebels".
_STANDING = {"endorse", "oppose", "alliance"}


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
        mentions: Names in it, in order; none meets another.
        dates: Date words in it; anything with a `span`.
        quoted: Stretches inside quotation marks; triggers there are left to the speaker.
    """
    found: list[ReportDraft] = []
    games = is_about_games(sentences)
    talk = spoken(sentences, quoted)
    for at, sentence in enumerate(sentences):
        if article.blocks[sentence.block].kind != "body" or sentence.block in talk:
            continue
        first = bisect_right(mentions, sentence.span.start, key=_end)
        near = mentions[first : bisect_left(mentions, sentence.span.end, lo=first, key=_start)]
        days = [d.span for d in dates if d.span.meets(sentence.span)]
        scene = Scene(sentence, near, days, sentences[at - 1] if at else None)
        fits = [(token, hit) for token in sentence.doc if (hit := fit(scene, token))]
        taken = {token.i: hit.trigger for token, hit in fits}
        for token, hit in fits:
            if any(span.covers(sentence.offset(token)) for span in quoted):
                continue
            if hit.trigger.type in _FORCE and (games or is_game(sentence)):
                continue
            if is_shell(token, hit, taken) or is_aside(token, hit, taken):
                continue
            report = _report(scene, token, hit, taken, found)
            if report is not None:
                found.append(report)
    return tuple(found)


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end


def _report(
    scene: Scene, token: Any, hit: Fit, taken: Mapping[int, Trigger], before: Sequence[ReportDraft]
) -> ReportDraft | None:
    trigger = hit.trigger
    if trigger.mode in _STANDING and token.tag_ in {"VBZ", "VBP"}:
        return None
    told_by = [token, *hit.objects]
    if trigger.type == "PROTEST" and is_campaign(told_by, scene.sentence, scene.before):
        return None
    told = "occurred" if _beside(token) or _already(token) else modality(token)
    if told == "occurred" and lemma(token) in classes()["invites"]:
        told = "announced"  # who is invited has not come yet
    if told == "occurred" and (_is_heralded(token, trigger) or is_set(token)):
        told = "announced"
    if trigger.pos == "NOUN" and trigger.type != "AGREE" and told == "occurred":
        told = "announced" if agreed(token) is not None else told
    if told == "possible" or (told == "denied" and (trigger.type not in _DEEDS or _ahead(token))):
        return None
    parts = tuple(roles(scene, token, hit, taken))
    by_deed = bool(clauses.lemmas(within(token)) & deed_nouns())
    doubtful = trigger.shape == "act!" and not by_deed and all(r != "source" for r, _ in parts)
    if doubtful and not _is_deliberate(scene, token, hit, taken, before):
        return None
    if trigger.shape == "brokered" and all(noun.tag_ == "NNS" for noun in hit.objects):
        return None  # "the agreements reached had been mediated by Chad"
    if trigger.mode in _UPROOTED and _by_nature(scene, token):
        return None
    if trigger.mode in {"curfew", "sanctions"} and is_mishap(scene.sentence, scene.before):
        return None  # an emergency declared over a storm, measures against a disease
    where = place(scene, token, hit, taken)
    dating = own_date(scene, token, taken, told) or date_beside(scene, token)
    date = dating.span if dating else date_before(scene, token, before)
    if date is None and trigger.pos == "NOUN":
        date = date_behind(scene, token, taken)
    lent, bare = (dating.lent, dating.bare) if dating else (False, False)
    if trigger.type in _DONE and date is None and _is_habit(token):
        return None
    told_alone = _stands_alone(scene, token, hit) or _goes_on(token, trigger, before)
    if not parts and where is None and date is None and not told_alone:
        return None
    shared = any(role == "source" for role, _ in parts)
    in_general = token.tag_ != "VBD" and not _ahead(token)
    if trigger.shape in {"mediator", "host"} and not shared and in_general:
        return None  # "the state that hosts the talks"; but "Oman hosted two rounds of talks"
    named = [span for _, span in parts]
    around = [scene.sentence.offset(noun) for noun in hit.objects]
    within_reach = date is not None and not lent and scene.sentence.span.covers(date)
    deed, acted_on = deed_words(scene, token, hit)
    return ReportDraft(
        span=_extent(
            scene.sentence, token, [*named, *around], date if within_reach else None, taken
        ),
        trigger=scene.sentence.offset(token),
        type=trigger.type,
        mode=trigger.mode,
        modality=told,
        roles=parts,
        date=date,
        place=where,
        several=is_several(token, hit.objects),
        pointer=pointer(token, hit.objects, trigger.type) if date is None else None,
        lent=lent,
        bare=bare,
        deed=deed,
        acted_on=acted_on,
        found_by=f"{trigger.pos.lower()}-{trigger.shape.strip('!').replace('_', '-')}",
    )


def _is_heralded(verb: Any, trigger: Trigger) -> bool:
    """Whether an exchange is announced, which takes its time: "announced a swap on Monday"."""
    return trigger.mode == "prisoner_exchange" and lemma(verb) == "announce"


def _is_deliberate(
    scene: Scene,
    token: Any,
    hit: Fit,
    taken: Mapping[int, Trigger],
    before: Sequence[ReportDraft],
) -> bool:
    """Whether people of whom nobody says who killed them were killed in an event of their own.

    They may have died in an accident, or in the attack that was told just now.
    """
    start = scene.sentence.span.start
    near = start if scene.before is None else scene.before.span.start
    elsewhere = bool(scene.days) or place(scene, token, hit, taken) is not None
    if not elsewhere and any(
        one.type == "ASSAULT" and near < one.span.end <= start for one in before
    ):
        return False
    if clauses.lemmas(within(token)) & classes()["violence-sign"]:
        return True  # "killed by a car bomb"
    beside = any(one.type == "ASSAULT" for i, one in taken.items() if i != token.i)
    mishap = is_mishap(scene.sentence, scene.before)
    violent = is_violent(scene.sentence, scene.before, token)
    return not beside and not mishap and (violent or any(map(is_always_killed, hit.objects)))


def _by_nature(scene: Scene, token: Any) -> bool:
    """Whether people were driven out by a storm or an accident rather than by force."""
    mishap = is_mishap(scene.sentence, scene.before)
    return mishap and not is_violent(scene.sentence, scene.before, token)


def _stands_alone(scene: Scene, token: Any, hit: Fit) -> bool:
    """Whether a deed is told though its words name nobody, no place and no day.

    "Hundreds marched", "clashes broke out": the clause says that it was done.
    """
    if hit.trigger.type in _WORDS:
        return False
    if hit.trigger.pos == "NOUN":
        asserted = token.dep_ in {"nsubj", "nsubjpass"} and token.head.tag_ in {"VBD", "VBN"}
        hit_one = clauses.phrases(token, {"on", "against", "by", "near"}, deep=False)
        return bool(asserted or hit.objects or hit_one) or is_told(scene, token)
    return bool(hit.objects) or clauses.own_subject(token)


def _goes_on(noun: Any, trigger: Trigger, before: Sequence[ReportDraft]) -> bool:
    """Whether a noun says more of what was told before: "The talks lasted six hours"."""
    pointed = any(child.lower_ in {"the", "these", "this"} for child in noun.children)
    known = any((one.type, one.modality) == (trigger.type, "occurred") for one in before)
    return pointed and known and takes_place(noun)


def _is_habit(token: Any) -> bool:
    """Whether the simple present tells what is done at all times: "they do not levy fines"."""
    if any(child.dep_ == "aux" and child.lower_ in {"do", "does"} for child in token.children):
        return True
    base = token.tag_ == "VBP" and lemma(token) not in classes()["same-past"]
    helped = any(child.dep_ in {"aux", "auxpass"} for child in token.children)
    return (base or token.tag_ == "VBZ") and not helped


def _beside(token: Any) -> bool:
    """Whether a clause stands beside the main one, its subject with it: "with Chad refusing"."""
    under_with = token.dep_ in {"pcomp", "pobj"} and token.head.lower_ == "with"
    negated = any(child.dep_ == "neg" for child in token.children)
    return token.lower_.endswith("ing") and under_with and not negated


def _ahead(verb: Any) -> bool:
    """Whether a deed is denied that has yet to come: "would not halt its raids"."""
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)


def _already(noun: Any) -> bool:
    """Whether a noun names what came before: "after his conviction he agreed to help"."""
    return bool(noun.dep_ == "pobj" and noun.head.lower_ in {"after", "following", "since"})


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
