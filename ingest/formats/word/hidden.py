"""The words that are formatted as hidden."""

from __future__ import annotations

from itertools import groupby

from ingest.formats.markup import Element
from ingest.formats.word.elements import first_at, is_on, name_of, text_of, value_of
from ingest.formats.word.styles import Styles


def take_hidden(root: Element, styles: Styles) -> list[str]:
    """Takes the words formatted as hidden out of their runs, and gives them, those that stand together as one."""

    def is_hidden(run: Element) -> bool:
        own = is_on(first_at(run, "rPr", "vanish"))
        return hides or styles.hides(value_of(first_at(run, "rPr", "rStyle"))) if own is None else own

    found: list[str] = []
    for paragraph in root.iter("{*}p"):
        hides = styles.hides(value_of(first_at(paragraph, "pPr", "pStyle")))
        runs = [run for run in paragraph.iter("{*}r") if next(run.iterancestors("{*}p")) is paragraph]
        for hidden, group in groupby(runs, is_hidden):
            if hidden:
                together = list(group)
                found.append("".join(text_of(run) for run in together))
                for run in together:
                    run[:] = [child for child in run if name_of(child) in ("fldChar", "instrText")]
    return found
