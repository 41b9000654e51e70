"""Dates as far as they are known: ISO inside (2021, 2021-05 or 2021-05-20), words where a person reads or writes them."""

from __future__ import annotations

import re
from datetime import date

from assistant.errors import QuestionError
from assistant.figures import MONTHS


def known(iso: str | None) -> tuple[int, ...]:
    """Year, month and day of an ISO date, only as far as they are known."""
    match = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?!\d)", iso or "")
    return tuple(int(part) for part in match.groups() if part) if match else ()


def in_words(date: tuple[int, ...]) -> str:
    """ "25 March 2022", "July 2020", "2021"."""
    return " ".join([*map(str, date[2:]), *(MONTHS[month - 1] for month in date[1:2]), *map(str, date[:1])])


def later(one: str | None, other: str | None) -> bool:
    """Whether one date is later, as far as both are known."""
    ours, theirs = known(one), known(other)
    both = min(len(ours), len(theirs))
    return ours[:both] > theirs[:both]


# A date as people write it: 2021; March 2021, 15th of March 2021, March 15, 2021; 2021-03, 2021-03-15; 15/03/2021.
WRITTEN = tuple(
    re.compile(form)
    for form in (
        r"(?:(?:(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? (?:of )?)?(?P<m>[a-z]{3,})[.,]? )?(?P<y>[0-9]{4})",
        r"(?P<m>[a-z]{3,})\.? (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})(?:-(?P<d>[0-9]{1,2}))?",
        r"(?:(?P<d>[0-9]{1,2})[/.])?(?P<m>[0-9]{1,2})[/.](?P<y>[0-9]{4})",
    )
)


def date_given(text: str) -> str:
    """The ISO date, as far as it is given, of one written as people do. Raises QuestionError where it is none."""
    plain = " ".join(text.casefold().split())
    for form in WRITTEN:
        if match := form.fullmatch(plain):
            year, month, day = int(match["y"]), match["m"], match["d"]
            number = _month(month) if month else 1
            try:
                whole = date(year, number, int(day or 1)).isoformat()
            except ValueError:  # a thirteenth month, a thirtieth of February
                continue
            return whole[: 10 if day else 7 if month else 4]
    shown = " ".join(text.encode("utf-8", "replace").decode().split())[:40]
    raise QuestionError(
        f"“{shown}” is not a date: give a year, a month or a day, such as 2021, March 2021 or 15 March 2021."
    )


def _month(written: str) -> int:
    """The number of a month in figures, or by its name or the beginning of it; 0 where there is none."""
    if written.isdigit():
        return int(written)
    return next((i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(written)), 0)
