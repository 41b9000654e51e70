"""A follow-up question, completed from the questions before it, by rules: no language model.

complete.py      the door: a question and the turns before it -> the question, complete in itself
turns.py         a question asked before; a question that follows it
wordings.py      follow-ups known by their wording: "who said that?", "go on", "why not?"
another_part.py  a follow-up that names another part, or another subject: "and in Surrey?"
exchange.py      that part in the place of what is of its kind
pronouns.py      the pronouns that stand for something outside a question: "who can join it?"
pointers.py      words that point back: "that meeting", "there", "which one"
empty_it.py      "it" that stands for nothing: "is it possible to ...?"
antecedents.py   what pronouns and such words stand for
phrases.py       the noun phrases of a question, and how it is built
chunks.py        words, left to right, into noun phrases
names.py         the people, places and dates that a question names
grammar.py       lists of English words, and what a word can be
tokens.py        the words of a question
"""
