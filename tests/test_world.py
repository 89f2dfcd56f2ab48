from schemas.tables import codelist
from scripts.find.world import gazetteer


def test_every_city_lies_in_a_country_of_the_registry_or_in_none() -> None:
    known = codelist("actors").rows
    codes = {city.country for group in gazetteer().values() for city in group if city.country}
    assert codes
    assert codes <= {code for code, row in known.items() if row["kind"] == "country"}


def test_a_city_whose_country_has_no_iso_code_keeps_its_place_without_one() -> None:
    assert gazetteer()["Pristina"][0].country == ""
