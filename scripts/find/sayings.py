"""Words of saying at work in a sentence: which verb reports, and whose words.

The search goes by clause, never by distance: a verb takes the speaker that its grammar gives it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from scripts.find.cues import VERB_TAGS, Cue, cue_of, person_nouns, verbs, words
from scripts.find.drafts import Span
from scripts.find.parse import Sentence, lemma
from scripts.find.sayers import MADE_TO, cited, inverted, issuer, passive, speaker_of
from scripts.find.titles import titles
from scripts.find.trailing import trailing_head

_UNREAL_AUX = {"would", "could", "should", "may", "might", "can", "must", "ca", "will", "wo", "'d"}
_UNREAL_MARK = {"if", "unless", "whether", "though"}
#: The writer, the reader, and what stands for no speaker ("that said, …").
_WRITER = {"'s", "let", "i", "we", "you", "me", "us", "that", "this", "there", "what"}
_PEOPLE = ("ers", "ists", "ians", "men", "women", "person", "ors")
_AUTHOR = {"i", "we"}
#: Verbs whose infinitive was done: "went on to say", "took to X to announce".
_GOING_ON = {"go", "continue", "proceed", "take", "return", "issue", "rise", "use", "hasten"}

#: Verbs whose participle was not done: "denied saying".
_UNDONE = {"deny", "avoid", "stop", "regret", "consider", "resist", "risk", "refuse"}

#: Words beside which a phrase names the source: "according to X", "per X", "in the words of X".
_SOURCES = {"according", "per", "words"}

#: What things are done by, said by nobody: "according to their choice".
_MEASURES = {"choice", "need", "ability", "taste", "wish", "liking", "size", "age", "means", "rank"}

ACCORDING = Cue("according", "yes", frozenset(), frozenset(), "")


@dataclass(frozen=True)
class Saying:
    """A word of saying in a sentence.

    verb: its token ("according" where no verb is). speaker: head token of the words that name the
    speaker, None where the clause names none. real: neither denied nor wished nor asked, nor the
    writer's own.
    """

    verb: Any
    cue: Cue
    speaker: Any | None
    real: bool
    rule: str  #: subject | agent | shared-subject | quoted-as | issuer | according-to | trailing …


def sayings(sentence: Sentence, quoted: Iterable[Span]) -> tuple[Saying, ...]:
    """The words of saying of a sentence, outside its quotations, in the order of the text."""
    marked = tuple(quoted)
    found = []
    for token in sentence.doc:
        if token.lower_ in _SOURCES:
            saying = _according(token)
        elif marked and _unmarked(sentence, token, marked):
            saying = Saying(token, _form_of(token) or ACCORDING, _turned(token), True, "subject")
        elif (token.tag_ in VERB_TAGS or token.dep_ == "ROOT") and cue_of(token) is not None:
            saying = _saying(token)
        elif marked and _mistagged(sentence, token, marked):
            saying = Saying(token, _form_of(token) or ACCORDING, None, True, "none")
        else:
            continue
        if saying is None or _within(sentence, token, marked):
            continue
        if saying.speaker is not None and _within(sentence, saying.speaker, marked):
            real = _is_real(token)
            saying = replace(saying, speaker=inverted(token), real=real, rule="subject")
        elif saying.rule == "writer":
            saying = replace(saying, speaker=None)
        found.append(saying)
    return tuple(found)


def _within(sentence: Sentence, token: Any, spans: tuple[Span, ...]) -> bool:
    place = sentence.offset(token)
    return any(place.meets(span) for span in spans)


def _form_of(token: Any) -> Cue | None:
    for ending in ("ed", "d"):
        if token.lower_.endswith(ending) and token.lower_.removesuffix(ending) in verbs():
            return verbs()[token.lower_.removesuffix(ending)]
    return None


def _unmarked(sentence: Sentence, token: Any, marked: tuple[Span, ...]) -> bool:
    """“…” tweeted X: behind a quotation without a comma, which parsers take for an adjective."""
    if token.dep_ != "amod" or _form_of(token) is None or token.i + 1 == len(token.doc):
        return False
    start = sentence.offset(token).start
    return any(0 < start - span.end <= 1 for span in marked) and _turned(token) is not None


def _turned(verb: Any) -> Any | None:
    """The last word of the name behind a verb."""
    name = None
    for token in verb.doc[verb.i + 1 :]:
        if token.pos_ not in {"PROPN", "DET", "ADJ", "NOUN"} and token.lower_ != "of":
            break
        name = token if token.pos_ == "PROPN" else name
    return name


def _mistagged(sentence: Sentence, token: Any, marked: tuple[Span, ...]) -> bool:
    """A word of saying taken for a noun, at the end of a sentence right behind a quotation."""
    if token.pos_ not in {"NOUN", "ADJ"} or _form_of(token) is None:
        return False
    last = token.i + 1 == len(token.doc) or token.nbor(1).is_punct
    start = sentence.offset(token).start
    return last and any(0 < start - span.end < 40 for span in marked)


def _according(token: Any) -> Saying | None:
    for source in _sources(token):
        noun = _name_end(source)
        if any(c.tag_ == "PRP$" for c in noun.lefts) and not _is_source(noun):
            continue  # "according to their choice"
        if _can_speak(noun):
            return Saying(token, ACCORDING, issuer(noun), True, "according-to")
    return None


def _is_source(noun: Any) -> bool:
    return _is_sayer(noun) or not {lemma(noun), noun.lower_} & _MEASURES


def _name_end(noun: Any) -> Any:
    """The last word of a name that the parser cut: "according to [Ohio] Senator Jane Roe, …"."""
    last = noun
    while last.pos_ == "PROPN" and last.i + 1 < len(last.doc) and last.nbor(1).pos_ == "PROPN":
        last = last.nbor(1)
    inside = noun.i < last.i and last.i > noun.right_edge.i
    return last if inside and last.i + 1 < len(last.doc) and last.nbor(1).text == "," else noun


def _sources(token: Any) -> list[Any]:
    """The nouns behind "according to", "per" before a comma, and "in the words of"."""
    if token.lower_ == "per":
        nouns = [
            c for c in token.children if c.dep_ == "pobj" and (c.tag_ == "NNP" or list(c.lefts))
        ]
        edge = token.right_edge.i + 1
        ends = token.i == 0 and edge < len(token.doc) and token.doc[edge].text == ","
        return nouns if ends or (token.i and token.nbor(-1).text == ",") else []
    if token.lower_ == "words" and (token.head.lower_ != "in" or token.dep_ != "pobj"):
        return []
    led = "to" if token.lower_ == "according" else "of"
    nouns = [c for c in token.lefts if c.dep_ == "poss" and led == "of"]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == led:
            nouns += [noun for noun in child.children if noun.dep_ == "pobj"]
    return nouns


def _saying(verb: Any) -> Saying | None:
    if verb.dep_ in {"amod", "compound"}:
        return None
    speaker, rule = speaker_of(verb)
    behind = trailing_head(verb) if rule != "subject" else None
    if behind is not None and _is_sayer(behind):
        speaker, rule = behind, "trailing"
    source = cited(verb, speaker)
    if source is not None and _can_speak(source):
        speaker = source
    cue = cue_of(verb)
    if speaker is not None and cue is not None and cue.needs == "speaker":
        speaker = speaker if _is_sayer(speaker) else None
        return Saying(verb, cue, speaker, _is_real(verb), rule) if speaker is not None else None
    if speaker is not None and not _can_speak(speaker):
        own = cue is not None and speaker.lower_ in _AUTHOR and not _shouts(speaker)
        return Saying(verb, cue, speaker, False, "writer") if own and cue is not None else None
    acted_on = speaker is not None and rule == "shared-subject" and speaker.dep_ == "nsubjpass"
    if acted_on and not _is_sayer(speaker):
        speaker, rule = None, "none"  # "inquiries were opened, …, confirming"
    if verb.dep_ == "acl" and speaker is None and passive(verb):
        return None  # "a song called …"
    return Saying(verb, cue, speaker, _is_real(verb), rule) if cue is not None else None


def _is_sayer(noun: Any) -> bool:
    """Whether a noun is a name, a person, a body or a text, and no mere sign of something."""
    words_ = {lemma(noun), noun.lower_}
    known = (words(kind) for kind in ("institution", "outlet", "document", "study"))
    return _can_speak(noun) and (
        noun.pos_ in {"PROPN", "NUM"}
        or (noun.pos_ == "PRON" and noun.lower_ not in {"it", "which", "that"})
        or any(words_ & listed for listed in known)
        or bool(words_ & person_nouns())
        or noun.lower_.endswith(_PEOPLE)
        or bool(titles(noun.text))
    )


def _shouts(noun: Any) -> bool:
    """Whether "us" is the country."""
    return bool(noun.text == "US")


def _can_speak(noun: Any) -> bool:
    writer = noun.lower_ in _WRITER and not _shouts(noun)
    if any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in noun.lefts):
        return False
    if any(c.lower_ == "your" for c in noun.lefts):
        return False  # "if your friend says": nobody's friend
    return not writer and not {lemma(noun), noun.lower_} & words("not_speaker")


def _asks(verb: Any) -> bool:
    """Whether its clause is a question: "How did they describe the plan?"."""
    own = [c for c in verb.lefts if c.dep_ == "nsubj"]
    turned = any(c.dep_ == "aux" and own and c.i < own[0].i for c in verb.lefts)
    return turned and any(token.text == "?" for token in verb.doc[-2:])


def _is_real(verb: Any) -> bool:
    if _asks(verb):
        return False
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "nor"}:
            return False
        if child.dep_ in {"aux", "auxpass"} and child.lower_ in _UNREAL_AUX:
            return False
        if child.dep_ in {"mark", "advmod"} and child.lower_ in _UNREAL_MARK:
            return False
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return lemma(verb.head) not in _UNDONE and _is_real(verb.head)
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts):
        return lemma(verb.head) in _GOING_ON | MADE_TO and _is_real(verb.head)
    return True
