"""The clauses that a word of saying reports: behind it, before it, around it."""

from typing import Any

from scripts.find.direct import Frame
from scripts.find.sayers import TO_SOMEBODY, told_beside
from scripts.find.sayings import Saying
from scripts.find.small_clauses import QUESTION, Piece, piece

#: Relations of a subject to its verb.
SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"}
_LOOSE = {"advcl", "dep", "parataxis"}
_OBJECTS = {"dobj", "attr", "oprd", "acomp"}
_CONTRAST = {"but", "while", "whereas", "although", "though"}


def _finite(head: Any, a_frame: Frame) -> bool:
    """Whether a complement is a clause with a subject of its own, and no question."""
    edge = head.left_edge
    if edge.lower_ == "so" and edge.dep_ in {"mark", "advmod", "cc"}:
        return False
    if head.tag_ in {"VBN", "VBG"} and not any(c.dep_ in {"aux", "auxpass"} for c in head.lefts):
        # "announced the name of the disease first seen in May"; headlines leave out "was".
        about = [c for noun in head.lefts if noun.dep_ in SUBJECTS for c in noun.lefts]
        if head.tag_ == "VBG" or any(c.dep_ == "det" for c in about):
            return False
    if edge.tag_ in {"WDT", "WP", "WRB", "WP$"} and edge.lower_ != "that":
        return False
    if any(t.lower_ in QUESTION for t in (edge, *head.lefts) if t.dep_ != "nsubj"):
        return False
    return any(child.dep_ in SUBJECTS for child in head.children)


def _attributes(head: Any, a_frame: Frame) -> bool:
    """Whether a clause only says who said it: ", the ministry said in a statement"."""
    if not any(s.verb == head for s in a_frame.sayings) or head.left_edge.i == 0:
        return False
    holds = any(c.dep_ in {"ccomp", "dobj", "xcomp"} for c in head.rights)
    return not holds and _set_off(head)


def _set_off(verb: Any) -> bool:
    """Whether a comma stands before a verb's words."""
    edge = verb.left_edge
    return edge.i > 0 and "," in {edge.text, edge.nbor(-1).text}


def complement(a_frame: Frame, saying: Saying) -> list[Piece]:
    """X said (that) …; …, X said: the clause that the verb takes, one piece for each "that"."""
    verb = saying.verb
    heads = [c for c in verb.children if c.dep_ == "ccomp" and _finite(c, a_frame)]
    behind = [c for c in heads if c.i > verb.i and not _attributes(c, a_frame)]
    behind = [c for c in behind if (c == behind[0] or not _trails(c)) and not _turns(verb, c)]
    if behind:
        return [one for head in behind for one in _after(a_frame, saying, head)]
    loose = [c for c in verb.lefts if c.dep_ in _LOOSE and _main(c) and _finite(c, a_frame)]
    return [one for head in heads + loose if head.i < verb.i for one in _ahead(saying, head)][-1:]


def _turns(verb: Any, head: Any) -> bool:
    """Whether a clause turns away from the verb's: "he denied it, however, a report found …"."""
    between = verb.doc[verb.i + 1 : head.i]
    return any(t.lower_ == "however" and t.head == verb for t in between)


def _trails(head: Any) -> bool:
    """Whether a seeming clause is a participle behind a comma: ", citing the harm done there"."""
    return any(c.dep_ == "csubj" and c.tag_ == "VBG" for c in head.lefts) and _set_off(head)


def _main(head: Any) -> bool:
    """Whether a clause that the parser hung on a verb is a full clause with nothing to lead it."""
    led = any(c.dep_ == "mark" or c.tag_ in {"WRB", "IN"} for c in head.lefts if c.dep_ != "prep")
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ != "TO" for c in head.lefts)
    return not led and (head.tag_ in {"VBD", "VBZ", "VBP"} or helped)


def _ahead(saying: Saying, head: Any) -> list[Piece]:
    """…, X said: all of the verb's own words before the attribution."""
    verb = saying.verb
    if saying.cue.word not in TO_SOMEBODY and any(c.dep_ == "dobj" for c in verb.rights):
        return []
    own = [c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    start = own[-1].left_edge.i if own else verb.i
    if (
        (own and own[-1].i < head.i)
        or start == 0
        or verb.doc[start - 1].text not in {",", '"', "-"}
    ):
        return []
    parts = [t for c in verb.lefts if c.left_edge.i < start for t in c.subtree if t.i < start]
    return [piece(parts, head, "postposed")]


def _after(a_frame: Frame, saying: Saying, head: Any) -> list[Piece]:
    """X said (that) …, a piece for each that."""
    others = {s.verb.i for s in a_frame.sayings if s is not saying}
    left_out: list[Any] = []
    more: list[Piece] = []
    for child in _linked(head):
        marks = {c.lower_ for c in child.lefts if c.dep_ in {"mark", "cc"}}
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.lefts)
        if child.dep_ == "conj" and "that" in marks:
            left_out.append(child)
            more += _after(a_frame, saying, child)
        elif (
            (own and (child.i in others or (_contrasts(child, marks) and not _not_only(head))))
            or (child.i in others and child.tag_ == "VBG" and child.dep_ == "advcl")
            or told_beside(child) is not None
        ):
            left_out.append(child)
    tokens = [t for t in head.subtree if t.i > saying.verb.i]
    edge = min((t.left_edge.i for t in left_out), default=None)
    if edge is not None:
        tokens = [t for t in tokens if t.i < edge]
        while tokens and tokens[-1].dep_ in {"cc", "punct"}:
            tokens = tokens[:-1]
    if (
        tokens
        and tokens[0].lower_ == "that"
        and (tokens[0].dep_ == "mark" or tokens[0].tag_ == "IN")
    ):
        tokens = tokens[1:]
    cut = _cited(tokens)
    tokens = tokens[cut:]
    if _not_only(head) and not any(t.lower_ == "but" for t in tokens):
        return more  # the other half went astray
    return [piece(tokens, head, "complement"), *more]


def _cited(tokens: list[Any]) -> int:
    """How many words before a clause only name its source: "citing a report, [ten died]"."""
    if not tokens or tokens[0].lower_ not in {"citing", "quoting"}:
        return 0
    return next((n + 1 for n, t in enumerate(tokens[:12]) if t.text == ","), 0)


def _contrasts(child: Any, marks: set[str]) -> bool:
    """Whether a clause behind a comma turns away from what was said (", but the talks stalled")."""
    lead = child.doc[child.left_edge.i - 1] if child.left_edge.i else None
    before = child.doc[lead.i - 1].text if lead is not None and lead.i else ""
    if child.dep_ == "conj":
        return lead is not None and lead.lower_ == "but" and before == ","
    return bool(marks & _CONTRAST) and lead is not None and lead.text == ","


def _not_only(head: Any) -> bool:
    """Whether a clause is the first half of "not only does it …, but it …"."""
    first = head.left_edge
    return bool(first.lower_ == "not" and first.nbor(1).lower_ == "only")


def _linked(head: Any) -> list[Any]:
    """Clauses that hang on a clause's verb: its conjuncts and what is adverbial to it."""
    found = []
    for child in head.rights:
        if child.dep_ in {"conj", "advcl", "ccomp", "parataxis"}:
            found.append(child)
        if child.dep_ == "conj":
            found += _linked(child)
    return found


def parenthetical(a_frame: Frame, saying: Saying) -> list[Piece]:
    """…, X said, …: the saying hangs on the clause that it reports."""
    verb, head = saying.verb, saying.verb.head
    named = saying.speaker is not None and saying.rule == "subject"
    named_here = [c.left_edge.i for c in verb.lefts if c.dep_ == "nsubj"]
    first = min([verb.i, *named_here])
    own = {t.i for t in verb.subtree if t.i >= first}
    if verb.dep_ not in {"parataxis", "ccomp", "dep"} or head == verb or not named or not min(own):
        return []
    before = [t.text for t in verb.doc[max(0, first - 2) : first] if t.text != '"']
    if before[-1:] != [","] or any(s.verb == head for s in a_frame.sayings):
        return []
    tokens = [t for t in head.subtree if t.i not in own]
    left = [t for t in tokens if t.i < min(own)]
    right = [t for t in tokens if t.i > max(own)]
    while right and right[0].is_punct:
        right = right[1:]
    side = left if head.i < min(own) else right
    if side is right and not any(c.dep_ in SUBJECTS and c.i > max(own) for c in head.lefts):
        side = tokens
    return [piece(side, head, "parenthetical")]


def _beheaded(head: Any, own: set[int]) -> bool:
    """Whether the parser took a clause's subject for a part of its source's name."""
    finite = head.tag_ in {"VBD", "VBZ", "VBP"} and head.i > max(own)
    return finite and head.dep_ == "ROOT" and not any(c.dep_ in SUBJECTS for c in head.lefts)


def _goes_on(saying: Saying, head: Any) -> bool:
    """Whether a clause is cut in two: "the crew lost, according to X, the whole load"."""
    end = saying.verb.right_edge.i
    source = {t.i for t in saying.verb.subtree}
    if head.i > saying.verb.i or head.i + 2 < saying.verb.i or head.pos_ != "VERB":
        return False
    apart = [t for t in saying.verb.subtree if t.dep_ == "appos" and t.left_edge.tag_ == "DT"]
    parts = [c for c in head.rights if c.dep_ in _OBJECTS and c.i not in source and c.i > end]
    return bool(apart or parts) and not any(c.dep_ in _OBJECTS for c in head.rights if c.i < end)


def headline(saying: Saying) -> list[Piece]:
    """X admits shelling …, X says ready to …: up to the next comma."""
    following: list[Any] = []
    for token in saying.verb.doc[saying.verb.i + 1 :]:
        if token.text in {",", ";", ":"}:
            break
        following.append(token)
    bare = bool(following) and following[0].tag_ in {"VBG", "JJ"}
    if not bare or following[0].dep_ == "amod":
        return []
    return [piece(following, following[0], "headline")]


def according(a_frame: Frame, saying: Saying) -> list[Piece]:
    """According to X, …; …, according to X: the clause without the attribution."""
    rule = "according-to"
    prefix, head = saying.verb, saying.verb.head
    own = {t.i for t in prefix.subtree}
    while head.head != head and (
        head.pos_ not in {"VERB", "AUX"}
        or (head.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in head.lefts))
    ):
        head = head.head
    passed_on = [s for s in a_frame.sayings if s.verb == head and s.speaker is not None]
    if any(s.cue.clause == "yes" and s.real for s in passed_on):
        return []
    tokens = [t for t in head.subtree if t.i not in own]
    left = [t for t in tokens if t.i < min(own)]
    right = [t for t in tokens if t.i > max(own)]
    behind = [t for t in right if not t.is_punct]
    if _goes_on(saying, head) or _beheaded(head, own):
        return []
    subject = max((c.left_edge.i for c in head.lefts if c.dep_ in SUBJECTS), default=0)
    named = [t for t in right if t.i < subject and not t.is_punct]
    if named and all(t.pos_ == "PROPN" for t in named):
        right = [t for t in right if t.i >= subject]  # "according to the mayor, Ann Roe, …"
    if left and behind and not a_frame.outside(behind[0]):
        return []  # "the court ruled, according to X, “…”"
    lead = [t for t in left[-2:] if t.dep_ == "cc"]
    if lead and right:  # "and, according to X, …": the conjunct behind it alone
        return [piece([t for t in right if not t.is_punct or t.i > right[0].i], head, rule)]
    side = left if head.i < min(own) else right
    said = [t for t in side if not t.is_punct]
    if (
        said and said[-1].pos_ == "ADP" and said[-1].dep_ in {"prep", "agent"}
    ):  # "followed by, according to X, two boats"
        return []
    told = any(t.dep_ in SUBJECTS for t in side) or head.dep_ == "ROOT"
    return [piece(side, head, rule)] if told else []
