"""Personal data of every kind, in one warning."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice, zip_longest

from ingest.scrutiny.contact import BANK, EMAIL, INSURANCE, NHS, addresses_in, births_in, phones_in
from ingest.scrutiny.health import health_in
from ingest.scrutiny.patterns import spans_of, unwrapped
from ingest.scrutiny.warning import LONGEST, MOST, Warning, around, seen, warning_of


def personal_data(text: str, places: Collection[str]) -> Warning | None:
    """What a person may not want told, of every kind in one warning. `places` are names that are nobody's."""
    flat = unwrapped(text)
    rules = {
        "an e-mail address": spans_of(flat, [EMAIL]),
        "a phone number": phones_in(flat),
        "an address": addresses_in(flat),
        "a National Insurance number": spans_of(flat, [INSURANCE]),
        "an NHS number": spans_of(flat, [NHS]),
        "a date of birth": births_in(flat),
        "bank details": spans_of(flat, [BANK]),
    }
    found = {
        name: [seen(text[start:end])[:LONGEST] for start, end in islice(spans, MOST)] for name, spans in rules.items()
    }
    found["words on one person's health"] = list(islice(around(text, health_in(flat, places)), MOST))
    names = [name for name, examples in found.items() if examples]
    listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return warning_of(
        "personal data",
        f"It seems to hold {listed}: think whether each person would agree to having it here.",
        (one for row in zip_longest(*found.values()) for one in row if one),
    )
