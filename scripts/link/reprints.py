"""What copies of one text tell in the same sentence is of one event, however little they tell."""

from collections.abc import Iterable, Mapping

from scripts.link.account import Account, together
from scripts.link.atlas import Atlas
from scripts.link.independence import united
from scripts.link.values import Row
from scripts.link.words import WORD, plain, sentence_of

#: Words of a sentence that tells of one event; what is shorter ("They met.") is said of many.
_OWN = 10

Key = tuple[str, str, str]


def join_reprints(
    accounts: Iterable[Account],
    reports: Mapping[str, Row],
    texts: Mapping[str, str],
    copied: Iterable[tuple[str, str]],
    atlas: Atlas,
) -> list[Account]:
    """The accounts, those in one that copies of a text print word for word.

    Days that exclude each other still keep them apart: a text printed a week later says "on
    Monday" of another day.

    Args:
        accounts: One account an event and article.
        reports: Rows of `reports` by id.
        texts: source_id → text of the article.
        copied: Pairs of sources that print one text (`copies.copies`).
        atlas: The places.
    """
    pairs = list(copied)
    group = united({source for pair in pairs for source in pair}, pairs)
    found: list[Account] = []
    numbers: dict[Key, list[int]] = {}
    for account in sorted(accounts, key=lambda account: account.founder):
        keys = [_key(reports[one], texts, group) for one in account.reports]
        known = [key for key in dict.fromkeys(keys) if key is not None]
        number = _same(account, [n for key in known for n in numbers.get(key, ())], found, atlas)
        if number == len(found):
            found.append(account)
        for key in known:
            numbers.setdefault(key, []).append(number)
    return found


def _same(account: Account, numbers: Iterable[int], found: list[Account], atlas: Atlas) -> int:
    """The number of the account that this one is put into, or the next number."""
    for number in numbers:
        if not found[number].sources & account.sources:
            joined = together(found[number], account, atlas)
            if joined is not None:
                found[number] = joined
                return number
    return len(found)


def _key(report: Row, texts: Mapping[str, str], group: Mapping[str, str]) -> Key | None:
    source = report["source_id"]
    if source not in group:
        return None
    sentence = sentence_of(texts.get(source, ""), report["char_start"], report["char_end"])
    words = [plain(word) for word in WORD.findall(sentence)]
    if len(words) < _OWN:
        return None
    return group[source], " ".join(words), str(report["trigger_text"]).lower()
