"""Vega, Vega-Lite and Vega-Embed as one script, so that a page draws its charts without network."""

import re
from functools import cache
from pathlib import Path

import vl_convert

#: What the page gets of the libraries: one function.
_GIVEN = "globalThis.vegaEmbed = vegaEmbed;"
#: Would end the script, or make a browser read on past its end.
_ENDING = re.compile(r"</script|<!--|<script", re.IGNORECASE)


@cache
def bundle() -> str:
    """The text of a classic script that sets `vegaEmbed` and no other global name.

    It holds the interpreter of Vega's expressions, so `vegaEmbed(element, spec, {ast: true})` needs
    no 'unsafe-eval'. It sets styles on what it draws, for which a Content-Security-Policy needs
    `style-src 'unsafe-inline'`. The licences of the libraries stand at its head. The same release
    of vl-convert gives the same text.

    Raises:
        ValueError: if the text could end the `<script>` that it is put into.
    """
    licences = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    code = vl_convert.javascript_bundle(_GIVEN)
    if found := _ENDING.search(code):
        raise ValueError(f"the bundle of vl-convert holds {found[0]}, which would end its script")
    return f'/*\n{licences}*/\n(() => {{\n"use strict";\n{code}\n}})();\n'
