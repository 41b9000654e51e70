"""`network.yaml` in the corpus folder: what a person knows of the names that no rule can know.

A file that is wrong in part is used as far as it is right; `problem` says in one sentence what is wrong with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from assistant.guide.values import EntityKind

FILE = "network.yaml"
LARGEST = 200_000  # bytes
LONGEST_NAME = 80  # letters
SECTIONS = ("network", "kinds", "same", "apart", "hide")
_KINDS: tuple[str, ...] = get_args(EntityKind)


@dataclass(frozen=True)
class Curation:
    """Corrections of who's who. Names are compared without regard to capitals, hyphens and "the"."""

    network: str = ""  # what the network is called
    kinds: dict[str, EntityKind] = field(default_factory=dict)  # name -> kind
    same: tuple[tuple[str, ...], ...] = ()  # forms of one name, the one to show first
    apart: tuple[tuple[str, ...], ...] = ()  # names that are never taken for one another
    hide: tuple[str, ...] = ()
    problem: str = ""  # what is wrong with the file, or ""

    def kind(self, name: str) -> EntityKind | None:
        return next((kind for given, kind in self.kinds.items() if key(given) == key(name)), None)

    def hides(self, name: str) -> bool:
        return any(key(one) == key(name) for one in self.hide)

    def divides(self, one: str, other: str) -> bool:
        """Whether the two are said to be apart."""
        return any(
            {key(one), key(other)} <= {key(name) for name in names} for names in self.apart if key(one) != key(other)
        )


def key(name: str) -> str:
    """What two spellings of one name have in common: "The Relationships-Project" and "relationships project"."""
    small = name.casefold().replace("’", "'").replace("&", " and ")
    for mark in "_-‐‑.,":
        small = small.replace(mark, " ")
    words = small.split()
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    while len(words) > 1 and words[-1] in ("ltd", "limited", "cic"):
        words = words[:-1]
    return " ".join(words)


def curation(corpus: Path) -> Curation:
    """The corrections in a corpus folder; none where it has no such file. Never raises for what the file holds."""
    path = corpus / FILE
    try:
        if not path.is_file():
            return Curation()
        data = path.read_bytes()
        if len(data) > LARGEST:
            return Curation(problem=f"{FILE} is larger than {LARGEST:,} bytes and was not used.")
        return parse(data.decode("utf-8-sig"))
    except OSError as error:
        return Curation(problem=f"{FILE} cannot be read ({error.strerror or error}) and was not used.")
    except UnicodeDecodeError:
        return Curation(problem=f"{FILE} is not UTF-8 text and was not used. Save it as UTF-8.")


def parse(text: str) -> Curation:
    """The corrections that a file's text gives."""
    import yaml

    try:
        given = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        return Curation(problem=f"{FILE} is no YAML{where} and was not used. Its first lines show how it is written.")
    if given is None:
        return Curation()
    if not isinstance(given, dict):
        return Curation(problem=f"{FILE} needs the lines {_listed(SECTIONS)}, and was not used.")
    problems = [f"{FILE} has '{name}', which is none of {_listed(SECTIONS)}." for name in given if name not in SECTIONS]
    made = Curation(
        network=_name(given.get("network"), problems),
        kinds=_kinds(given.get("kinds"), problems),
        same=_groups(given.get("same"), "same", problems),
        apart=_groups(given.get("apart"), "apart", problems),
        hide=tuple(_names(given.get("hide"), "hide", problems)),
    )
    for group in made.same:
        if any(made.divides(group[0], name) for name in group[1:]):
            problems.append(f"{FILE} says of {_listed(group)} both 'same' and 'apart'; they are kept apart.")
    return replace(made, problem=problems[0] if problems else "")


def _name(given: Any, problems: list[str]) -> str:
    if given is None:
        return ""
    if not isinstance(given, str) or not given.strip() or len(given) > LONGEST_NAME:
        problems.append(f"In {FILE}, 'network' needs the network's name, in one short line.")
        return ""
    return " ".join(given.split())


def _kinds(given: Any, problems: list[str]) -> dict[str, EntityKind]:
    found: dict[str, EntityKind] = {}
    if given is None:
        return found
    if not isinstance(given, dict):
        problems.append(f"In {FILE}, 'kinds' needs lines such as 'Name: organisation'.")
        return found
    for name, kind in given.items():
        if not isinstance(name, str) or kind not in _KINDS:
            problems.append(f"In {FILE}, '{name}' is given the kind '{kind}', which is none of {_listed(_KINDS)}.")
        else:
            found[name.strip()] = kind
    return found


def _groups(given: Any, section: str, problems: list[str]) -> tuple[tuple[str, ...], ...]:
    if given is None:
        return ()
    if not isinstance(given, list):
        problems.append(f"In {FILE}, '{section}' needs a list of lists, such as '- [One name, Another name]'.")
        return ()
    groups = []
    for one in given:
        names = tuple(_names(one, section, problems))
        if len(names) < 2:
            problems.append(f"In {FILE}, a line of '{section}' needs two names or more in brackets.")
        else:
            groups.append(names)
    return tuple(groups)


def _names(given: Any, section: str, problems: list[str]) -> Iterator[str]:
    if given is None:
        return
    if not isinstance(given, list):
        problems.append(f"In {FILE}, '{section}' has '{given}' where a list of names belongs.")
        return
    for name in given:
        if isinstance(name, str) and name.strip():
            yield name.strip()
        else:
            problems.append(
                f"In {FILE}, '{section}' has '{name}', which is no name. Put it in quotation marks if it is."
            )


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
