"""What the network says it is."""

from indexed import shelf

from assistant.guide.about import MOST, about


def quotes(**notes):
    found, lookup = shelf(**{name: f"# A note\n\nInvented for a test.\n\n{text}\n" for name, text in notes.items()})
    return [citation.quote for citation in about(found, lookup)]


def test_sentences_that_say_what_it_is():
    text = (
        "The network is a group of people who mend tools. The cell is cold. Our network brings together smiths and farmers. "
        "This cell is for those who mend ploughs and want to learn. The network is meeting again next week. "
        "The guidance says that the network has an aim in common, which is to keep old skills alive."
    )
    told = quotes(a=text)
    assert len(told) == MOST
    assert "This cell is for those who mend ploughs and want to learn." in told
    assert "The network is a group of people who mend tools." in told
    assert not any("next week" in quote or "cold" in quote for quote in told)


def test_how_large_it_is_and_who_convenes_it():
    text = (
        "The cell is for people who mend tools. A cell has six to ten members, who meet in a barn. The cell has three legs. "
        "Asha Moss, who is co-convenor of the Tool Network, opened the day. Idris Penn, the chair of the parish, sang. "
        "Ola Reed, who is the chair of the network, waved. Asha Moss and Wyn Hale, the co-convenors, wrote a long letter. Asha Moss, the co-convenor, went home."
    )
    assert quotes(a=text) == [
        "The cell is for people who mend tools.",
        "A cell has six to ten members, who meet in a barn.",
        "Asha Moss, who is co-convenor of the Tool Network, opened the day.",
        "Asha Moss and Wyn Hale, the co-convenors, wrote a long letter.",
    ]


def test_nothing_where_no_document_says():
    assert quotes(a="Ploughs were mended. The network is late.") == []


def test_only_the_networks_own_documents_say_it():
    text = "# A note\n\nOur network is a group of people who mend tools."
    found, lookup = shelf(a=f"---\nstanding: member\n---\n{text}\n")
    assert about(found, lookup) == ()
