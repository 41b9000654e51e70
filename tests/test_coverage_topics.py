"""What documents hold on a topic, with the real models. Every person, place and figure here is invented for a test."""

from dataclasses import replace

import pytest
from conftest import INVENTED

from assistant import Assistant
from assistant.config import Config
from assistant.coverage.agenda import AgendaError
from assistant.coverage.topics import NEAREST, cover
from assistant.coverage.values import Label
from assistant.domain import Audience, citation_json
from ingest.publish import sync

CIRCLE = """---
title: Orchards and mills
kind: meeting note
date: 2031-05
places: [Thornby]
standing: network
sharing: public
---
# Summary

The frost killed half of the blossom in April.

# Opening

Petra Quill, from Thornby Orchard, explained that the growers came together in the spring. They set up the Orchard Circle, \
which lends ladders to 40 families. The ladders are kept in the old mill. Each ladder is mended by the millers in the \
winter. A ladder may be borrowed for a week.

# Discussion

The frost killed half of the blossom in April. The council mended the road to the mill with gravel, and the work \
touched drainage, bridges and lanterns.

# Topics for further meetings

How do we keep bees through a wet winter?
"""
MEMBER = """---
title: A later word
kind: blog
date: 2032-02
places: [Elmstead]
standing: member
sharing: members
---
Tomas Reed, from Elmstead Primary School, wrote that the school grows barley for its own bread. The pupils bake \
the bread on Fridays.
"""
OUTSIDE = """---
title: Beekeeping elsewhere
date: 2029
places: [Harrow Vale]
standing: outside
sharing: public
---
Bees are kept through wet winters under a roof of straw. Otters have come back to the river and eat the trout.
"""
SECRET = """---
title: Private
date: 2033
standing: network
sharing: convenors
---
Otto Bramble chairs the ladder fund. The ladders cost 900 pounds last year.
"""
NOTES = {"circle.md": CIRCLE, "member.md": MEMBER, "outside.md": OUTSIDE, "secret.md": SECRET}


@pytest.fixture(scope="module")
def home(tmp_path_factory, cache):
    folder = tmp_path_factory.mktemp("coverage")
    (folder / "corpus").mkdir()
    for name, text in NOTES.items():
        assert text.count("---") == 2
        (folder / "corpus" / name).write_text(f"{text}\n{INVENTED}\n", encoding="utf-8")
    config = Config(corpus=folder / "corpus", home=folder / "home", cache=cache)
    sync(config)
    return config


@pytest.fixture(scope="module")
def assistant(home):
    with Assistant.open(replace(home, audience=Audience.MEMBERS)) as opened:
        yield opened


def one(assistant, topic):
    return assistant.coverage([topic]).topics[0]


def texts(statements):
    return [" ".join(statement.text.split()) for statement in statements]


def test_what_is_told_at_length_is_well_covered(assistant):
    found = one(assistant, "the ladders")
    assert found.label is Label.WELL
    assert "A ladder may be borrowed for a week." in texts(found.told)
    assert found.documents == ("circle.md",)
    assert (found.here.accounts, found.oldest, found.newest) == (("Petra Quill",), "2031-05", "2031-05")


def test_a_sentence_of_summary_and_discussion_counts_once_with_both_places(assistant):
    found = one(assistant, "the frost")
    assert texts(found.told) == ["The frost killed half of the blossom in April."]
    assert [c.heading[-1] for c in found.told[0].citations] in (["Summary", "Discussion"], ["Discussion", "Summary"])
    assert (found.label, found.sentences) == (Label.THIN, 1)


def test_what_is_only_asked_is_only_named_and_what_is_from_outside_stands_apart(assistant):
    found = one(assistant, "keeping bees through the winter")
    assert found.label is Label.NAMED
    assert "How do we keep bees through a wet winter?" in texts(found.named)
    assert "Bees are kept through wet winters under a roof of straw." in texts(found.outside)
    assert "outside.md" not in found.documents and "Harrow Vale" not in found.here.places


def test_what_only_outside_tells_is_absent_with_everyone_missing(assistant):
    found = one(assistant, "otters in the river")
    assert found.label is Label.ABSENT and found.sentences == 0
    assert any("Otters" in text for text in texts(found.outside))
    assert found.missing.accounts == ("Petra Quill", "Tomas Reed")
    assert found.missing.places == ("Elmstead", "Thornby")  # not Harrow Vale, which is outside's
    assert "schools and universities" in found.missing.sectors


def test_where_little_is_told_the_nearest_in_meaning_is_shown_and_not_counted(assistant):
    found = one(assistant, "youngsters making loaves")
    assert found.label is not Label.WELL
    assert "The pupils bake the bread on Fridays." in texts((*found.told, *found.nearest))
    counted = {*texts(found.told), *texts(found.named)}
    assert len(found.nearest) <= NEAREST and not counted & set(texts(found.nearest))
    assert all(c.document != "outside.md" for s in found.nearest for c in s.citations)
    assert one(assistant, "the ladders").nearest == ()  # well covered
    assert found.to_json()["nearest"] == [citation_json(s.citations[0]) for s in found.nearest]


def test_an_untold_side_of_a_thing_is_not_covered(assistant):
    assert one(assistant, "what the ladders cost").label is Label.ABSENT
    assert one(assistant, "climate change").label is Label.ABSENT


def test_nothing_of_a_more_private_document_shows(home, assistant):
    found = one(assistant, "what the ladders cost")
    assert "secret.md" not in str(found.to_json()) and "900" not in str(found.to_json())
    with Assistant.open(replace(home, audience=Audience.CONVENORS)) as convenors:
        told = one(convenors, "what the ladders cost")
    assert any("900 pounds" in text for text in texts(told.told))
    with Assistant.open(replace(home, audience=Audience.PUBLIC)) as public:
        report = public.coverage(["bread"])
    assert report.documents == 2 and report.topics[0].sentences == 0
    assert "Tomas Reed" not in report.topics[0].missing.accounts


def test_every_quotation_is_the_documents_own(assistant):
    report = assistant.coverage(["the ladders", "bread", "bees", "the road to the mill", "otters"])
    quoted = [c for t in report.topics for s in (*t.told, *t.named, *t.outside) for c in s.citations]
    assert quoted
    assert all(assistant.document(c.document).text[c.start : c.end] == c.quote for c in quoted)


def test_a_misspelt_topic_keeps_its_own_words_and_finds_the_same(assistant):
    found = one(assistant, "the laders")
    assert (found.topic, found.label) == ("the laders", Label.WELL)


def test_a_mention_in_passing_only_names(assistant):
    assert one(assistant, "lanterns").label is Label.NAMED


def test_a_question_for_one_thing_is_told_only_by_an_answer(assistant):
    assert one(assistant, "whether the Orchard Circle failed").label is Label.ABSENT


def test_progress_is_told_and_corrections_stand_beside_the_rule(assistant):
    seen = []
    report = assistant.coverage(
        ["The  frost", "bread"], corrections={"the frost": Label.WELL}, watch=lambda *told: seen.append(told)
    )
    frost, bread = report.topics
    assert (frost.rule, frost.corrected, frost.label) == (Label.THIN, Label.WELL, Label.WELL)
    assert bread.corrected is None
    assert [told[1:] for told in seen] == [(0, 2), (0, 2), (1, 2), (2, 2)]
    assert report.documents == 3 and report.seconds > 0


def test_an_agenda_of_nothing_is_refused(assistant):
    with pytest.raises(AgendaError):
        assistant.coverage(["  "])


def test_one_topic_alone_is_the_same(assistant):
    found = cover("the frost", assistant._current(), assistant._answering)
    assert found == one(assistant, "the frost")


def test_without_a_reader_words_and_meaning_serve(home):
    with Assistant.open(replace(home, reader="none", audience=Audience.MEMBERS)) as unread:
        assert one(unread, "the ladders").label is Label.WELL
        assert one(unread, "climate change").label is Label.ABSENT


def test_a_corpus_of_nothing_tells_of_nothing(config):
    sync(config)
    with Assistant.open(config) as empty:
        report = empty.coverage(["bees", "what the bees cost"])
    assert report.documents == 0
    assert [topic.label for topic in report.topics] == [Label.ABSENT, Label.ABSENT]


@pytest.mark.parametrize("odd", ["???what", "(.*)+[ bees", "is it", "£££ 3", "x" * 200, "\ud800 bees"])
def test_odd_topics_do_no_harm(assistant, odd):
    assert one(assistant, odd).sentences >= 0
