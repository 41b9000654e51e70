"""Corrections in network.yaml: read, checked, and never in the way."""

from pathlib import Path

import pytest
import yaml

from assistant.guide.curated import FILE, curation, key, parse
from ingest.publish import sync

ROOT = Path(__file__).parents[1]


def test_the_projects_own_file_is_right():
    made = curation(ROOT / "corpus")
    assert made.problem == ""
    assert made.network == "A Better Way"
    assert made.kind("the big society") == "programme"
    assert made.divides("BD_Collective", "BDCVS") is False  # it is named by its full name there
    assert made.divides("Barking and Dagenham Collective", "BDCVS")


def test_its_form_is_told_in_it():
    text = (ROOT / "corpus" / FILE).read_text(encoding="utf-8")
    assert all(f"#   {section}:" in text for section in ("network", "kinds", "same", "apart", "hide"))
    assert set(yaml.safe_load(text)) == {"network", "kinds", "same", "apart", "hide"}


def test_it_is_no_document(config, write):
    write("a.md", "Bees like clover.")
    (config.corpus / FILE).write_text("hide: [Bees]\n", encoding="utf-8")
    report = sync(config)
    assert report.added == ("a.md",)
    assert report.failed == ()


def test_no_file_is_no_correction(tmp_path):
    assert curation(tmp_path).problem == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kinds: [Ratio]", "needs lines such as"),
        ("kinds: {Ratio: firm}", "'Ratio' is given the kind 'firm'"),
        ("same: [Ratio, Other]", "where a list of names belongs"),
        ("same: Ratio", "a list of lists"),
        ("apart: [[Ratio]]", "two names or more"),
        ("hide: Ratio", "a list of names"),
        ("hide: [7]", "no name"),
        ("hides: [Ratio]", "none of network, kinds, same, apart and hide"),
        ("network: [A, B]", "the network's name, in one short line"),
        ("network: ' '", "the network's name, in one short line"),
        ("- Ratio", "needs the lines"),
        ("kinds: {Ratio: [", "no YAML at line"),
        ("same: [[A, B]]\napart: [[A, B]]", "both 'same' and 'apart'"),
        ("\x00", "no YAML"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(text, says):
    problem = parse(text).problem
    assert says in problem
    assert "\n" not in problem


def test_the_rest_of_a_wrong_file_is_used():
    made = parse("kinds: {Ratio: firm, Loaf: organisation}\nhide: [Bees]")
    assert made.kind("loaf") == "organisation"
    assert made.hides("bees")
    assert made.problem


@pytest.mark.parametrize("data", [b"\xff\xfe\x00hide", b"x" * 300_000], ids=["encoding", "size"])
def test_what_cannot_be_read_stops_nothing(tmp_path, data):
    (tmp_path / FILE).write_bytes(data)
    assert "was not used" in curation(tmp_path).problem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Relationships Project", "relationships project"),
        ("Newnes-Smith", "newnes smith"),
        ("BD_CAN", "bd can"),
        ("A & B", "a and b"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert key(one) == key(other)
