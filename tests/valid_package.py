"""The valid dataset written to disk as a package, with what its curators wrote."""

from pathlib import Path

from scripts.publish.metadata import loose_package
from scripts.publish.package import write_package
from tests.valid_tables import Case

EXPECTED_TOML = """
[[figures]]
event = { type = "RETREAT", mode = "release", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "XBE"
by_actor_id = "XAR"
unit = "person"
value = 12
min_sources = 3
min_independent = 2
verdicts = ["agree"]
reason = "all sources count the sailors alike"

[[figures]]
event = { type = "COERCE", start_date = 2029-01-01, end_date = 2029-12-31 }
measure = "killed"
unit = "person"
value = 30
verdicts = ["agree"]
reason = "the dead were counted once"

[[figures]]
name = "sailors freed"
event = { type = "RETREAT", mode = "release", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "XBE"
by_actor_id = "XAR"
unit = "person"
verdicts = ["agree"]
reason = "all sources count the sailors alike"

[[figures]]
name = "pilots freed"
event = { type = "RETREAT", mode = "release", start_date = 2031-03-01, end_date = 2031-03-31 }
measure = "released"
of_actor_id = "XAR"
by_actor_id = "XBE"
unit = "person"
verdicts = ["agree"]
reason = "all sources count the pilots alike"

[[sums]]
parts = ["sailors freed", "pilots freed"]
total = 15
reason = "all captives went home"

[[ratios]]
of = "sailors freed"
to = "pilots freed"
ratio = "4 to 1"
reason = "four for one"

[[orders]]
earlier = "the promise"
later = "the exchange"
min_days = 1
max_days = 7
reason = "it was to take place within a week"

[[promises]]
announced = "the promise"
by = 2031-03-11
as_announced = true
reason = "the captives went home as announced"

[[quotations]]
words = "we wish to live in peace"
min_sources = 2
reason = "two papers print the statement"

[[events]]
name = "the promise"
reason = "the exchange was announced"
[events.event]
type = "RETREAT"
mode = "prisoner_exchange"
modality = "announced"
start_date = 2031-03-05
end_date = 2031-03-05

[[events]]
name = "the exchange"
reason = "the exchange was carried out as announced"
[events.event]
type = "RETREAT"
mode = "prisoner_exchange"
modality = "occurred"
start_date = 2031-03-11
end_date = 2031-03-11
[events.fulfils]
type = "RETREAT"
mode = "prisoner_exchange"
start_date = 2031-03-05
end_date = 2031-03-05
"""
RULINGS_TOML = """
[[rulings]]
event = { type = "COERCE", start_date = 2029-01-01, end_date = 2029-12-31 }
measure = "killed"
unit = "person"
prefers = "daily-lamp"
reason = "The later count is the more complete one."
by = "a curator"
date = 2031-04-01
"""


def write_case(case: Case, folder: Path) -> Path:
    """Write the tables of a case as a package with articles and curation; gives the folder."""
    curation = folder / "curation"
    curation.mkdir(parents=True)
    (curation / "expected.toml").write_text(EXPECTED_TOML, encoding="utf-8")
    (curation / "rulings.toml").write_text(RULINGS_TOML, encoding="utf-8")
    articles = [(f"articles/{name}.md", text) for name, text in case.texts.items()]
    write_package(folder, folder, case.tables, loose_package(folder), articles)
    return folder
