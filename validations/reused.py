"""What must hold between the tables and the ids that releases published: none goes astray.

Nobody who cites an id may find another row under it, and what was published under an id is found
under that id, or under that of the published row which took it in.
"""

from collections.abc import Sequence

from schemas.tables import table as table_schema
from validations.published import JOINED, PublishedId, alike, members_of, words_of
from validations.rule import Finding, LinkRule, Tables


def reused_ids(tables: Tables, published: Sequence[PublishedId]) -> list[Finding]:
    """Ids that were published for one row and now stand for another.

    Args:
        tables: All tables.
        published: The ids that were published, in use or withdrawn.

    A row of `events`, `utterances` or `comparisons` is another one if it shares no member with
    what was published; a row of `reports`, `figures` or `statements` if its source is another or
    its words have too little in common with those that were published. A corrected number is no
    other row.
    """
    members, words = members_of(tables), words_of(tables)
    found = []
    for one in published:
        held = members[one.table].get(one.id)
        if held is None:
            continue
        now = ", ".join(held[:3])
        if set(held).isdisjoint(one.members):
            why = f"was published for {', '.join(one.members[:3])} and now stands for {now}"
        elif one.table not in JOINED and not alike(one.words, words.get(one.id, "")):
            why = f"was published for “{one.words}” and now stands for “{words.get(one.id, '')}”"
        else:
            continue
        sentence = (
            f"{one.id} {why}; change a word in the sentence of the new row, so that it gets an id "
            "of its own, or restore curation/ids.csv if somebody edited it"
        )
        found.append(_finding("IDS-001", one, sentence))
    return found


def renamed_ids(tables: Tables, published: Sequence[PublishedId]) -> list[Finding]:
    """Published ids of joined rows that are gone while their row is there under a new id.

    Args:
        tables: All tables.
        published: The ids that were published, in use or withdrawn.
    """
    known = {one.id for one in published}
    members = members_of(tables)
    found = []
    for name in JOINED:
        holder: dict[str, list[str]] = {}
        for row, held in members[name].items():
            if row not in known:
                for member in held:
                    holder.setdefault(member, []).append(row)
        for one in published:
            if one.table != name or one.id in members[name]:
                continue
            rows = sorted({row for member in one.members for row in holder.get(member, ())})
            if rows:
                sentence = (
                    f"{one.id} was published since {one.since}, and its row now has the new id "
                    f"{rows[0]}; build the data set again, so that the row keeps its id"
                )
                found.append(_finding("IDS-002", one, sentence))
    return found


def _finding(rule_id: str, one: PublishedId, sentence: str) -> Finding:
    column = table_schema(one.table).primary_key[0]
    return Finding(rule_id, "error", one.table, one.id, column, one.id, sentence)


def published_rules(published: Sequence[PublishedId]) -> tuple[LinkRule, ...]:
    """The rules between the tables and the ids that releases published.

    Args:
        published: The ids of `curation/ids.csv`.
    """
    return (
        LinkRule(
            "IDS-001",
            "*",
            "No id that was published stands for another row.",
            "error",
            lambda tables: reused_ids(tables, published),
        ),
        LinkRule(
            "IDS-002",
            "*",
            "No row that was published under an id has a new one.",
            "error",
            lambda tables: renamed_ids(tables, published),
        ),
    )
