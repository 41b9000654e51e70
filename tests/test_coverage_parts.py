"""The rule, the sectors, a topic's words, and what is kept. Every name and topic here is invented for a test."""

import pytest

from assistant.coverage.roots import capitals, roots
from assistant.coverage.rule import WELL, WORDS, label
from assistant.coverage.sectors import SECTORS, _rules, sectors_of
from assistant.coverage.subject import subject
from assistant.coverage.thesaurus import by_form
from assistant.coverage.values import Label
from assistant.domain import Audience
from assistant.kept.agendas import MOST, Agendas, Corrections, folded
from assistant.lexical import Vocabulary

VOCABULARY = Vocabulary(40, {}, {"hive": 4, "bee": 6, "compani": 3, "trust": 12})


@pytest.mark.parametrize(
    ("told", "named", "expected"),
    [
        (0, 0, Label.ABSENT),
        (0, 1, Label.NAMED),
        (0, 99, Label.NAMED),
        (1, 0, Label.THIN),
        (WELL - 1, 99, Label.THIN),
        (WELL, 0, Label.WELL),
    ],
)
def test_the_rule_counts_sentences(told, named, expected):
    assert label(told, named) is expected


def test_the_rule_is_told_in_two_sentences():
    assert WORDS.count(". ") == 1 and str(WELL) in WORDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from Harrow Vale Council", ("council and public services",)),
        ("Asha, from the parish church", ("faith",)),
        ("a GP in Elmstead", ("health and care",)),
        ("The school and the police met the firm.", ("business", "police and justice", "schools and universities")),
        ("The housing association lent it to two foodbanks.", ("housing", "voluntary and community sector")),
        ("Give the ministry of bees a rest.", ("council and public services",)),
        ("We will supply and confirm the schooling of the banker's notes.", ()),
        ("The firmness of the temple-like courtyard", ()),
        ("the Quill Foundation", ("funders",)),
        ("They laid the foundation of the barn.", ()),
    ],
)
def test_sectors_are_those_that_the_words_name(text, expected):
    assert sectors_of(text) == expected


def test_the_quick_look_for_sectors_misses_none():
    words = {
        "business": "private sector",
        "children's services": "youth clubs",
        "council and public services": "MP",
        "faith": "imams",
        "funders": "grant-makers",
        "health and care": "NHS",
        "housing": "tenants' groups",
        "media and arts": "museum",
        "police and justice": "fire brigade",
        "schools and universities": "colleges",
        "voluntary and community sector": "food banks",
    }
    assert set(words) == set(SECTORS)
    for name, starts, _ in _rules():
        assert name in sectors_of(words[name]) and "" not in starts


def test_words_in_anothers_place_count_for_less_than_a_topics_own():
    topic = subject("working with business", VOCABULARY)
    assert [want.form for want in topic.wants] == [roots("business")]
    own, other, none = (topic.share(roots(t)) for t in ("the business", "the private sector", "a private room"))
    assert 1.0 == own > other > none == 0.0


def test_a_phrase_is_looked_for_as_one():
    topic = subject("mental health", VOCABULARY)
    assert topic.share(roots("the mental health of bees")) == 1.0
    assert topic.share(roots("the health of bees")) == 0.0


def test_a_phrase_with_a_word_between_still_stands_but_not_further_apart():
    topic = subject("mental health", VOCABULARY)
    assert topic.share(roots("mental and health matters")) == 1.0
    assert topic.share(roots("mental work on the frost and the health of bees")) == 0.0


def test_either_of_two_things_is_enough():
    topic = subject("ladders and lanterns", VOCABULARY)
    alone, both = topic.share(roots("a ladder")), topic.share(roots("ladders with lanterns"))
    assert 0.5 < alone < both == 1.0
    assert subject("work between ladders and lanterns", VOCABULARY).parts == ()
    assert subject("how ladders and lanterns are kept", VOCABULARY).parts == ()
    stands_for = subject("real ladders and the wooden kind", VOCABULARY)
    assert stands_for.parts == () and stands_for.topic == "real ladders and the wooden kind"
    assert stands_for.share(roots("a ladder")) == 1.0


def test_a_name_is_looked_for_as_one_or_by_its_last_word_with_a_capital():
    topic = subject("the Thornby Orchard Circle", VOCABULARY)

    def share(text):
        return topic.share((*roots(text), *capitals(text)))

    assert share("It is the Thornby Orchard Circle.") == 1.0
    assert share("All of the Circle said no.") == pytest.approx(0.8)
    assert share("They sat in a circle in the orchard.") == 0.0


@pytest.mark.parametrize(
    ("topic", "particular"),
    [
        ("whether the hives helped", True),
        ("when the Circle started", True),
        ("when we meet next", True),
        ("when key people move on", False),
        ("how the hives are kept", False),
        ("the hives", False),
    ],
)
def test_a_topic_that_asks_for_one_thing_is_told_apart(topic, particular):
    assert subject(topic, VOCABULARY).particular is particular


def test_company_is_no_trade_and_companies_are():
    topic = subject("business", VOCABULARY)
    assert topic.share(roots("being in each other's company")) == 0.0
    assert topic.share(roots("local companies lend ladders")) > 0


def test_words_that_only_share_a_stem_are_not_one():
    assert roots("governance") != roots("government")
    assert roots("they lost the hives") == roots("They lose the hive")
    assert "money" in roots("It raised £40.")


def test_an_untold_side_is_seen():
    topic = subject("what the hives cost", VOCABULARY)
    title = roots("Notes of the bees")
    assert topic.untold("The hives are blue.", roots("The hives are blue."), title)
    assert topic.untold("The barn has a price.", roots("The barn has a price."), title)
    assert not topic.untold("Hives are expensive.", roots("Hives are expensive."), title)
    assert not topic.untold("They are expensive.", roots("They are expensive."), roots("Hives"))
    many = subject("how many hives there are", VOCABULARY)
    assert many.untold("There are hives.", roots("There are hives."), ())
    assert not many.untold("There are twelve hives.", roots("There are twelve hives."), ())


@pytest.mark.parametrize(
    ("topic", "asks"),
    [
        ("Frost", "What is said about Frost?"),
        ("how the hives are kept", "how the hives are kept?"),
        ("Who keeps the hives?", "Who keeps the hives?"),
    ],
)
def test_a_topic_is_put_as_a_question(topic, asks):
    assert subject(topic, VOCABULARY).asks == asks


def test_a_topic_of_nothing_but_small_words_is_still_looked_for():
    assert subject("good ideas", VOCABULARY).wants
    assert subject("it is", VOCABULARY).share(roots("it is")) == 0.0


def test_the_thesaurus_is_the_same_both_ways_but_for_the_one_way():
    forms = by_form()
    one, other = roots("council"), roots("local authority")
    assert other in forms[one] and one in forms[other]
    assert roots("crisis") in forms[roots("pandemic")] and roots("pandemic") not in forms[roots("crisis")]


def test_an_agenda_kept_again_moves_to_the_front(tmp_path):
    agendas = Agendas(tmp_path)
    assert agendas.recent(Audience.CONVENORS) == [] and list(tmp_path.iterdir()) == []
    for topics in (("hives",), ("ladders", "frost"), ("hives",)):
        agendas.keep(topics, Audience.MEMBERS)
    assert agendas.recent(Audience.MEMBERS) == [("hives",), ("ladders", "frost")]
    assert agendas.recent(Audience.MEMBERS, most=1) == [("hives",)]


def test_an_audience_sees_the_agendas_of_those_who_see_no_more(tmp_path):
    agendas = Agendas(tmp_path)
    agendas.keep(("a private matter",), Audience.CONVENORS)
    agendas.keep(("hives",), Audience.PUBLIC)
    agendas.keep(("hives",), Audience.CONVENORS)
    assert agendas.recent(Audience.PUBLIC) == agendas.recent(Audience.MEMBERS) == [("hives",)]
    assert agendas.recent(Audience.CONVENORS) == [("hives",), ("a private matter",)]


def test_twenty_agendas_are_kept(tmp_path):
    agendas = Agendas(tmp_path)
    for i in range(MOST + 3):
        agendas.keep((f"hive {i}",), Audience.MEMBERS)
    found = agendas.recent(Audience.MEMBERS, most=99)
    assert len(found) == MOST and found[0] == (f"hive {MOST + 2}",)


def test_a_correction_stands_until_it_is_taken_back(tmp_path):
    corrections = Corrections(tmp_path)
    assert corrections.labels() == {}
    corrections.take_back("hives")
    assert list(tmp_path.iterdir()) == []
    corrections.correct("The  Hives", Label.WELL, Label.THIN)
    corrections.correct("the hives", Label.NAMED, Label.THIN)
    assert Corrections(tmp_path).labels() == {folded("THE HIVES"): Label.NAMED}
    corrections.take_back("THE HIVES")
    assert corrections.labels() == {}
