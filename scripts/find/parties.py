"""Which words of a noun phrase name who has a part: its own, those after "of", an apposition."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from scripts.find import clauses
from scripts.find.behind import organs
from scripts.find.classed import is_person
from scripts.find.drafts import Span
from scripts.find.parse import lemma
from scripts.find.scene import Scene, classes
from scripts.lexicon import rows

#: Possessives of those named before ("shelled their positions").
_OWN = {"its", "their"}
#: The place that a story is sent from, run into its first sentence.
_DATELINE = re.compile(
    r"[^\W\d_a-zß-ÿ][^a-z—–-]{2,30}(?:[A-Z][a-z]+ ){0,2}(?:\([^)]{2,20}\) )?(?:-{1,2}|–|—) "
)


def takes_part(scene: Scene, noun: Any, role: str, kind: str) -> bool:
    """Whether a noun can fill a role: somebody named, people, what is theirs; a town if struck."""
    if scene.is_acting(noun) or scene.is_named(noun):
        return True
    if any(child.dep_ == "poss" and child.lower_ in _OWN for child in noun.children):
        return True
    if role != "target" or kind not in {"ASSAULT", "COERCE", "MOBILIZE"}:
        return False
    return is_town(scene, noun) or bool(_holders(scene, noun))


def is_town(scene: Scene, noun: Any) -> bool:
    """Whether a noun names a town or a region."""
    named = scene.mention(noun)
    return named is not None and named.kind in {"city", "area"}


def _holders(scene: Scene, noun: Any) -> list[Any]:
    """Who has what is struck: "a camp of the rebels", "police posts"."""
    before = [c for c in noun.lefts if c.dep_ in {"compound", "nmod", "amod"}]
    found = [c for c in before if c.lower_ in organs() or (c.dep_ != "amod" and scene.is_acting(c))]
    return found + [of for of in clauses.phrases(noun, {"of"}, deep=False) if scene.is_acting(of)]


def named_parts(scene: Scene, noun: Any) -> Iterator[Span]:
    """The noun phrase; of "the leaders of Chad and Sudan" what stands named after "of"."""
    own = _undated(scene, clauses.noun_phrase(scene.sentence, noun))
    bare = {"role", "pronoun"}
    near = [noun, *clauses.phrases(noun, {"of"}, deep=False)]  # "the minister of Chad, Jane Roe"
    apposed = [c for n in near for c in n.children if c.dep_ == "appos" and is_person(scene, c)]
    if apposed and not any(m.span.meets(own) for m in scene.mentions if m.kind not in bare):
        yield clauses.noun_phrase(scene.sentence, apposed[0])  # "the group's leader, Jane Roe"
        return
    if not any(m.span.meets(own) for m in scene.mentions if m.kind not in bare):
        # "one of these groups, the Union of X": the name stands for a bare number alone
        counted = noun.pos_ == "NUM" or noun.lower_ in {"one", "some"}
        apart = [c for c in noun.children if c.dep_ == "appos" and scene.is_named(c)]
        beside = [c for c in apart if counted or _is_national(scene, c)]
        if beside:
            yield clauses.noun_phrase(scene.sentence, beside[0])
            return
        inner = [of for of in clauses.phrases(noun, {"of"}, deep=False) if scene.is_named(of)]
        if inner and noun.lower_ in _civilians():  # "supporters of Chad" are not Chad
            yield own
            return
        if not inner:
            inner = [of for of in clauses.phrases(noun, {"in"}, deep=False) if scene.is_named(of)]
        if not inner and lemma(noun) in classes()["meeting-partner"]:  # "officials from Peru"
            inner = [of for of in clauses.phrases(noun, {"from"}, deep=False) if scene.is_named(of)]
        if not inner and not scene.is_acting(noun):
            inner = _holders(scene, noun)
        if not inner and not _says_who(noun):  # "members of the presidential guard"
            inner = [of for of in clauses.phrases(noun, {"of"}, deep=False) if scene.is_acting(of)]
        if inner:
            for of in inner:
                yield from named_parts(scene, of)
            return
    yield own


def _says_who(noun: Any) -> bool:
    """Whether a noun says more of people than that they belong to something."""
    return lemma(noun) not in {"member", "leader", "soldier", "officer", "commander", "official"}


@cache
def _civilians() -> frozenset[str]:
    """Nouns of people who are no part of what they are said to be of (`actor_nouns.csv`)."""
    return frozenset(row["word"] for row in rows("actor_nouns") if row["use"] == "civil")


def _is_national(scene: Scene, noun: Any) -> bool:
    """Whether a noun says of what people somebody is: "a third hostage, a Chadian"."""
    own = [noun, *noun.lefts]
    return any(named is not None and named.kind == "demonym" for named in map(scene.mention, own))


def told_at(scene: Scene) -> int:
    """Where a sentence begins behind the place that it is sent from."""
    line = _DATELINE.match(scene.sentence.doc.text)
    return scene.sentence.span.start + line.end() if line else 0


def _undated(scene: Scene, span: Span) -> Span:
    """The span without what the parser put before a name: "On May 4 Chad …", "LIMA - Peru …"."""
    begun = told_at(scene)
    if span.start < begun < span.end:
        span = Span(begun, span.end)
    for day in scene.days:
        if day.meets(span) and day.end < span.end:
            rest = scene.sentence.doc.text[
                day.end - scene.sentence.span.start : span.end - scene.sentence.span.start
            ]
            return Span(span.end - len(rest.lstrip(" ,")), span.end)
    return span
