"""Which passages are read, and how the readings come back to their sentences. The texts are invented for a test."""

from assistant.domain import Passage, Sentence
from assistant.evidence import READ, WINDOWS, found, readable, weighed, window
from assistant.lexical import Vocabulary, content
from assistant.read import Reading
from assistant.retrieve import Candidate, question_of

TEXTS = ["Bees swarm in May.", "They need shade.", "Otters eat eels."]


class Fixed:
    """A reader that finds one word."""

    name = "fixed"

    def __init__(self, word):
        self.word, self.seen = word, []

    def read(self, question, windows):
        self.seen += windows
        return [
            [Reading(5.0 if self.word in text else -5.0, 0.0, 0.0, (0, len(text))) for text in one.sentences]
            for one in windows
        ]


def candidates(passages=1, before=""):
    made = []
    for p in range(passages):
        spans = tuple(Sentence(p * 100 + 20 * i, p * 100 + 20 * i + len(t)) for i, t in enumerate(TEXTS))
        passage = Passage("a.md", p * 100, p * 100 + 60, spans, 3 * p, heading=("Animals",))
        for i, text in enumerate(TEXTS):
            similarity = 0.9 / (1 + p)
            made.append(
                Candidate(passage, spans[i], 3 * p + i, text, before if i == 0 else TEXTS[i - 1], similarity, 0.1, 0.0, 0.0, 0.0, 0.1)
            )  # fmt: skip
    return made


def asked(text="What do otters eat?"):
    return question_of(text, None, content(text), Vocabulary(10, {}, {}))


def test_a_passage_is_read_whole_after_the_sentence_before_it():
    one = window(candidates(before="Hives stand in the orchard."))
    assert one.context == "Animals"
    assert one.sentences == ("Hives stand in the orchard.", *TEXTS)


def test_readings_come_back_to_their_own_sentences():
    reader = Fixed("eels")
    best = weighed(asked(), candidates(before="Hives stand in the orchard."), reader)[0]
    assert best.candidate.text == "Otters eat eels."
    assert best.reading.evidence == 5.0
    assert best.around == tuple(TEXTS)


def test_only_the_most_promising_passages_are_read():
    many = candidates(passages=40)
    groups = readable(asked(), many)
    assert READ // len(TEXTS) <= len(groups) <= WINDOWS
    assert [group[0].passage.start for group in groups] == [100 * p for p in range(len(groups))]
    assert len({id(one) for group in groups for one in group}) == len(groups) * len(TEXTS)


def test_without_a_reader_retrieval_alone_ranks():
    assert {one.candidate.text for one in found(asked(), candidates())} == set(TEXTS)


def test_nothing_found_is_nothing_read():
    assert weighed(asked(), [], Fixed("eels")) == []
