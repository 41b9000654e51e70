"""A file to a Document."""

from __future__ import annotations

import pytest

from assistant.domain import Audience, Form, Standing
from assistant.errors import DocumentError
from ingest.read import LARGEST, load, parse, read

BODY = "Invented for a test.\n"


def note(front: str, body: str = BODY):
    return parse(f"---\n{front}\n---\n{body}".encode(), "a.md")


def test_every_field_is_read():
    found = note(
        "title: The hedge\nkind: blog\ndate: 2022-03-25\nauthors: [Asha Patel, Tom Reed]\nplaces: [Surrey]\n"
        "standing: member\nsharing: convenors\nattribution: named\nform: retelling\n"
        "source: https://example.org/hedge\nquestions: ['Why hedges?']"
    )
    assert (found.id, found.title, found.kind, found.date) == ("a.md", "The hedge", "blog", "2022-03-25")
    assert (found.authors, found.places) == (("Asha Patel", "Tom Reed"), ("Surrey",))
    assert (found.standing, found.sharing, found.form) == (Standing.MEMBER, Audience.CONVENORS, Form.RETELLING)
    assert (found.source, found.url) == ("https://example.org/hedge", "https://example.org/hedge")
    assert found.questions == ("Why hedges?",)
    assert found.text == "Invented for a test."


def test_what_a_file_does_not_say_has_the_designs_defaults():
    found = parse(BODY.encode(), "notes/the-old_hedge.md")
    assert (found.title, found.kind, found.date) == ("the old hedge", "note", None)
    assert (found.standing, found.sharing, found.form) == (Standing.NETWORK, Audience.MEMBERS, Form.ORIGINAL)
    assert found.source is None and found.url is None


def test_a_source_that_is_no_address_is_kept_and_is_no_link():
    found = note("source: from a letter")
    assert (found.source, found.url) == ("from a letter", None)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2020-07", "2020-07"),
        ("2022", "2022"),
        ("2022-03-25", "2022-03-25"),
        ("'2022-03-25'", "2022-03-25"),
        ("2022-03-25T10:00:00Z", "2022-03-25"),
        ("unknown", None),
        ("Unknown", None),
        ("", None),
        ("''", None),
    ],
)
def test_dates_as_far_as_they_are_known(written, date):
    assert note(f"date: {written}").date == date


@pytest.mark.parametrize(
    "written",
    ["July 2020", "2022-02-30", "'2022-13'", "2022-13-45", "12:30:45", "0", "202", "[2020]", "0x" + "f" * 5000],
)
def test_a_date_that_is_none_is_refused(written):
    with pytest.raises(DocumentError, match="front matter") as error:
        note(f"date: {written}")
    assert len(str(error.value)) < 200


@pytest.mark.parametrize("field", ["sharing", "standing", "form", "attribution"])
@pytest.mark.parametrize("value", ["nobody", "[public]", "{a: b}", "true", "'Members and friends'"])
def test_a_choice_that_nobody_knows_is_refused_and_never_guessed(field, value):
    with pytest.raises(DocumentError, match=f"'{field}: .*Use "):
        note(f"{field}: {value}")


SAID = "Petra Quill, from the Thornby Trust, said that the wheel turns again. (Off the record: it cost too much.)\n"


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("attribution: unattributed\nauthors: [Petra Quill]\ntitle: A talk by Petra Quill\nsource: petra-quill", SAID),
        ("kind: note", f"This meeting was held under the Chatham House Rule.\n\n{SAID}"),
    ],
    ids=["marked", "by the rule"],
)
def test_a_note_whose_speakers_may_not_be_named_names_none_of_them(front, body):
    found = note(front, body)
    assert found.unattributed
    assert "the wheel turns again" in found.text
    assert not any(word in str(found) for word in ("Quill", "quill", "Thornby", "cost"))


def test_what_is_off_the_record_goes_and_the_name_stays_where_it_may():
    found = note("kind: note", SAID)
    assert "Petra Quill" in found.text and "cost" not in found.text and not found.unattributed


def test_who_says_that_names_may_stand_has_decided():
    assert "Petra Quill" in note("attribution: named", f"Held under the Chatham House Rule.\n\n{SAID}").text


@pytest.mark.parametrize("front", ["Sharing: convenors", "SHARING: convenors", "' sharing ': convenors"])
def test_sharing_counts_however_its_name_is_written(front):
    assert note(front).sharing is Audience.CONVENORS


def test_front_matter_after_blank_lines_still_counts():
    assert parse(f"\n\n---\nsharing: convenors\n---\n{BODY}".encode(), "a.md").sharing is Audience.CONVENORS


def test_front_matter_counts_in_plain_text_too():
    found = parse(f"---\nsharing: public\n---\n{BODY}".encode(), "a.txt")
    assert (found.sharing, found.text.strip()) == (Audience.PUBLIC, "Invented for a test.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\nsharing: convenors\n\nInvented for a test.\n", "never closed"),
        ("---\nSharing: convenors\nInvented for a test.\n", "never closed"),
        ("---\n- a\n- b\n---\nInvented for a test.\n", "not a list of 'name: value' lines"),
        ("---\njust words\n---\nInvented for a test.\n", "not a list of 'name: value' lines"),
        ("---\ntitle: a: b\n---\nInvented for a test.\n", "not YAML near line 2"),
        ("---\nx: !!timestamp abc\n---\nInvented for a test.\n", "not YAML"),
        ("---\nx: !!bool q\n---\nInvented for a test.\n", "not YAML"),
        ("---\nx: !!int ''\n---\nInvented for a test.\n", "not YAML"),
        ("---\nx: !!python/object/apply:os.getcwd []\n---\nInvented for a test.\n", "not YAML"),
        ("---\nx: " + "[" * 5000 + "\n---\nInvented for a test.\n", "not YAML"),
    ],
    ids=["open", "open, capital", "list", "words", "colon", "timestamp", "bool", "int", "python", "deep"],
)
def test_front_matter_that_cannot_be_read_is_refused(text, reason):
    with pytest.raises(DocumentError, match=reason):
        parse(text.encode(), "a.md")


def test_a_rule_between_two_thoughts_is_no_front_matter():
    assert "It rained." in parse(b"Invented for a test.\n\n---\n\nIt rained.\n", "a.md").text


@pytest.mark.parametrize(
    "value", ['"\\uD800"', "0x" + "f" * 5000, "[a, b]", "{a: b}", "''", "!!binary aGk="], ids=lambda v: v[:12]
)
def test_a_title_that_no_line_can_show_is_passed_over(value):
    assert note(f"title: {value}").title == "a"


def test_names_that_are_lists_of_lists_are_passed_over():
    assert note("authors: &a [Asha Patel, *a, [x], 7]").authors == ("Asha Patel", "7")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    raw = "---\ntitle: “Café”\n---\nInvented for a test: “naïve”.\n"
    found = parse(raw.encode(encoding), "a.md")
    assert (found.title, found.text) == ("“Café”", "Invented for a test: “naïve”.")


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\x85"])
def test_every_line_ending_becomes_one(newline):
    raw = f"---{newline}title: T{newline}---{newline}One line.{newline}{newline}Another, invented for a test.{newline}"
    assert parse(raw.encode(), "a.txt").text.strip() == "One line.\n\nAnother, invented for a test."
    assert parse(raw.encode(), "a.txt").title == "T"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no words"),
        (b" \n\t\n", "holds no words"),
        (b"---\ntitle: T\n---\n", "holds no words"),
        (b"<!-- only a comment -->", "holds no words"),
        (b"# Invented for a test\n\n## Another\n", "headings and nothing under them"),
        (b"%PDF-1.7\x00\x01\x02", "not a text file"),
        ("Invented.".encode("utf-32"), "no encoding that we know"),
        (b"\xff\xfeabc", "no encoding that we know"),
        (b"\x81\x8d Invented", "no encoding that we know"),
    ],
)
def test_what_holds_no_text_is_refused(data, reason):
    with pytest.raises(DocumentError, match=reason):
        parse(data, "a.md")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.xlsx", r"cannot read \.xlsx files\. Save it as Word"),
        ("a", r"cannot read such files\. Save it as Word"),
        ("a.doc", r"Open it and save it as Word \(\.docx\)"),
        ("a.MP4", r"It is a recording, and we read words\. Give its captions"),
    ],
)
def test_a_file_of_a_kind_we_do_not_read_is_refused(tmp_path, name, reason):
    (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(DocumentError, match=reason):
        read(tmp_path / name, name)


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DocumentError, match=r"more than the 20 MB we read\. Split it"):
        load(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="cannot be opened"):
        load(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A &amp; B &lt;b&gt; &eacute; &#8212; &nbsp;end", "A & B <b> é — \u00a0end"),
        ('see [the hedge](https://example.org "t") now', "see the hedge now"),
        ("see [the hedge][1] now\n\n[1]: https://example.org", "see the hedge now"),
        ("see ![a tall hedge](hedge.png) now", "see a tall hedge now"),
        ("*one* **two** ***three*** ~~four~~ `five`", "one two three four five"),
        ("two \\*stars\\* stay", "two *stars* stay"),
        ("a hard  \nbreak and\\\nanother", "a hard\nbreak and\nanother"),
        ("before <!-- hidden --> after", "before  after"),
        ("before\n\n<!-- hidden\nlong -->\n\nafter", "before\n\nafter"),
        ("before <script>alert(1)</script> after", "before  after"),
        ("before\n\n<script>\nalert(1)\n</script>\n\nafter", "before\n\nafter"),
        ("before\n\n<style>p { }</style>\n\nafter", "before\n\nafter"),
        ("<div>Hello <b>there</b> &amp; you</div>", "Hello there & you"),
        ("a <b>bold</b> word", "a bold word"),
        ("- one\n  - two\n- three", "one\ntwo\nthree"),
        ("2. two\n3. three", "2. two\n\n3. three"),
        ("| a | b |\n|---|---|\n| c | *d* |", "a | b\nc | d"),
        ("```python\nx = 1 < 2\n```", "x = 1 < 2"),
        ("> quoted\n> words", "quoted\nwords"),
        ("Title\n=====\n\nbody", "Title\n\nbody"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_markdown_is_rendered_away(markdown, text):
    assert parse(f"{markdown}\n".encode(), "a.md").text == text


def test_plain_text_is_left_as_it_is():
    raw = "Invented *for* a test &amp; more.\n\n  Indented  twice.\n"
    assert parse(raw.encode(), "a.txt").text == raw


def test_a_title_is_the_first_heading_where_front_matter_gives_none():
    assert parse(b"# The *tall* hedge\n\nInvented for a test.\n", "a.md").title == "The tall hedge"
    assert parse(b"The tall hedge\n\nInvented for a test.\n", "a.txt").title == "The tall hedge"


@pytest.mark.parametrize("name", ["sharng", "Shairng", "atribution"])
def test_a_rule_that_is_misspelt_is_not_lost(name):
    with pytest.raises(DocumentError, match="mend the spelling"):
        note(f"{name}: convenors")
