"""What a Word file's properties say of it."""

from __future__ import annotations

import re
from datetime import date

from ingest.formats.markup import Element, plain
from ingest.formats.word.elements import children_of

LEFT_OVER = re.compile(  # titles that a program gave
    r"microsoft word\b.*|(?:new )?(?:microsoft )?(?:word )?(?:document|doc|template|title|untitled)[\s\d()]*"
    r"|.*\.(?:docx?|dot[xm]?|rtf|odt)",
    re.IGNORECASE,
)
NOBODY = frozenset(
    "administrator,admin,author,default,dell,hp,lenovo,microsoft,microsoft office user,owner,pc,python-docx,un-named,"
    "unknown,user,windows user,word".split(",")
)
TEMPLATE_MADE = "2013-12-23T23:15:00Z"  # when the template was made that python-docx starts every file from


def told_by(core: Element | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Title, authors and day of creation, as the file's properties give them; what a program filled in is left out."""
    said = {name: plain(one.text or "") for name in ("title", "creator", "created") for one in children_of(core, name)}
    title = said.get("title", "")
    creators = [plain(name) for name in said.get("creator", "").split(";")]
    authors = tuple(name for name in creators if name and name.lower() not in NOBODY)
    created = said.get("created", "")
    try:
        known = created != TEMPLATE_MADE and 1990 <= date.fromisoformat(created[:10]).year <= date.today().year
    except ValueError:
        known = False
    return None if LEFT_OVER.fullmatch(title) else title or None, authors, created[:10] if known else None
