"""What has been discussed: themes of several accounts, in the documents' words, and steady when a document comes."""

import numpy as np
import pytest
from indexed import shelf, shipped
from sklearn.metrics import adjusted_rand_score

from assistant.assistant import Assistant
from assistant.embedding import open_embedder
from assistant.guide.lines import shelved, stands_alone
from assistant.guide.themes import FEWEST, MOST, gathered, most, themes
from assistant.sameness import key


@pytest.fixture(scope="module")
def embed(cache):
    """Texts to vectors, each text once."""
    embedder, known = open_embedder(shipped(cache)), {}

    def vectors(texts):
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, embedder.embed(new), strict=True))
        return np.stack([known[text] for text in texts])

    return vectors


@pytest.fixture(scope="module")
def shelves(cache):
    with Assistant.open(shipped(cache)) as assistant:
        return shelved(assistant._current())


def names(shelves):
    given = {name for one in shelves for name in (*one.document.authors, *one.document.places)}
    given |= {passage.speaker for one in shelves for passage in one.passages if passage.speaker}
    return {word.casefold() for name in given for word in name.split()}


def grouping(shelves, embed):
    """For each passage, the theme that it speaks of most, or -1."""
    lines = [line for one in shelves for line in one.lines()]
    found = gathered(lines, embed, names(shelves), most(len(shelves), sum(len(one.passages) for one in shelves)))
    weights = {(line.document.id, line.passage.start): np.zeros(len(found)) for line in lines}
    for i, theme in enumerate(found):
        for at, weight in theme.lines.items():
            weights[lines[at].document.id, lines[at].passage.start][i] += weight
    return {place: int(w.argmax()) if w.max() > 0 else -1 for place, w in weights.items()}


def test_themes_of_the_corpus(shelves, embed):
    by_id = {one.document.id: one.document for one in shelves}
    found = themes(shelves, by_id.get, embed, names(shelves))
    assert FEWEST <= len(found) <= MOST
    labels = {theme.label.casefold() for theme in found}
    assert {"relationships", "collaboration", "adult social care", "citizens' assemblies"} <= labels
    assert len(labels) == len(found)
    text = " ".join(document.text for document in by_id.values()).casefold()
    for theme in found:
        assert theme.label.casefold() in text
        assert len(theme.quotes) == 3
        assert len({quote.document for quote in theme.quotes} | {quote.speaker for quote in theme.quotes}) > 1
        assert len({key(quote.quote) for quote in theme.quotes}) == 3
        for quote in theme.quotes:
            assert by_id[quote.document].text[quote.start : quote.end] == quote.quote
            assert stands_alone(quote.quote)


def test_background_from_outside_is_counted_apart_and_moves_no_theme_up(shelves, embed):
    by_id = {one.document.id: one.document for one in shelves}
    found = themes(shelves, by_id.get, embed, names(shelves))
    assert [one.sentences for one in found] == sorted((one.sentences for one in found), reverse=True)
    (assemblies,) = (one for one in found if one.label.casefold() == "citizens' assemblies")
    assert assemblies.outside > assemblies.sentences > 0
    assert not any(by_id[d].standing == "outside" for one in found for d in one.documents)


def test_what_the_guide_shows_elsewhere_is_not_shown_again_where_there_is_another(shelves, embed):
    by_id = {one.document.id: one.document for one in shelves}
    first = themes(shelves, by_id.get, embed, names(shelves))
    shown = [theme.quotes[0] for theme in first]
    again = themes(shelves, by_id.get, embed, names(shelves), shown)
    assert [theme.label for theme in again] == [theme.label for theme in first]
    assert not {quote.quote for quote in shown} & {quote.quote for theme in again for quote in theme.quotes}


def test_themes_stay_when_a_document_comes(shelves, embed):
    """Each document in turn is the one that comes: the passages of the others stay together as they were."""
    whole = grouping(shelves, embed)
    agreed = []
    for one in shelves:
        before = grouping([other for other in shelves if other is not one], embed)
        places = sorted(before)
        agreed.append(adjusted_rand_score([whole[p] for p in places], [before[p] for p in places]))
    assert np.mean(agreed) >= 0.8, agreed
    assert np.median(agreed) >= 0.85, agreed


def test_the_same_documents_in_another_order_give_the_same_themes(shelves, embed):
    by_id = {one.document.id: one.document for one in shelves}
    forwards = themes(shelves, by_id.get, embed)
    assert {t.label for t in themes(list(reversed(shelves)), by_id.get, embed)} == {t.label for t in forwards}


def test_one_note_alone_has_themes_of_its_accounts(embed):
    notes, lookup = shelf(
        a="# A note\n\nInvented for a test.\n\n## Talks\n\n"
        "Asha Patel, from the Bee Group, explained that pollinators need hedgerows along every lane. She said that "
        "hedgerows were cut down after the war by the council.\n\n"
        "Tom Reed, from the Mill, said that hedgerows keep the wind from the orchards of the valley. He counted the "
        "pollinators in the orchards.\n\n"
        "## Discussion\n\nThe pollinators come back where hedgerows are planted again. The orchards need pollinators in "
        "the spring of the year."
    )
    found = themes(notes, lookup, embed)
    labels = {theme.label.casefold() for theme in found}
    assert labels & {"hedgerows", "pollinators", "orchards"}
    assert any(len({quote.speaker for quote in theme.quotes}) > 1 for theme in found)


def test_nothing_of_nothing(embed):
    assert themes([], {}.get, embed) == ()
    notes, lookup = shelf(a="Invented for a test.")
    assert themes(notes, lookup, embed) == ()


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Trust grows when people meet face to face.", True),
        ("It is possible to work as a steward of the whole.", True),
        ("This grows when people meet face to face.", False),
        ("They were glad of it all the same.", False),
        ("However, the crisis has now receded from view.", False),
        ("The council, for example, was working on a plan.", False),
        ("and so the crisis has now receded from view.", False),
        ("Five values did come out of their meetings", False),
        ("Trust grows.", False),
    ],
)
def test_what_stands_alone(text, alone):
    assert stands_alone(text) is alone
