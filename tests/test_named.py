from scripts.link.named import named
from scripts.link.values import Linked


def linked(**rows: tuple[dict[str, object], ...]) -> Linked:
    empty: dict[str, tuple[dict[str, object], ...]] = dict.fromkeys(
        ("sources", "events", "reports", "participants", "figures", "statements", "utterances"), ()
    )
    return Linked(**{**empty, **rows})


def test_what_no_row_names_is_left_out_and_countries_of_the_named_stay() -> None:
    actors = (
        {"actor_id": "TCD", "country_id": None},
        {"actor_id": "PER", "country_id": None},
        {"actor_id": "MLI", "country_id": None},
        {"actor_id": "person-a", "country_id": "TCD"},
        {"actor_id": "person-b", "country_id": "PER"},
    )
    places = (
        {"place_id": "place-gao", "country_id": "MLI"},
        {"place_id": "place-lima", "country_id": "PER"},
    )
    kept = named(
        linked(
            reports=({"event_id": "e", "source_id": "s", "place_id": "place-gao"},),
            statements=({"source_id": "s", "speaker_id": "person-a"},),
            actors=actors,
            places=places,
        )
    )
    assert [row["actor_id"] for row in kept.actors] == ["TCD", "MLI", "person-a"]
    assert [row["place_id"] for row in kept.places] == ["place-gao"]
