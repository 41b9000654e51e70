"""Who and what a careful reader found in the documents, written down before there was any rule to find them.

One list for `corpus/`, one for the network's own first note, whose text is not kept here. A line is a name in full, its kind,
and its other forms. An office without a name ("the Prime Minister", "Surrey's Director of Children's Services") is nobody,
values ("Connect, Trust, Hope") and illnesses are no names, and a body that is only described ("the county council") is not
named. Changed since only for plain mistakes, each told here: "the Better Way" was listed as another form of "Better Way",
though an article makes none; and the first note was said to have "Call to Action" alone, which it has not.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.guide.values import EntityKind


@dataclass(frozen=True, slots=True)
class Listed:
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()


CORPUS = (
    Listed("person", "Alison Cormack", ("Alison",)),
    Listed("person", "Alison"),  # another one: "Alison at Carnegie UK"
    Listed("person", "Jenny Fribbins", ("Jenny",)),
    Listed("person", "Avril McIntyre", ("Avril",)),
    Listed("person", "Caroline Slocock"),
    Listed("person", "Steve Wyler", ("Steve",)),
    Listed("person", "Danny Kruger"),
    Listed("person", "Georgia Gould"),
    Listed("person", "Julian Penton"),
    Listed("person", "Cate Newnes-Smith", ("Cate",)),
    Listed("person", "Joanna Killian"),
    Listed("person", "Dave Hill"),
    Listed("person", "Toby Lowe", ("Toby",)),
    Listed("person", "Lauren Brown", ("Lauren",)),
    Listed("organisation", "Better Way"),
    Listed("organisation", "Barking and Dagenham Collective", ("BD_Collective", "the Collective")),
    Listed("organisation", "Barking and Dagenham Council", ("the Council",)),
    Listed("organisation", "BDGiving"),
    Listed("organisation", "Barking Enterprise Centre"),
    Listed("organisation", "BDCVS"),
    Listed("organisation", "Everyone Everyday"),
    Listed("organisation", "Infrastructure Group"),
    Listed("organisation", "Surrey Youth Focus"),
    Listed("organisation", "Community Resources"),
    Listed("organisation", "Carnegie UK"),
    Listed("organisation", "Ratio"),
    Listed("organisation", "BD_CAN"),
    Listed("organisation", "Relationships Project"),
    Listed("organisation", "Collaborate"),
    Listed("organisation", "Hartlepower"),
    Listed("organisation", "Active Surrey"),
    Listed("place", "Barking and Dagenham"),
    Listed("place", "Surrey"),
    Listed("place", "Camden"),
    Listed("place", "Newham"),
    Listed("place", "UK"),
    Listed("place", "East End"),
    Listed("programme", "Time for Kids"),
    Listed("programme", "Human Learning Systems"),
    Listed("programme", "Call to Action for a Better Way", ("Call to Action",)),
    Listed("programme", "Collaborative Leadership in Place"),
    Listed("programme", "Club4"),
    Listed("programme", "Black Lives Matter"),
    Listed("programme", "Big Society"),
    Listed("programme", "Health and Care Citizens' Assembly"),
    Listed("programme", "Annual Review"),
    Listed("programme", "WhatsApp"),
    Listed("programme", "Discourse"),
)

FIRST_NOTE = (
    Listed("person", "Steve Wyler"),
    Listed("person", "Cate Newnes-Smith", ("Cate",)),
    Listed("person", "Joanna Killian"),
    Listed("person", "Dave Hill"),
    Listed("person", "Toby Lowe"),
    Listed("person", "Avril McIntyre", ("Avril",)),
    Listed("person", "Caroline Slocock"),
    Listed("organisation", "Better Way"),
    Listed("organisation", "Surrey Youth Focus"),
    Listed("organisation", "Community Resources"),
    Listed("organisation", "Barking and Dagenham Collective", ("the Collective",)),
    Listed("organisation", "the Council"),  # of Barking and Dagenham; its full name is not in the note
    Listed("place", "Surrey"),
    Listed("place", "Barking and Dagenham"),
    Listed("programme", "Collaborative Leadership in Place"),
    Listed("programme", "Call to Action for a Better Way"),
    Listed("programme", "Human Learning Systems"),
    Listed("programme", "Time for Kids"),
    Listed("programme", "WhatsApp"),
)
