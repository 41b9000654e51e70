"""How a question and a passage become one input."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.embedding import packaged_model
from assistant.layout import CLS, MARK, SEP, WINDOW, Pieces, layout, pieces
from assistant.runtime import open_tokenizer

TOKENIZER = open_tokenizer(packaged_model() / "tokenizer.json")


def test_each_sentence_stands_behind_a_mark_of_its_own():
    question, context = pieces(TOKENIZER, "who spoke?"), pieces(TOKENIZER, "Discussion")
    sentences = [pieces(TOKENIZER, "Bees hum."), pieces(TOKENIZER, "Otters swim well.")]
    one = layout(question, context, sentences)
    assert one.ids == (
        CLS, *question.ids, SEP, *context.ids, MARK, *sentences[0].ids, MARK, *sentences[1].ids, SEP,
    )  # fmt: skip
    assert [one.ids[mark] for mark in one.marks] == [MARK, MARK]
    assert one.types == (0,) * (len(question.ids) + 2) + (1,) * (len(one.ids) - len(question.ids) - 2)


def test_offsets_are_characters_of_the_text():
    text = "Otters’ dams, re-made."
    found = pieces(TOKENIZER, text)
    assert "".join(text[a:b] for a, b in found.offsets) == text.replace(" ", "")


@given(st.lists(st.integers(1, 400), max_size=12), st.integers(0, 200), st.integers(0, 200))
def test_no_input_is_longer_than_the_model_reads_and_the_first_sentence_is_always_in(lengths, asked, around):
    def made(n):
        return Pieces(tuple(range(2000, 2000 + n)), ((0, 0),) * n)

    one = layout(made(asked), made(around), [made(n) for n in lengths])
    assert len(one.ids) == len(one.types) <= WINDOW
    assert len(one.marks) <= len(lengths)
    assert bool(one.marks) == bool(lengths)
