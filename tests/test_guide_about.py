"""What the network says it is."""

from indexed import shelf

from assistant.guide.about import MOST, about


def told(**notes):
    found, lookup = shelf(**{name: f"# A note\n\nInvented for a test.\n\n{text}\n" for name, text in notes.items()})
    return [(one.side, one.noun, one.citation.quote) for one in about(found, lookup)]


def test_sentences_that_say_what_it_is_and_what_a_group_of_it_is():
    text = (
        "This cell is for those who mend ploughs and want to learn. The cell is cold. "
        "The network is a group of people who mend tools. Our network brings together smiths and farmers. "
        "The network is meeting again next week. "
        "The guidance says that the network has an aim in common, which is to keep old skills alive."
    )
    found = told(a=text)
    assert found == [
        ("network", "network", "The network is a group of people who mend tools."),
        ("network", "network", "Our network brings together smiths and farmers."),
        ("group", "cell", "This cell is for those who mend ploughs and want to learn."),
    ]
    assert sum(side == "network" for side, *_ in found) == MOST


def test_a_group_that_is_part_of_nothing_is_the_whole():
    assert told(a="Our group is for people who mend tools.") == [
        ("network", "group", "Our group is for people who mend tools.")
    ]


def test_how_large_it_is_and_who_convenes_it():
    text = (
        "The cell is for people who mend tools. A cell has six to ten members, who meet in a barn. The cell has three legs. "
        "Asha Moss, who is co-convenor of the Tool Network, opened the day. Idris Penn, the chair of the parish, sang. "
        "Ola Reed, who is the chair of the network, waved. Asha Moss and Wyn Hale, the co-convenors, wrote a long letter. Asha Moss, the co-convenor, went home."
    )
    assert [(side, quote) for side, _, quote in told(a=text) if side in ("size", "convenors")] == [
        ("size", "A cell has six to ten members, who meet in a barn."),
        ("convenors", "Asha Moss and Wyn Hale, the co-convenors, wrote a long letter."),
        ("convenors", "Ola Reed, who is the chair of the network, waved."),
    ]


def test_people_who_convene_it_and_are_named_apart_have_a_line_each():
    text = "Asha Moss, who is co-convenor of the Tool Network, opened the day. Wyn Hale, the co-convenor, closed it with a song."
    assert [quote[:8] for side, _, quote in told(a=text) if side == "convenors"] == ["Asha Mos", "Wyn Hale"]


def test_nothing_where_no_document_says():
    assert told(a="Ploughs were mended. The network is late.") == []


def test_only_the_networks_own_documents_say_it():
    text = "# A note\n\nOur network is a group of people who mend tools."
    found, lookup = shelf(a=f"---\nstanding: member\n---\n{text}\n")
    assert about(found, lookup) == ()
