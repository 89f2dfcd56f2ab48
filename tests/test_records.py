"""The five records for catalogues say the same."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from scripts.publish.citation import CITATION, citation_cff
from scripts.publish.contributors import ROLES, Contributor
from scripts.publish.croissant import CROISSANT, croissant_json
from scripts.publish.datacite import DATACITE, datacite_json
from scripts.publish.metadata import Caveat, License, PackageMeta, loose_package
from scripts.publish.package import write_package
from scripts.publish.rocrate import ROCRATE, rocrate_json
from scripts.publish.siblings import SIBLINGS
from scripts.publish.zenodo import ZENODO, zenodo_json
from tests.records import RECORDS, described, entities, full, said
from tests.small_package import FULL, META, small_articles, small_tables

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("package", [META, FULL], ids=["little", "much"])
def test_every_record_says_what_package_toml_says(
    name: str, package: PackageMeta, small: Path
) -> None:
    text = RECORDS[name](package, described(package, small))
    assert text is not None
    terms = package.licenses[0]
    assert said(name, text) == {
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "created": package.created,
        "license": terms.path if name == CROISSANT else terms.name,
        "creators": [one.title for one in package.creators],
        "keywords": list(package.keywords),
    }


def test_a_package_holds_the_records_as_they_were_made(small: Path) -> None:
    descriptor = json.loads((small / "datapackage.json").read_text(encoding="utf-8"))
    for name, write in RECORDS.items():
        assert (small / name).read_text(encoding="utf-8") == write(META, descriptor), name
    assert set(RECORDS) < {path for path, _ in SIBLINGS}


def test_a_person_and_an_organisation_are_told_apart(small: Path) -> None:
    found = full(small)
    assert found[CITATION]["authors"] == [
        {
            "given-names": "Zoë",
            "family-names": "van der Ode",
            "affiliation": "University of Aland",
            "orcid": "https://orcid.org/0000-0002-1825-0097",
        },
        {"name": "the makers"},
    ]
    zoe, makers = found[DATACITE]["creators"]
    assert (zoe["name"], zoe["nameType"]) == ("van der Ode, Zoë", "Personal")
    assert zoe["nameIdentifiers"][0]["nameIdentifier"].endswith("0000-0002-1825-0097")
    assert makers == {"name": "the makers", "nameType": "Organizational"}
    assert [one["@type"] for one in found[CROISSANT]["creator"]] == [
        "sc:Person",
        "sc:Organization",
    ]
    assert found[ZENODO]["creators"][0]["orcid"] == "0000-0002-1825-0097"
    assert entities(found[ROCRATE])["https://orcid.org/0000-0002-1825-0097"]["@type"] == "Person"


def test_roles_are_the_contributor_types_of_datacite(small: Path) -> None:
    found = full(small)
    assert [(one["name"], one["contributorType"]) for one in found[DATACITE]["contributors"]] == [
        ("van der Ode, Zoë", "ContactPerson"),
        ("the makers", "DataCurator"),
    ]
    assert [one["type"] for one in found[ZENODO]["contributors"]] == [
        "ContactPerson",
        "DataCurator",
    ]
    assert len(ROLES) == 22


def test_a_doi_and_addresses_stand_where_readers_look_for_them(small: Path) -> None:
    found = full(small)
    assert found[CITATION]["doi"] == found[DATACITE]["doi"] == "10.1234/ardenia.1"
    assert found[CITATION]["url"] == found[CROISSANT]["url"] == "https://ardenia.example/"
    assert found[CITATION]["repository-code"] == "https://git.example/ardenia"
    assert found[DATACITE]["publisher"] == {"name": "An archive"}
    assert {
        "relatedIdentifier": "https://doi.org/10.1234/ardenia",
        "relatedIdentifierType": "DOI",
        "relationType": "IsVersionOf",
    } in found[DATACITE]["relatedIdentifiers"]
    assert "alternateIdentifiers" not in found[DATACITE]
    root = entities(found[ROCRATE])["./"]
    assert root["cite-as"] == "https://doi.org/10.1234/ardenia.1"


def test_what_is_not_known_is_left_out_or_coded(small: Path) -> None:
    record = json.loads((small / DATACITE).read_text(encoding="utf-8"))
    assert record["publisher"] == {"name": ":tba"}
    assert not {"doi", "url"} & record.keys()
    assert (
        not {"doi", "url", "repository-code"}
        & yaml.safe_load((small / CITATION).read_text(encoding="utf-8")).keys()
    )


def test_every_original_is_named_as_what_the_package_is_derived_from(small: Path) -> None:
    descriptor = json.loads((small / "datapackage.json").read_text(encoding="utf-8"))
    wanted = {one["path"] for one in descriptor["sources"] if "path" in one}
    found = full(small)
    related = found[DATACITE]["relatedIdentifiers"]
    assert {
        one["relatedIdentifier"] for one in related if one["relationType"] == "IsDerivedFrom"
    } == wanted
    assert {one["identifier"] for one in found[ZENODO]["related_identifiers"]} == wanted
    assert {one["url"] for one in found[CROISSANT]["isBasedOn"]} == wanted
    linked = entities(found[ROCRATE])
    assert {one["@id"] for one in linked["./"]["isBasedOn"]} == wanted
    assert wanted <= linked.keys()


def test_files_bear_the_hash_and_size_that_the_descriptor_gives(small: Path) -> None:
    descriptor = json.loads((small / "datapackage.json").read_text(encoding="utf-8"))
    wanted = {
        one["path"]: (one["hash"].removeprefix("sha256:"), one["bytes"])
        for one in descriptor["resources"]
    }
    found = full(small)
    assert {
        one["contentUrl"]: (one["sha256"], int(one["contentSize"].removesuffix(" B")))
        for one in found[CROISSANT]["distribution"]
    } == wanted
    assert {
        one["@id"]: (one["sha256"], int(one["contentSize"]))
        for one in found[ROCRATE]["@graph"]
        if "sha256" in one
    } == wanted


def test_croissant_tells_keys_types_and_enumerations_of_the_descriptor(small: Path) -> None:
    descriptor = json.loads((small / "datapackage.json").read_text(encoding="utf-8"))
    sets = {one["@id"]: one for one in full(small)[CROISSANT]["recordSet"]}
    tables = [one for one in descriptor["resources"] if one.get("type") == "table"]
    assert list(sets) == [one["name"] for one in tables]
    assert [key["@id"] for key in sets["participants"]["key"]] == [
        f"participants/{column}"
        for table in tables
        if table["name"] == "participants"
        for column in table["schema"]["primaryKey"]
    ]
    fields = {one["@id"]: one for table in sets.values() for one in table["field"]}
    assert fields["events/start_date"]["dataType"] == "sc:Date"
    assert fields["events/place_id"]["references"] == {
        "fileObject": {"@id": "data/places.csv"},
        "extract": {"column": "place_id"},
    }
    assert fields["events/part_of_event_id"]["references"]["fileObject"] == {
        "@id": "data/events.csv"
    }
    assert fields["events/type"]["references"]["fileObject"] == {"@id": "codes/event_types.csv"}
    assert sets["event_types"]["dataType"] == "sc:Enumeration"
    assert fields["event_types/title"]["equivalentProperty"] == "sc:name"
    measured = [one["name"] for one in full(small)[CROISSANT]["variableMeasured"]]
    assert "released" in measured


def test_the_crate_tells_which_software_made_which_tables(small: Path) -> None:
    linked = entities(full(small)[ROCRATE])
    action = linked["#build"]
    assert linked[action["instrument"]["@id"]]["@type"] == "SoftwareApplication"
    made = {one["@id"] for one in action["result"]}
    assert {"data/figures.csv", "data/figures.parquet"} <= made
    assert not any(name.startswith("codes/") for name in made)
    assert made <= {one["@id"] for one in linked["./"]["hasPart"]}


@pytest.mark.parametrize(
    "package",
    [
        loose_package(Path("articles")),
        replace(META, created=None),
        replace(META, licenses=()),
        replace(META, contributors=()),
        replace(META, contributors=(Contributor("us", ("dataCurator",)),)),
    ],
    ids=["loose", "no day", "no licence", "nobody", "no creator"],
)
def test_what_nobody_dated_licensed_or_signed_gets_no_record(
    package: PackageMeta, tmp_path: Path
) -> None:
    write_package(tmp_path, tmp_path, small_tables(), package, small_articles())
    assert not [name for name in RECORDS if (tmp_path / name).exists()]


def test_terms_of_ones_own_are_linked_and_not_named_as_others(small: Path) -> None:
    own = License("LicenseRef-mine", "My terms", "https://terms.example/", "data")
    package = replace(META, licenses=(own,))
    descriptor = described(package, small)
    citation = yaml.safe_load(citation_cff(package, descriptor) or "")
    assert citation["license-url"] == "https://terms.example/"
    assert "license" not in citation
    assert json.loads(datacite_json(package, descriptor) or "")["rightsList"] == [
        {"rights": "My terms", "rightsUri": "https://terms.example/"}
    ]
    assert zenodo_json(package, descriptor) is None


def test_two_scopes_of_one_licence_are_told_once(small: Path) -> None:
    media = replace(META.licenses[0], scope="media")
    package = replace(META, licenses=(*META.licenses, media), caveats=(Caveat("a", "b"),) * 2)
    descriptor = described(package, small)
    assert len(json.loads(datacite_json(package, descriptor) or "")["rightsList"]) == 1
    assert len(json.loads(croissant_json(package, descriptor) or "")["license"]) == 1
    assert yaml.safe_load(citation_cff(package, descriptor) or "")["license"] == "CC-BY-4.0"
    graph = json.loads(rocrate_json(package, descriptor) or "")["@graph"]
    assert len({one["@id"] for one in graph}) == len(graph)


@pytest.mark.parametrize("name", [CITATION, ZENODO])
def test_the_repository_bears_the_records_of_its_data_set(name: str, published: Path) -> None:
    ours, theirs = ((folder / name).read_text(encoding="utf-8") for folder in (ROOT, published))
    assert ours == theirs, f"{name} is not that of the data set; run: nox -s build docs"
