"""What words look like to the parser (letters, endings, shape) as vectors that are reckoned once.

The first layers of the model see one word at a time, whatever stands around it, and a text says the
same words again and again. They are reckoned by the BLAS that comes with spaCy, which gives a word
the same bits wherever it stands; numpy's does not.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

_MOST = 50_000  #: words remembered: some twenty megabytes


def remembered(tok2vec: Any) -> Any:
    """The same model, with a memory behind its first layers.

    Args:
        tok2vec: The model of spaCy's component of that name: what words look like, then context.
    """
    from thinc.api import Model  # noqa: PLC0415

    context = tok2vec.layers[1]
    look = first_layer(tok2vec)

    def forward(_: Any, docs: Any, is_train: bool) -> Any:
        return context(look(docs), is_train)

    dims = {"nO": tok2vec.get_dim("nO")}
    return Model("remembered", forward, dims=dims, layers=tok2vec.layers)


def first_layer(tok2vec: Any) -> Callable[[Sequence[Any]], list[Any]]:
    """Docs → a vector a word, as the first layer of a model gives them.

    What was remembered is forgotten where there is no more room.
    """
    import numpy as np  # noqa: PLC0415

    looks = tok2vec.layers[0]
    features, _, embed, mix, _ = looks.layers
    places: dict[bytes, int] = {}
    vectors = np.zeros((_MOST, tok2vec.get_dim("nO")), dtype="float32")

    def learn(seen: set[bytes]) -> None:
        new = seen - places.keys()
        if len(places) + len(new) > _MOST:
            places.clear()
            new = seen
        if new:
            listed = sorted(new)
            begin = len(places)
            asked = np.frombuffer(b"".join(listed), dtype="uint64").reshape(len(listed), -1)
            found = mix.predict(embed.predict(asked))
            vectors[begin : begin + len(listed)] = found
            places.update((key, begin + at) for at, key in enumerate(listed))

    def seen_as(docs: Sequence[Any]) -> list[Any]:
        given = [np.ascontiguousarray(rows, dtype="uint64") for rows in features.predict(docs)]
        keys = [rows.view(f"V{8 * rows.shape[1]}").ravel().tolist() for rows in given]
        seen = set(chain(*keys))
        if len(seen) > _MOST:
            return list(looks.predict(docs))
        learn(seen)
        return [vectors[[places[key] for key in listed]] for listed in keys]

    return seen_as
