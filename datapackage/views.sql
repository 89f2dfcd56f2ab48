-- Armenia–Azerbaijan peace process in the news, version 1.1.0: views for DuckDB 1.4 or later.
-- One view a table and a code list, of the same name, and views that join them:
--   who_said_what: Who said what, when, according to whom: one row is a statement as one source prints it.
--   figures_in_context: Each figure with its text, its source, its event and how other sources stand to it: one row is a figure.
--   who_did_what: Who did what to whom, when and where: one row is an event, once for all sources.
--   events_by_source: Each event as each source tells it: one row is a report.
--   sides_by_side: What each source says of one fact, beside the others: one row is a side of a comparison.
-- In the folder of this file, in DuckDB's command line:
--   .read views.sql
--   SELECT publisher, text, verdict FROM figures_in_context;
-- From anywhere else, say first where the package is, as a folder or as an address:
--   SET VARIABLE package = 'path/to/package';
-- In Python:
--   connection = duckdb.connect()
--   connection.execute("SET VARIABLE package = 'path/to/package'")
--   connection.execute(open("path/to/package/views.sql", encoding="utf-8").read())
-- For an address DuckDB needs its extension httpfs, which it fetches by itself the first time; a
-- computer without network needs the folder.
-- The views look the variable up when they are asked, so it belongs to every connection: run this
-- script again in each. CREATE TABLE mine AS FROM figures_in_context keeps the rows.
-- What columns mean: SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'events';
-- A build makes this file: do not edit it.

SET VARIABLE package = rtrim(coalesce(getvariable('package'), '.'), '/');

CREATE OR REPLACE VIEW sources AS
FROM read_parquet(getvariable('package') || '/data/sources.parquet');

COMMENT ON VIEW sources IS 'One row is an article that was read.';
COMMENT ON COLUMN sources.source_id IS 'Name of the article in every table: the name of its file without the ending, or the id of its JSON line.';
COMMENT ON COLUMN sources.title IS 'Headline, as the article gives it. Empty where it gives none.';
COMMENT ON COLUMN sources.publisher IS 'Outlet that published it.';
COMMENT ON COLUMN sources.byline IS 'Author or agency that the article names.';
COMMENT ON COLUMN sources.language IS 'Language of the article, as ISO 639-1.';
COMMENT ON COLUMN sources.url IS 'Address of the original article. Empty where it is not known.';
COMMENT ON COLUMN sources.published IS 'Day of publication. Empty where it is not known to the day.';
COMMENT ON COLUMN sources.published_earliest IS 'First day on which it can have been published: the day of publication where that is known, else the latest day that it tells of as past, in its own words or in those of others who date the same event.';
COMMENT ON COLUMN sources.published_latest IS 'Last day on which it can have been published: the day of publication where that is known, else the day on which others tell as done what it says will be done. Empty where nothing bounds it.';
COMMENT ON COLUMN sources.published_basis IS 'How the day of publication is known.';
COMMENT ON COLUMN sources.derived_from IS 'Source or outlet whose text this article repeats, such as a news agency; sources of one origin count once as independent.';
COMMENT ON COLUMN sources.basis IS 'Whether the text that was read is the article itself or a digest, which retells it in other words.';
COMMENT ON COLUMN sources.path IS 'File of the text that was read, relative to the folder of the package; all offsets count in it.';
COMMENT ON COLUMN sources.sha256 IS 'SHA-256 of that file.';
COMMENT ON COLUMN sources.original_sha256 IS 'SHA-256 of the original article that a digest retells. Empty where the text is the original.';
COMMENT ON COLUMN sources.char_count IS 'Length of the file in Unicode code points.';
COMMENT ON COLUMN sources.word_count IS 'Words of the story itself, without menus, advertisements and other matter of the page.';
COMMENT ON COLUMN sources.rights IS 'Who may do what with the text.';

CREATE OR REPLACE VIEW events AS
FROM read_parquet(getvariable('package') || '/data/events.parquet');

COMMENT ON VIEW events IS 'One row is a thing that happened or was agreed, once for all sources.';
COMMENT ON COLUMN events.event_id IS 'Key of the event.';
COMMENT ON COLUMN events.label IS 'The event in a few words, made from its other columns: for people to read, not to match.';
COMMENT ON COLUMN events.type IS 'What kind of event it is, in the sixteen types of PLOVER, which followed CAMEO; of several reports the type that most sources tell.';
COMMENT ON COLUMN events.mode IS 'Finer kind of event within the type; of several reports the one that most sources tell.';
COMMENT ON COLUMN events.modality IS 'Whether it happened: occurred if any report tells it as done, else announced, possible or denied, the first of these that any report says.';
COMMENT ON COLUMN events.start_date IS 'First of the days on which it can have happened, by the words of all its reports together; where they contradict each other, the first of all the days they tell. Empty where no article gives a date.';
COMMENT ON COLUMN events.end_date IS 'Last of those days.';
COMMENT ON COLUMN events.date_precision IS 'How closely the date is known.';
COMMENT ON COLUMN events.date_edtf IS 'The same days in EDTF, level 0: a day, a month, a year, or an interval of two of them.';
COMMENT ON COLUMN events.place_id IS 'Where it happened, if its reports agree.';
COMMENT ON COLUMN events.part_of_event_id IS 'The event of which this one is a part, as a release is of an exchange.';
COMMENT ON COLUMN events.fulfils_event_id IS 'The announcement or promise that this event carries out.';
COMMENT ON COLUMN events.source_count IS 'How many sources tell of it.';
COMMENT ON COLUMN events.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';

CREATE OR REPLACE VIEW reports AS
FROM read_parquet(getvariable('package') || '/data/reports.parquet');

COMMENT ON VIEW reports IS 'One row is one source telling of one event.';
COMMENT ON COLUMN reports.report_id IS 'Key of the report.';
COMMENT ON COLUMN reports.event_id IS 'The event it tells of.';
COMMENT ON COLUMN reports.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN reports.char_start IS 'Offset of the first character of the words that tell of it in the file that `sources.path` names: 0-based, in Unicode code points.';
COMMENT ON COLUMN reports.char_end IS 'Offset after the last character of the words that tell of it in that file: exclusive, in Unicode code points.';
COMMENT ON COLUMN reports.trigger_text IS 'The words that tell of it, as printed.';
COMMENT ON COLUMN reports.type IS 'What kind of event it tells of, in the sixteen types of PLOVER, which followed CAMEO.';
COMMENT ON COLUMN reports.mode IS 'Finer kind of event within the type.';
COMMENT ON COLUMN reports.modality IS 'Whether the article tells the event as done, announced, possible or denied.';
COMMENT ON COLUMN reports.start_date IS 'First of the days that the article''s words allow for the event. Empty where it gives no date.';
COMMENT ON COLUMN reports.end_date IS 'Last of those days.';
COMMENT ON COLUMN reports.date_precision IS 'How closely the date is known.';
COMMENT ON COLUMN reports.date_text IS 'The words that date it, as printed. They can stand without days, where no days could be made of them.';
COMMENT ON COLUMN reports.date_basis IS 'How days were made of those words.';
COMMENT ON COLUMN reports.place_id IS 'Where it happened, as the article has it.';
COMMENT ON COLUMN reports.place_text IS 'The words that place it, as printed.';
COMMENT ON COLUMN reports.found_by IS 'Name of the rule that found this row. Rows of one rule tend to be right or wrong together.';

CREATE OR REPLACE VIEW participants AS
FROM read_parquet(getvariable('package') || '/data/participants.parquet');

COMMENT ON VIEW participants IS 'One row is an actor''s part in an event, as one report tells it.';
COMMENT ON COLUMN participants.event_id IS 'The event the row belongs to.';
COMMENT ON COLUMN participants.report_id IS 'The report that tells it.';
COMMENT ON COLUMN participants.role IS 'What the actor does in the event: acts, is acted on, brokers or gives the place.';
COMMENT ON COLUMN participants.actor_id IS 'Who takes part.';
COMMENT ON COLUMN participants.char_start IS 'Offset of the first character of the words that name the actor in the file that `sources.path` names: 0-based, in Unicode code points.';
COMMENT ON COLUMN participants.char_end IS 'Offset after the last character of the words that name the actor in that file: exclusive, in Unicode code points.';
COMMENT ON COLUMN participants.text IS 'The words that name the actor there, as printed.';

CREATE OR REPLACE VIEW statements AS
FROM read_parquet(getvariable('package') || '/data/statements.parquet');

COMMENT ON VIEW statements IS 'One row is a stretch of words that somebody is quoted or reported to have said.';
COMMENT ON COLUMN statements.statement_id IS 'Key of the statement.';
COMMENT ON COLUMN statements.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN statements.utterance_id IS 'The utterance that these words are; the same words in other sources belong to the same one.';
COMMENT ON COLUMN statements.char_start IS 'Offset of the first character of the words in the file that `sources.path` names: 0-based, in Unicode code points.';
COMMENT ON COLUMN statements.char_end IS 'Offset after the last character of the words in that file: exclusive, in Unicode code points.';
COMMENT ON COLUMN statements.kind IS 'Whether the words are quoted word for word or reported.';
COMMENT ON COLUMN statements.quote IS 'The words as printed, without the quotation marks.';
COMMENT ON COLUMN statements.speaker IS 'Who said it: the fullest name that the article gives. Empty where it leaves that open.';
COMMENT ON COLUMN statements.speaker_char_start IS 'Offset of the first character of the words that name the speaker beside this statement, which may be a title or a pronoun.';
COMMENT ON COLUMN statements.speaker_char_end IS 'Offset after the last character of those words.';
COMMENT ON COLUMN statements.speaker_id IS 'The speaker as an actor.';
COMMENT ON COLUMN statements.affiliation_id IS 'Country or body that the speaker speaks for, where the article gives it.';
COMMENT ON COLUMN statements.cue IS 'The word of saying, as printed.';
COMMENT ON COLUMN statements.said_date IS 'Day on which it was said, where the article gives it.';
COMMENT ON COLUMN statements.medium IS 'By what means it was said, where the article tells.';
COMMENT ON COLUMN statements.found_by IS 'Name of the rule that found this row. Rows of one rule tend to be right or wrong together.';

CREATE OR REPLACE VIEW utterances AS
FROM read_parquet(getvariable('package') || '/data/utterances.parquet');

COMMENT ON VIEW utterances IS 'One row is what somebody said once, whether one source prints the words or several, whole or in part.';
COMMENT ON COLUMN utterances.utterance_id IS 'Key of the utterance.';
COMMENT ON COLUMN utterances.speaker_id IS 'Who said it, if the sources agree.';
COMMENT ON COLUMN utterances.text IS 'The words in the longest form that a source quotes or reports.';
COMMENT ON COLUMN utterances.source_count IS 'How many sources print them, word for word or in other words.';
COMMENT ON COLUMN utterances.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';

CREATE OR REPLACE VIEW figures AS
FROM read_parquet(getvariable('package') || '/data/figures.parquet');

COMMENT ON VIEW figures IS 'One row is a number that somebody printed.';
COMMENT ON COLUMN figures.figure_id IS 'Key of the figure.';
COMMENT ON COLUMN figures.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN figures.event_id IS 'The event the figure tells of. Empty where it belongs to none.';
COMMENT ON COLUMN figures.statement_id IS 'The statement that holds or reports the figure; it is then what the speaker says, not the article.';
COMMENT ON COLUMN figures.char_start IS 'Offset of the first character of the figure in the file that `sources.path` names: 0-based, in Unicode code points.';
COMMENT ON COLUMN figures.char_end IS 'Offset after the last character of the figure in that file: exclusive, in Unicode code points.';
COMMENT ON COLUMN figures.text IS 'The figure as printed, with the words that limit it and what it counts.';
COMMENT ON COLUMN figures.value IS 'The number as stated; of a range the lower end. Empty for vague words such as dozens.';
COMMENT ON COLUMN figures.range_to IS 'Upper end of a stated range. Empty where one number is stated.';
COMMENT ON COLUMN figures.low IS 'Least value that the words allow, in the printed unit.';
COMMENT ON COLUMN figures.high IS 'Greatest value that the words allow, in the printed unit. Empty where they set no upper limit.';
COMMENT ON COLUMN figures.bound IS 'How the words limit the number.';
COMMENT ON COLUMN figures.unit IS 'What is counted or measured: people, things, money, a length of time.';
COMMENT ON COLUMN figures.counted IS 'Noun that is counted, as printed, in lower case. Empty where the text leaves it out.';
COMMENT ON COLUMN figures.measure IS 'What happened to the persons counted. Empty for everything but persons.';
COMMENT ON COLUMN figures.of_actor_id IS 'Whose people they are: nationality or side of the persons counted.';
COMMENT ON COLUMN figures.by_actor_id IS 'Who did it to them, as in released by or captured by.';
COMMENT ON COLUMN figures.modality IS 'Whether what is counted is told as done, announced, possible or denied.';
COMMENT ON COLUMN figures.subset_of_figure_id IS 'The figure of the same article of which this one is a part.';
COMMENT ON COLUMN figures.found_by IS 'Name of the rule that found this row. Rows of one rule tend to be right or wrong together.';

CREATE OR REPLACE VIEW comparisons AS
FROM read_parquet(getvariable('package') || '/data/comparisons.parquet');

COMMENT ON VIEW comparisons IS 'One row is one fact of an event, such as a number or a date, across all sources that give it.';
COMMENT ON COLUMN comparisons.comparison_id IS 'Key of the comparison.';
COMMENT ON COLUMN comparisons.about IS 'What kind of fact it is.';
COMMENT ON COLUMN comparisons.event_id IS 'The event that the fact is of; of a promise and its fulfilment the event that was carried out. Empty where words are compared.';
COMMENT ON COLUMN comparisons.utterance_id IS 'The utterance whose printed words are compared. Empty for every other fact.';
COMMENT ON COLUMN comparisons.measure IS 'What happened to the persons counted. Empty for everything but persons.';
COMMENT ON COLUMN comparisons.of_actor_id IS 'Whose people they are: nationality or side of the persons counted.';
COMMENT ON COLUMN comparisons.by_actor_id IS 'Who did it to them, as in released by or captured by.';
COMMENT ON COLUMN comparisons.unit IS 'What is counted or measured. Durations are compared in days. Empty for what is no figure.';
COMMENT ON COLUMN comparisons.source_count IS 'How many sources give it.';
COMMENT ON COLUMN comparisons.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';
COMMENT ON COLUMN comparisons.low IS 'Least value that the words of any side allow, in the unit of the comparison.';
COMMENT ON COLUMN comparisons.best IS 'The value that the most independent sources state: of a promise and its fulfilment what was carried out, of a count that goes on what is told as of the latest day. Empty where no source states a number.';
COMMENT ON COLUMN comparisons.high IS 'Greatest value that the words of any side allow, in that unit. Empty where a side sets no limit.';
COMMENT ON COLUMN comparisons.verdict IS 'How the sides stand to each other.';
COMMENT ON COLUMN comparisons.ruling IS 'Why a curator prefers a side of a conflict, or none. Empty where nobody ruled on it.';
COMMENT ON COLUMN comparisons.note IS 'The verdict in one sentence: who says what, and how it goes together.';
COMMENT ON COLUMN comparisons.claimed_by_actor_id IS 'The party of the event whose claim this is, where two parties claim differently; their claims are compared apart. Empty for the fact as the sources tell it.';
COMMENT ON COLUMN comparisons.counted_kind IS 'The thing or the kind of people that is counted, where measure and unit leave it open. Empty where people of every kind are counted.';

CREATE OR REPLACE VIEW sides AS
FROM read_parquet(getvariable('package') || '/data/sides.parquet');

COMMENT ON VIEW sides IS 'One row is what one source says in a comparison.';
COMMENT ON COLUMN sides.comparison_id IS 'The comparison that it is a side of.';
COMMENT ON COLUMN sides.source_id IS 'The source that says it.';
COMMENT ON COLUMN sides.figure_id IS 'The figure that says it, where figures are compared.';
COMMENT ON COLUMN sides.report_id IS 'The report that says it, or that the figure belongs to.';
COMMENT ON COLUMN sides.statement_id IS 'The statement that says it, where words are compared.';
COMMENT ON COLUMN sides.value_text IS 'What the source says: a figure, a place or words as printed, a date as printed and as days, or the actors by role.';
COMMENT ON COLUMN sides.low IS 'Least value its words allow, in the unit of the comparison.';
COMMENT ON COLUMN sides.high IS 'Greatest value its words allow, in that unit.';
COMMENT ON COLUMN sides.modality IS 'Whether this side tells of it as done, announced, possible or denied.';
COMMENT ON COLUMN sides.family IS 'What the source rests on: itself (source:), an agency or outlet that it repeats (origin:) or a statement that it passes on (statement:). Sides of one family count once.';
COMMENT ON COLUMN sides.as_of IS 'The day that its count stands at: stated with the figure, else the day the source was published. Given for counts that go on, such as a toll; empty where no day is known.';
COMMENT ON COLUMN sides.scope IS 'Whether its source counts all that is compared here, or a part of it by place or kind: the parts that a source gives are added up. Empty for what is no figure.';

CREATE OR REPLACE VIEW actors AS
FROM read_parquet(getvariable('package') || '/data/actors.parquet');

COMMENT ON VIEW actors IS 'One row is an actor that some row of the data names.';
COMMENT ON COLUMN actors.actor_id IS 'Alpha-3 code of a country; else its kind and its name, in lower case with dashes.';
COMMENT ON COLUMN actors.name IS 'Name in English.';
COMMENT ON COLUMN actors.kind IS 'What kind of actor it is.';
COMMENT ON COLUMN actors.iso3 IS 'ISO 3166-1 alpha-3, for countries.';
COMMENT ON COLUMN actors.cow IS 'Correlates of War country number, as text. Empty where it was not checked or there is none.';
COMMENT ON COLUMN actors.gw IS 'Gleditsch-Ward country number, as text. Empty where it was not checked or there is none.';
COMMENT ON COLUMN actors.country_id IS 'Country that the actor belongs to or speaks for.';
COMMENT ON COLUMN actors.wikidata IS 'Wikidata item. Empty where it was not checked.';
COMMENT ON COLUMN actors.plover IS 'PLOVER actor code. Empty where it was not checked.';
COMMENT ON COLUMN actors.id_status IS 'Whether the identifiers in this row were checked.';

CREATE OR REPLACE VIEW places AS
FROM read_parquet(getvariable('package') || '/data/places.parquet');

COMMENT ON VIEW places IS 'One row is a place that some row of the data names.';
COMMENT ON COLUMN places.place_id IS 'The word place and the name, in lower case with dashes.';
COMMENT ON COLUMN places.name IS 'Name in English.';
COMMENT ON COLUMN places.country_id IS 'Country that it lies in.';
COMMENT ON COLUMN places.latitude IS 'Degrees north, WGS 84.';
COMMENT ON COLUMN places.longitude IS 'Degrees east, WGS 84.';
COMMENT ON COLUMN places.place_precision IS 'What the name stands for: a spot, a town, a region or a country.';
COMMENT ON COLUMN places.geonames IS 'GeoNames id, as text. Empty where it was not checked.';
COMMENT ON COLUMN places.wikidata IS 'Wikidata item. Empty where it was not checked.';
COMMENT ON COLUMN places.id_status IS 'Whether the identifiers in this row were checked.';

CREATE OR REPLACE VIEW actor_kinds AS
FROM read_csv(
  getvariable('package') || '/codes/actor_kinds.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW actor_kinds IS 'Values of actors.kind. One row is a code and what it means.';
COMMENT ON COLUMN actor_kinds.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN actor_kinds.title IS 'The code in words.';
COMMENT ON COLUMN actor_kinds.description IS 'What it means.';
COMMENT ON COLUMN actor_kinds.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN actor_kinds.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN actor_kinds.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW bounds AS
FROM read_csv(
  getvariable('package') || '/codes/bounds.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR', 'low': 'VARCHAR', 'high': 'VARCHAR'}
);

COMMENT ON VIEW bounds IS 'Values of figures.bound. One row is a code and what it means.';
COMMENT ON COLUMN bounds.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN bounds.title IS 'The code in words.';
COMMENT ON COLUMN bounds.description IS 'What it means.';
COMMENT ON COLUMN bounds.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN bounds.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN bounds.replaced_by IS 'Code that took its place.';
COMMENT ON COLUMN bounds.low IS 'Least value its words allow, where v is the value as stated.';
COMMENT ON COLUMN bounds.high IS 'Greatest value its words allow, where v is the value as stated.';

CREATE OR REPLACE VIEW comparison_subjects AS
FROM read_csv(
  getvariable('package') || '/codes/comparison_subjects.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW comparison_subjects IS 'Values of comparisons.about. One row is a code and what it means.';
COMMENT ON COLUMN comparison_subjects.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN comparison_subjects.title IS 'The code in words.';
COMMENT ON COLUMN comparison_subjects.description IS 'What it means.';
COMMENT ON COLUMN comparison_subjects.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN comparison_subjects.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN comparison_subjects.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW date_bases AS
FROM read_csv(
  getvariable('package') || '/codes/date_bases.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW date_bases IS 'Values of reports.date_basis. One row is a code and what it means.';
COMMENT ON COLUMN date_bases.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN date_bases.title IS 'The code in words.';
COMMENT ON COLUMN date_bases.description IS 'What it means.';
COMMENT ON COLUMN date_bases.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN date_bases.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN date_bases.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW date_precisions AS
FROM read_csv(
  getvariable('package') || '/codes/date_precisions.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW date_precisions IS 'Values of events.date_precision, reports.date_precision. One row is a code and what it means.';
COMMENT ON COLUMN date_precisions.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN date_precisions.title IS 'The code in words.';
COMMENT ON COLUMN date_precisions.description IS 'What it means.';
COMMENT ON COLUMN date_precisions.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN date_precisions.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN date_precisions.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW event_types AS
FROM read_csv(
  getvariable('package') || '/codes/event_types.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR', 'cooperation': 'VARCHAR'}
);

COMMENT ON VIEW event_types IS 'Values of events.type, reports.type. One row is a code and what it means.';
COMMENT ON COLUMN event_types.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN event_types.title IS 'The code in words.';
COMMENT ON COLUMN event_types.description IS 'What it means.';
COMMENT ON COLUMN event_types.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN event_types.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN event_types.replaced_by IS 'Code that took its place.';
COMMENT ON COLUMN event_types.cooperation IS 'Verbal or material, cooperation or conflict.';

CREATE OR REPLACE VIEW id_statuses AS
FROM read_csv(
  getvariable('package') || '/codes/id_statuses.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW id_statuses IS 'Values of actors.id_status, places.id_status. One row is a code and what it means.';
COMMENT ON COLUMN id_statuses.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN id_statuses.title IS 'The code in words.';
COMMENT ON COLUMN id_statuses.description IS 'What it means.';
COMMENT ON COLUMN id_statuses.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN id_statuses.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN id_statuses.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW measures AS
FROM read_csv(
  getvariable('package') || '/codes/measures.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR', 'runs': 'VARCHAR'}
);

COMMENT ON VIEW measures IS 'Values of figures.measure, comparisons.measure. One row is a code and what it means.';
COMMENT ON COLUMN measures.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN measures.title IS 'The code in words.';
COMMENT ON COLUMN measures.description IS 'What it means.';
COMMENT ON COLUMN measures.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN measures.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN measures.replaced_by IS 'Code that took its place.';
COMMENT ON COLUMN measures.runs IS 'How a count goes on after the event: up, any (up or down), or empty where it stands.';

CREATE OR REPLACE VIEW mediums AS
FROM read_csv(
  getvariable('package') || '/codes/mediums.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW mediums IS 'Values of statements.medium. One row is a code and what it means.';
COMMENT ON COLUMN mediums.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN mediums.title IS 'The code in words.';
COMMENT ON COLUMN mediums.description IS 'What it means.';
COMMENT ON COLUMN mediums.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN mediums.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN mediums.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW modalities AS
FROM read_csv(
  getvariable('package') || '/codes/modalities.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW modalities IS 'Values of events.modality, reports.modality, figures.modality, sides.modality. One row is a code and what it means.';
COMMENT ON COLUMN modalities.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN modalities.title IS 'The code in words.';
COMMENT ON COLUMN modalities.description IS 'What it means.';
COMMENT ON COLUMN modalities.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN modalities.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN modalities.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW modes AS
FROM read_csv(
  getvariable('package') || '/codes/modes.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR', 'type': 'VARCHAR'}
);

COMMENT ON VIEW modes IS 'Values of events.mode, reports.mode. One row is a code and what it means.';
COMMENT ON COLUMN modes.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN modes.title IS 'The code in words.';
COMMENT ON COLUMN modes.description IS 'What it means.';
COMMENT ON COLUMN modes.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN modes.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN modes.replaced_by IS 'Code that took its place.';
COMMENT ON COLUMN modes.type IS 'Event type that the code belongs to.';

CREATE OR REPLACE VIEW place_precisions AS
FROM read_csv(
  getvariable('package') || '/codes/place_precisions.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW place_precisions IS 'Values of places.place_precision. One row is a code and what it means.';
COMMENT ON COLUMN place_precisions.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN place_precisions.title IS 'The code in words.';
COMMENT ON COLUMN place_precisions.description IS 'What it means.';
COMMENT ON COLUMN place_precisions.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN place_precisions.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN place_precisions.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW published_bases AS
FROM read_csv(
  getvariable('package') || '/codes/published_bases.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW published_bases IS 'Values of sources.published_basis. One row is a code and what it means.';
COMMENT ON COLUMN published_bases.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN published_bases.title IS 'The code in words.';
COMMENT ON COLUMN published_bases.description IS 'What it means.';
COMMENT ON COLUMN published_bases.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN published_bases.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN published_bases.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW roles AS
FROM read_csv(
  getvariable('package') || '/codes/roles.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW roles IS 'Values of participants.role. One row is a code and what it means.';
COMMENT ON COLUMN roles.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN roles.title IS 'The code in words.';
COMMENT ON COLUMN roles.description IS 'What it means.';
COMMENT ON COLUMN roles.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN roles.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN roles.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW scopes AS
FROM read_csv(
  getvariable('package') || '/codes/scopes.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW scopes IS 'Values of sides.scope. One row is a code and what it means.';
COMMENT ON COLUMN scopes.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN scopes.title IS 'The code in words.';
COMMENT ON COLUMN scopes.description IS 'What it means.';
COMMENT ON COLUMN scopes.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN scopes.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN scopes.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW source_bases AS
FROM read_csv(
  getvariable('package') || '/codes/source_bases.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW source_bases IS 'Values of sources.basis. One row is a code and what it means.';
COMMENT ON COLUMN source_bases.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN source_bases.title IS 'The code in words.';
COMMENT ON COLUMN source_bases.description IS 'What it means.';
COMMENT ON COLUMN source_bases.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN source_bases.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN source_bases.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW statement_kinds AS
FROM read_csv(
  getvariable('package') || '/codes/statement_kinds.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW statement_kinds IS 'Values of statements.kind. One row is a code and what it means.';
COMMENT ON COLUMN statement_kinds.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN statement_kinds.title IS 'The code in words.';
COMMENT ON COLUMN statement_kinds.description IS 'What it means.';
COMMENT ON COLUMN statement_kinds.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN statement_kinds.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN statement_kinds.replaced_by IS 'Code that took its place.';

CREATE OR REPLACE VIEW units AS
FROM read_csv(
  getvariable('package') || '/codes/units.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR', 'unit_class': 'VARCHAR', 'base_unit': 'VARCHAR', 'base_factor': 'DOUBLE'}
);

COMMENT ON VIEW units IS 'Values of figures.unit, comparisons.unit. One row is a code and what it means.';
COMMENT ON COLUMN units.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN units.title IS 'The code in words.';
COMMENT ON COLUMN units.description IS 'What it means.';
COMMENT ON COLUMN units.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN units.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN units.replaced_by IS 'Code that took its place.';
COMMENT ON COLUMN units.unit_class IS 'Units of one class are compared with each other.';
COMMENT ON COLUMN units.base_unit IS 'Unit that values are converted to when compared.';
COMMENT ON COLUMN units.base_factor IS 'What a value is multiplied by for that.';

CREATE OR REPLACE VIEW verdicts AS
FROM read_csv(
  getvariable('package') || '/codes/verdicts.csv',
  header = true, nullstr = '', columns = {'code': 'VARCHAR', 'title': 'VARCHAR', 'description': 'VARCHAR', 'use_when': 'VARCHAR', 'deprecated_in': 'VARCHAR', 'replaced_by': 'VARCHAR'}
);

COMMENT ON VIEW verdicts IS 'Values of comparisons.verdict. One row is a code and what it means.';
COMMENT ON COLUMN verdicts.code IS 'The value as it stands in the tables.';
COMMENT ON COLUMN verdicts.title IS 'The code in words.';
COMMENT ON COLUMN verdicts.description IS 'What it means.';
COMMENT ON COLUMN verdicts.use_when IS 'Words or cases that lead to it.';
COMMENT ON COLUMN verdicts.deprecated_in IS 'Version since which it is no longer given.';
COMMENT ON COLUMN verdicts.replaced_by IS 'Code that took its place.';

SET VARIABLE package_articles = (
  SELECT list(DISTINCT getvariable('package') || '/' || path) FROM sources
);

-- By hash: the offsets hold in the text that was read and in no other.
CREATE OR REPLACE VIEW articles AS
SELECT sources.source_id, files.content
FROM sources
JOIN (
  SELECT DISTINCT content, sha256(content) AS sha256
  FROM read_text(getvariable('package_articles'))
) AS files ON files.sha256 = sources.sha256;

-- Offsets count Unicode code points from 0, the end excluded; so do DuckDB's substr and length.
CREATE OR REPLACE MACRO span_of(content, char_start, char_end) AS
  substr(content, char_start + 1, char_end - char_start);

CREATE OR REPLACE MACRO paragraph_around(content, char_start, char_end) AS trim(
  regexp_extract(substr(content, 1, char_start), '[^\n\r\v\f\x{85}\x{2028}\x{2029}]*$')
  || span_of(content, char_start, char_end)
  || regexp_extract(substr(content, char_end + 1), '^[^\n\r\v\f\x{85}\x{2028}\x{2029}]*')
);

COMMENT ON VIEW articles IS 'One row is the text of an article that was read.';
COMMENT ON COLUMN articles.source_id IS 'The source the text belongs to.';
COMMENT ON COLUMN articles.content IS 'The article as it was read; offsets count in it.';

CREATE OR REPLACE VIEW who_said_what AS
SELECT
  statements.statement_id,
  speakers.name AS speaker_name,
  affiliations.name AS affiliation_name,
  statements.kind,
  statements.quote,
  statements.speaker,
  statements.cue,
  statements.said_date,
  statements.medium,
  statements.source_id,
  sources.publisher,
  sources.published,
  sources.title AS source_title,
  statements.utterance_id,
  utterances.source_count,
  utterances.independent_count,
  paragraph_around(articles.content, statements.char_start, statements.char_end) AS paragraph
FROM statements
JOIN sources ON sources.source_id = statements.source_id
JOIN utterances ON utterances.utterance_id = statements.utterance_id
LEFT JOIN actors AS speakers ON speakers.actor_id = statements.speaker_id
LEFT JOIN actors AS affiliations ON affiliations.actor_id = statements.affiliation_id
LEFT JOIN articles ON articles.source_id = statements.source_id;
COMMENT ON VIEW who_said_what IS 'Who said what, when, according to whom: one row is a statement as one source prints it.';
COMMENT ON COLUMN who_said_what.statement_id IS 'Key of the statement.';
COMMENT ON COLUMN who_said_what.speaker_name IS 'Name of the speaker as an actor.';
COMMENT ON COLUMN who_said_what.affiliation_name IS 'Name of the country or body that the speaker speaks for.';
COMMENT ON COLUMN who_said_what.kind IS 'Whether the words are quoted word for word or reported.';
COMMENT ON COLUMN who_said_what.quote IS 'The words as printed, without the quotation marks.';
COMMENT ON COLUMN who_said_what.speaker IS 'Who said it: the fullest name that the article gives. Empty where it leaves that open.';
COMMENT ON COLUMN who_said_what.cue IS 'The word of saying, as printed.';
COMMENT ON COLUMN who_said_what.said_date IS 'Day on which it was said, where the article gives it.';
COMMENT ON COLUMN who_said_what.medium IS 'By what means it was said, where the article tells.';
COMMENT ON COLUMN who_said_what.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN who_said_what.publisher IS 'Outlet that published it.';
COMMENT ON COLUMN who_said_what.published IS 'Day of publication. Empty where it is not known to the day.';
COMMENT ON COLUMN who_said_what.source_title IS 'Headline, as the article gives it. Empty where it gives none.';
COMMENT ON COLUMN who_said_what.utterance_id IS 'The utterance that these words are; the same words in other sources belong to the same one.';
COMMENT ON COLUMN who_said_what.source_count IS 'How many sources print them, word for word or in other words.';
COMMENT ON COLUMN who_said_what.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';
COMMENT ON COLUMN who_said_what.paragraph IS 'The paragraph (line) of the article that the words stand in. Empty where the article''s file is not the one that was read.';

CREATE OR REPLACE VIEW figures_in_context AS
SELECT
  figures.figure_id,
  figures.text,
  figures.value,
  figures.range_to,
  figures.low,
  figures.high,
  figures.bound,
  figures.unit,
  figures.counted,
  figures.measure,
  of_actors.name AS of_actor,
  by_actors.name AS by_actor,
  figures.modality,
  speakers.name AS speaker_name,
  figures.source_id,
  sources.publisher,
  sources.published,
  sources.title AS source_title,
  figures.event_id,
  events.label AS event_label,
  events.type AS event_type,
  events.start_date,
  events.end_date,
  held.comparison_id AS comparison_id,
  comparisons.verdict,
  comparisons.ruling,
  comparisons.note,
  paragraph_around(articles.content, figures.char_start, figures.char_end) AS paragraph
FROM figures
JOIN sources ON sources.source_id = figures.source_id
LEFT JOIN statements ON statements.statement_id = figures.statement_id
LEFT JOIN actors AS speakers ON speakers.actor_id = statements.speaker_id
LEFT JOIN actors AS of_actors ON of_actors.actor_id = figures.of_actor_id
LEFT JOIN actors AS by_actors ON by_actors.actor_id = figures.by_actor_id
LEFT JOIN events ON events.event_id = figures.event_id
LEFT JOIN (
  SELECT figure_id, comparison_id FROM sides
  WHERE figure_id IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY figure_id ORDER BY scope = 'whole' DESC, comparison_id
  ) = 1
) AS held ON held.figure_id = figures.figure_id
LEFT JOIN comparisons ON comparisons.comparison_id = held.comparison_id
LEFT JOIN articles ON articles.source_id = figures.source_id;
COMMENT ON VIEW figures_in_context IS 'Each figure with its text, its source, its event and how other sources stand to it: one row is a figure.';
COMMENT ON COLUMN figures_in_context.figure_id IS 'Key of the figure.';
COMMENT ON COLUMN figures_in_context.text IS 'The figure as printed, with the words that limit it and what it counts.';
COMMENT ON COLUMN figures_in_context.value IS 'The number as stated; of a range the lower end. Empty for vague words such as dozens.';
COMMENT ON COLUMN figures_in_context.range_to IS 'Upper end of a stated range. Empty where one number is stated.';
COMMENT ON COLUMN figures_in_context.low IS 'Least value that the words allow, in the printed unit.';
COMMENT ON COLUMN figures_in_context.high IS 'Greatest value that the words allow, in the printed unit. Empty where they set no upper limit.';
COMMENT ON COLUMN figures_in_context.bound IS 'How the words limit the number.';
COMMENT ON COLUMN figures_in_context.unit IS 'What is counted or measured: people, things, money, a length of time.';
COMMENT ON COLUMN figures_in_context.counted IS 'Noun that is counted, as printed, in lower case. Empty where the text leaves it out.';
COMMENT ON COLUMN figures_in_context.measure IS 'What happened to the persons counted. Empty for everything but persons.';
COMMENT ON COLUMN figures_in_context.of_actor IS 'Name of the nationality or side of the persons counted.';
COMMENT ON COLUMN figures_in_context.by_actor IS 'Name of the actor that did it to them.';
COMMENT ON COLUMN figures_in_context.modality IS 'Whether what is counted is told as done, announced, possible or denied.';
COMMENT ON COLUMN figures_in_context.speaker_name IS 'Name of the speaker whose number it is, if stated.';
COMMENT ON COLUMN figures_in_context.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN figures_in_context.publisher IS 'Outlet that published it.';
COMMENT ON COLUMN figures_in_context.published IS 'Day of publication. Empty where it is not known to the day.';
COMMENT ON COLUMN figures_in_context.source_title IS 'Headline, as the article gives it. Empty where it gives none.';
COMMENT ON COLUMN figures_in_context.event_id IS 'The event the figure tells of. Empty where it belongs to none.';
COMMENT ON COLUMN figures_in_context.event_label IS 'The event in a few words, made from its other columns: for people to read, not to match.';
COMMENT ON COLUMN figures_in_context.event_type IS 'What kind of event it is, in the sixteen types of PLOVER, which followed CAMEO; of several reports the type that most sources tell.';
COMMENT ON COLUMN figures_in_context.start_date IS 'First of the days on which it can have happened, by the words of all its reports together; where they contradict each other, the first of all the days they tell. Empty where no article gives a date.';
COMMENT ON COLUMN figures_in_context.end_date IS 'Last of those days.';
COMMENT ON COLUMN figures_in_context.comparison_id IS 'The comparison that holds the figure against other sources. Empty where none does: nobody else counts it, or its source gives the same number again.';
COMMENT ON COLUMN figures_in_context.verdict IS 'How the sides stand to each other.';
COMMENT ON COLUMN figures_in_context.ruling IS 'Why a curator prefers a side of a conflict, or none. Empty where nobody ruled on it.';
COMMENT ON COLUMN figures_in_context.note IS 'The verdict in one sentence: who says what, and how it goes together.';
COMMENT ON COLUMN figures_in_context.paragraph IS 'The paragraph (line) of the article that the words stand in. Empty where the article''s file is not the one that was read.';

CREATE OR REPLACE VIEW who_did_what AS
SELECT
  events.event_id,
  events.label,
  events.type,
  events.mode,
  events.modality,
  events.start_date,
  events.end_date,
  events.date_precision,
  places.name AS place_name,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'source' AND participants.event_id = events.event_id) AS source_actors,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'target' AND participants.event_id = events.event_id) AS target_actors,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'mediator' AND participants.event_id = events.event_id) AS mediators,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'host' AND participants.event_id = events.event_id) AS hosts,
  events.source_count,
  events.independent_count,
  (SELECT string_agg(DISTINCT coalesce(sources.publisher, sources.source_id), '; ' ORDER BY coalesce(sources.publisher, sources.source_id)) FROM reports JOIN sources USING (source_id) WHERE reports.event_id = events.event_id) AS publishers,
  events.part_of_event_id,
  events.fulfils_event_id,
  promises.label AS fulfils_label
FROM events
LEFT JOIN places ON places.place_id = events.place_id
LEFT JOIN events AS promises ON promises.event_id = events.fulfils_event_id;
COMMENT ON VIEW who_did_what IS 'Who did what to whom, when and where: one row is an event, once for all sources.';
COMMENT ON COLUMN who_did_what.event_id IS 'Key of the event.';
COMMENT ON COLUMN who_did_what.label IS 'The event in a few words, made from its other columns: for people to read, not to match.';
COMMENT ON COLUMN who_did_what.type IS 'What kind of event it is, in the sixteen types of PLOVER, which followed CAMEO; of several reports the type that most sources tell.';
COMMENT ON COLUMN who_did_what.mode IS 'Finer kind of event within the type; of several reports the one that most sources tell.';
COMMENT ON COLUMN who_did_what.modality IS 'Whether it happened: occurred if any report tells it as done, else announced, possible or denied, the first of these that any report says.';
COMMENT ON COLUMN who_did_what.start_date IS 'First of the days on which it can have happened, by the words of all its reports together; where they contradict each other, the first of all the days they tell. Empty where no article gives a date.';
COMMENT ON COLUMN who_did_what.end_date IS 'Last of those days.';
COMMENT ON COLUMN who_did_what.date_precision IS 'How closely the date is known.';
COMMENT ON COLUMN who_did_what.place_name IS 'Name of the place where it happened.';
COMMENT ON COLUMN who_did_what.source_actors IS 'Names of the actors whose role is source, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN who_did_what.target_actors IS 'Names of the actors whose role is target, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN who_did_what.mediators IS 'Names of the actors whose role is mediator, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN who_did_what.hosts IS 'Names of the actors whose role is host, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN who_did_what.source_count IS 'How many sources tell of it.';
COMMENT ON COLUMN who_did_what.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';
COMMENT ON COLUMN who_did_what.publishers IS 'Outlets that tell of it, with ''; '' between them.';
COMMENT ON COLUMN who_did_what.part_of_event_id IS 'The event of which this one is a part, as a release is of an exchange.';
COMMENT ON COLUMN who_did_what.fulfils_event_id IS 'The announcement or promise that this event carries out.';
COMMENT ON COLUMN who_did_what.fulfils_label IS 'The promise that it carries out, in a few words.';

CREATE OR REPLACE VIEW events_by_source AS
SELECT
  reports.report_id,
  reports.event_id,
  events.label AS event_label,
  reports.source_id,
  sources.publisher,
  sources.published,
  sources.title AS source_title,
  reports.trigger_text,
  reports.type,
  reports.mode,
  reports.modality,
  reports.start_date,
  reports.end_date,
  reports.date_precision,
  reports.date_text,
  places.name AS place_name,
  reports.place_text,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'source' AND participants.report_id = reports.report_id) AS source_actors,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'target' AND participants.report_id = reports.report_id) AS target_actors,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'mediator' AND participants.report_id = reports.report_id) AS mediators,
  (SELECT string_agg(DISTINCT actors.name, '; ' ORDER BY actors.name) FROM participants JOIN actors USING (actor_id) WHERE participants.role = 'host' AND participants.report_id = reports.report_id) AS hosts,
  paragraph_around(articles.content, reports.char_start, reports.char_end) AS paragraph
FROM reports
JOIN events ON events.event_id = reports.event_id
JOIN sources ON sources.source_id = reports.source_id
LEFT JOIN places ON places.place_id = reports.place_id
LEFT JOIN articles ON articles.source_id = reports.source_id;
COMMENT ON VIEW events_by_source IS 'Each event as each source tells it: one row is a report.';
COMMENT ON COLUMN events_by_source.report_id IS 'Key of the report.';
COMMENT ON COLUMN events_by_source.event_id IS 'The event it tells of.';
COMMENT ON COLUMN events_by_source.event_label IS 'The event in a few words, made from its other columns: for people to read, not to match.';
COMMENT ON COLUMN events_by_source.source_id IS 'The source the row was read from.';
COMMENT ON COLUMN events_by_source.publisher IS 'Outlet that published it.';
COMMENT ON COLUMN events_by_source.published IS 'Day of publication. Empty where it is not known to the day.';
COMMENT ON COLUMN events_by_source.source_title IS 'Headline, as the article gives it. Empty where it gives none.';
COMMENT ON COLUMN events_by_source.trigger_text IS 'The words that tell of it, as printed.';
COMMENT ON COLUMN events_by_source.type IS 'What kind of event it tells of, in the sixteen types of PLOVER, which followed CAMEO.';
COMMENT ON COLUMN events_by_source.mode IS 'Finer kind of event within the type.';
COMMENT ON COLUMN events_by_source.modality IS 'Whether the article tells the event as done, announced, possible or denied.';
COMMENT ON COLUMN events_by_source.start_date IS 'First of the days that the article''s words allow for the event. Empty where it gives no date.';
COMMENT ON COLUMN events_by_source.end_date IS 'Last of those days.';
COMMENT ON COLUMN events_by_source.date_precision IS 'How closely the date is known.';
COMMENT ON COLUMN events_by_source.date_text IS 'The words that date it, as printed. They can stand without days, where no days could be made of them.';
COMMENT ON COLUMN events_by_source.place_name IS 'Name of the place where it happened.';
COMMENT ON COLUMN events_by_source.place_text IS 'The words that place it, as printed.';
COMMENT ON COLUMN events_by_source.source_actors IS 'Names of the actors whose role is source, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN events_by_source.target_actors IS 'Names of the actors whose role is target, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN events_by_source.mediators IS 'Names of the actors whose role is mediator, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN events_by_source.hosts IS 'Names of the actors whose role is host, in alphabetical order, with ''; '' between them.';
COMMENT ON COLUMN events_by_source.paragraph IS 'The paragraph (line) of the article that the words stand in. Empty where the article''s file is not the one that was read.';

CREATE OR REPLACE VIEW sides_by_side AS
SELECT
  comparisons.comparison_id,
  comparisons.about,
  comparisons.verdict,
  events.label AS event_label,
  comparisons.measure,
  of_actors.name AS of_actor,
  by_actors.name AS by_actor,
  claimants.name AS claimed_by,
  sides.source_id,
  sources.publisher,
  sources.published,
  sources.title AS source_title,
  sides.value_text,
  sides.low,
  sides.high,
  sides.modality,
  sides.as_of,
  sides.scope,
  sides.family,
  comparisons.best,
  comparisons.source_count,
  comparisons.independent_count,
  comparisons.ruling,
  comparisons.note
FROM sides
JOIN comparisons ON comparisons.comparison_id = sides.comparison_id
JOIN sources ON sources.source_id = sides.source_id
LEFT JOIN events ON events.event_id = comparisons.event_id
LEFT JOIN actors AS of_actors ON of_actors.actor_id = comparisons.of_actor_id
LEFT JOIN actors AS by_actors ON by_actors.actor_id = comparisons.by_actor_id
LEFT JOIN actors AS claimants ON claimants.actor_id = comparisons.claimed_by_actor_id;
COMMENT ON VIEW sides_by_side IS 'What each source says of one fact, beside the others: one row is a side of a comparison.';
COMMENT ON COLUMN sides_by_side.comparison_id IS 'Key of the comparison.';
COMMENT ON COLUMN sides_by_side.about IS 'What kind of fact it is.';
COMMENT ON COLUMN sides_by_side.verdict IS 'How the sides stand to each other.';
COMMENT ON COLUMN sides_by_side.event_label IS 'The event in a few words, made from its other columns: for people to read, not to match.';
COMMENT ON COLUMN sides_by_side.measure IS 'What happened to the persons counted. Empty for everything but persons.';
COMMENT ON COLUMN sides_by_side.of_actor IS 'Name of the nationality or side of the persons counted.';
COMMENT ON COLUMN sides_by_side.by_actor IS 'Name of the actor that did it to them.';
COMMENT ON COLUMN sides_by_side.claimed_by IS 'Name of the party whose claim this is, where two parties claim differently.';
COMMENT ON COLUMN sides_by_side.source_id IS 'The source that says it.';
COMMENT ON COLUMN sides_by_side.publisher IS 'Outlet that published it.';
COMMENT ON COLUMN sides_by_side.published IS 'Day of publication. Empty where it is not known to the day.';
COMMENT ON COLUMN sides_by_side.source_title IS 'Headline, as the article gives it. Empty where it gives none.';
COMMENT ON COLUMN sides_by_side.value_text IS 'What the source says: a figure, a place or words as printed, a date as printed and as days, or the actors by role.';
COMMENT ON COLUMN sides_by_side.low IS 'Least value its words allow, in the unit of the comparison.';
COMMENT ON COLUMN sides_by_side.high IS 'Greatest value its words allow, in that unit.';
COMMENT ON COLUMN sides_by_side.modality IS 'Whether this side tells of it as done, announced, possible or denied.';
COMMENT ON COLUMN sides_by_side.as_of IS 'The day that its count stands at: stated with the figure, else the day the source was published. Given for counts that go on, such as a toll; empty where no day is known.';
COMMENT ON COLUMN sides_by_side.scope IS 'Whether its source counts all that is compared here, or a part of it by place or kind: the parts that a source gives are added up. Empty for what is no figure.';
COMMENT ON COLUMN sides_by_side.family IS 'What the source rests on: itself (source:), an agency or outlet that it repeats (origin:) or a statement that it passes on (statement:). Sides of one family count once.';
COMMENT ON COLUMN sides_by_side.best IS 'The value that the most independent sources state: of a promise and its fulfilment what was carried out, of a count that goes on what is told as of the latest day. Empty where no source states a number.';
COMMENT ON COLUMN sides_by_side.source_count IS 'How many sources give it.';
COMMENT ON COLUMN sides_by_side.independent_count IS 'How many of these are independent: sources that rest on one wire report, one statement or one another count once.';
COMMENT ON COLUMN sides_by_side.ruling IS 'Why a curator prefers a side of a conflict, or none. Empty where nobody ruled on it.';
COMMENT ON COLUMN sides_by_side.note IS 'The verdict in one sentence: who says what, and how it goes together.';
