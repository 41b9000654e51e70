"""Where documents name what was found: the longest form at each place, each word counted for one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from assistant.guide.names.groups import Group
from assistant.words import STOPWORDS, WORD

ANY_CASE = 3  # content words from which on a name is known without its capitals as well
_FIRST = re.compile(r"\w+")


class Forms:
    """The forms of every group, to be found in one pass over a text."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._everywhere = self._by_first(
            [(form, group) for group in groups for form in group.forms if form not in _local(group)]
        )
        self._local: dict[str, list[tuple[str, Group]]] = defaultdict(list)
        self._at: dict[str, dict[int, tuple[str, Group]]] = defaultdict(dict)
        for group in groups:
            for document, forms in group.local.items():
                self._local[document] += [(form, group) for form in forms]
            for document, starts in group.at.items():
                self._at[document] |= {start: (form, group) for start, form in starts.items()}
            # A short name that several bear is one's only in the documents that show whose it is.
        self._documents = {
            form: {d for group in groups if form in group.forms for d in group.named_in}
            for group in groups if group.kind == "person" for form in group.forms if len(form.split()) == 1
        }  # fmt: skip

    def spans(self, document: str, text: str) -> Iterator[tuple[int, int, Group]]:
        """The places of a document's text that name a group, in order; none over another."""
        local = self._by_first(self._local[document])
        at = self._at[document]
        end = 0
        for word in _FIRST.finditer(text):
            start = word.start()
            if start < end:
                continue
            if start in at:
                form, group = at[start]
                yield start, start + len(form), group
                end = start + len(form)
                continue
            small = word[0].casefold()
            tried = [*local.get(small, ()), *self._everywhere.get(small, ())]
            for pattern, group, single in sorted(tried, key=lambda one: -len(one[0].pattern)):
                match = pattern.match(text, start)
                if match is None or (single and self._is_anothers(match, document, text, local)):
                    continue
                yield start, match.end(), group
                end = match.end()
                break

    def _is_anothers(self, match: re.Match[str], document: str, text: str, local: Mapping[str, object]) -> bool:
        """Whether one word of a person's name is part of a longer name, or of somebody else's here."""
        goes_on = re.match(r"(?: |-)[A-Z]\w", text[match.end() : match.end() + 3])
        form = match[0]
        elsewhere = form in self._documents and document not in self._documents[form] and form.casefold() not in local
        return goes_on is not None or elsewhere

    @staticmethod
    def _by_first(pairs: Sequence[tuple[str, Group]]) -> dict[str, list[tuple[re.Pattern[str], Group, bool]]]:
        found: dict[str, list[tuple[re.Pattern[str], Group, bool]]] = defaultdict(list)
        for form, group in pairs:
            first = _FIRST.search(form)
            if first is not None and first.start() == 0:
                person = group.kind == "person" and " " not in form
                found[first[0].casefold()].append((pattern(form), group, person))
        return found


def pattern(form: str) -> re.Pattern[str]:
    """What finds a form as a whole, over a line's end as well; small letters too where it is long enough to be sure."""
    content = [word for word in WORD.findall(form) if word.casefold() not in STOPWORDS]
    spelt = re.sub("['’]", "['’]", re.escape(form).replace("\\ ", r"\s+"))
    return re.compile(rf"{spelt}(?!\w|-\w)", re.IGNORECASE if len(content) >= ANY_CASE else 0)


def _local(group: Group) -> set[str]:
    """Forms that stand for the group only at the places that were found to."""
    return {form for starts in group.at.values() for form in starts.values()}
