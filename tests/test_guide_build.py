"""The whole guide: every line cited, each audience its own, and nothing left of what is withdrawn."""

from dataclasses import replace
from datetime import date

import pytest
from indexed import shipped

from assistant.assistant import Assistant
from assistant.domain import Audience, Citation
from assistant.guide.kept import KeptNames
from assistant.guide.values import FirstQuestion
from ingest.publish import sync
from ingest.withdraw import withdraw

TODAY = date(2024, 6, 1)


@pytest.fixture(autouse=True, scope="module")
def asked_before():
    """What answers the suggestions is tested elsewhere, and takes long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Assistant, "_questions", lambda self: [FirstQuestion("How did Barking build trust?", ())])
        yield


@pytest.fixture(scope="module")
def of_corpus(cache):
    with Assistant.open(shipped(cache)) as assistant:
        return assistant.guide(TODAY), assistant.document, assistant.guide(TODAY)


def citations(value):
    """Every citation anywhere in the guide."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from citations(one)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from citations(getattr(value, name))


def test_every_part_is_there_and_every_citation_is_the_documents_own(of_corpus):
    guide, document, again = of_corpus
    assert again is guide  # found once for a generation
    assert guide.documents == 15
    for part in (
        guide.about,
        guide.entities,
        guide.terms,
        guide.themes,
        guide.timeline,
        guide.reading,
        guide.take_part,
    ):
        assert part
    assert [one.question for one in guide.questions] == ["How did Barking build trust?"]
    assert guide.network == "A Better Way"
    found = list(citations(guide))
    assert len(found) > 50
    for one in found:
        assert document(one.document).text[one.start : one.end] == one.quote
    names = {form for one in guide.entities if one.kind != "programme" for form in (one.name, *one.aliases)}
    assert not names & {term.term for term in guide.terms if term.long is None}
    assert any(
        "agenda in common" in c.quote or "Cells are for people" in c.quote
        for c in (one.citation for one in guide.about)
    )
    assert [one.day for one in guide.take_part if one.past] == ["2020-09-08"]
    assert guide.to_json()["documents"] == 15


def test_the_network_is_called_what_its_own_documents_call_it(config, write):
    write("newts.md", "The Pond Forum meets in May.", title="Newts")
    write("otters.md", "An Otter Forum is not ours.", title="Otters", standing="outside")
    for name, called in (("A Pond Forum", "A Pond Forum"), ("Otter Forum", ""), ("Pond", "Pond"), ("Pon", "")):
        (config.corpus / "network.yaml").write_text(f"network: {name}\n", encoding="utf-8")
        sync(config)
        with Assistant.open(config) as assistant:
            assert assistant.guide(TODAY).network == called


def test_each_audience_has_its_own(config, write):
    write("open.md", "The Pond Forum is a group of people who count newts.", title="Open", sharing="public")
    secret = "The Secret Otter Forum is for people who count otters. Zara Quill, from Otterworks, spoke."
    write("closed.md", secret, title="Closed", sharing="convenors")
    sync(config)
    with Assistant.open(config) as convenors, Assistant.open(replace(config, audience=Audience.PUBLIC)) as public:
        everything, less = convenors.guide(TODAY), public.guide(TODAY)
    assert "otter" in str(everything.to_json()).casefold()
    for word in ("otter", "zara", "closed.md"):
        assert word not in str(less.to_json()).casefold()
    assert less.documents == 1


def test_what_is_withdrawn_leaves_nothing(config, write):
    write("newts.md", "Rosa Lane, from the Pond Forum, spoke of newts.", title="Newts")
    write("otters.md", "Zara Quill, from Otterworks in Quillshire, spoke of otters.", title="Otters")
    sync(config)
    with Assistant.open(config) as assistant:
        assert any(one.name == "Zara Quill" for one in assistant.guide(TODAY).entities)
        kept = KeptNames(config.home)
        assert b"Otterworks" in kept.path.read_bytes()
        report = withdraw(config, assistant.document("otters.md"))
        assistant.refresh(report)
        assert set(kept.read()) == {"newts.md"}
        assert "Zara" not in str(assistant.guide(TODAY).to_json())
    held = [path for path in config.home.rglob("*") if path.is_file() and b"Otterworks" in path.read_bytes()]
    assert held == []


def test_after_a_sync_only_what_changed_is_read_anew(config, write, monkeypatch):
    from assistant.guide import entities

    write("newts.md", "Rosa Lane, from the Pond Forum, spoke of newts.", title="Newts")
    write("toads.md", "Tom Reed, from the Mill Trust, spoke of toads.", title="Toads")
    sync(config)
    asked = []
    whole = entities.found

    def found(document, passages):
        asked.append(document.id)
        return whole(document, passages)

    monkeypatch.setattr(entities, "found", found)
    with Assistant.open(config) as assistant:
        first = assistant.guide(TODAY)
    assert asked == ["newts.md", "toads.md"]
    with Assistant.open(config) as assistant:
        assert assistant.guide(TODAY) == first
    assert asked == ["newts.md", "toads.md"]
    write("toads.md", "Tom Reed, from the Mill Trust, spoke of frogs.", title="Toads")
    sync(config)
    with Assistant.open(config) as assistant:
        assistant.guide(TODAY)
    assert asked == ["newts.md", "toads.md", "toads.md"]


def test_kept_names_of_another_generation_are_not_written(config, write):
    write("newts.md", "Rosa Lane, from the Pond Forum, spoke of newts.", title="Newts")
    sync(config)
    kept = KeptNames(config.home)
    with Assistant.open(config) as assistant:
        assistant.guide(TODAY)
        found = list(kept.read().values())
        kept.path.unlink()
        digests = {one.document: one.digest for one in found}
        kept.write(found, digests, assistant.generation - 1)
        assert not kept.path.exists()
        kept.write(found, digests, assistant.generation)
        assert kept.read()
        kept.path.write_text("{broken", encoding="utf-8")
        assert kept.read() == {}
        kept.prune(lambda: digests, assistant.generation)  # what cannot be read goes
        assert not kept.path.exists()
