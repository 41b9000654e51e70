"""What questions look like that a corpus has nothing to do with.

Similarities and shares of found words mean something else in every corpus: a large one holds some of the words of any
question. So each generation is asked these everyday questions once, and its own are judged by how far they rise above
them. A corpus that does answer a few of these changes little, since the middle one counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

Signs = tuple[float, ...]

QUESTIONS = (
    "how long should I boil an egg",
    "Which planet has the most moons?",
    "who won the tennis final last summer?",
    "what is the best way to get wine out of a carpet",
    "How do I change a flat tyre on a bicycle?",
    "When was the first steam engine built?",
    "can I take liquids on a plane",
    "What is the capital city of Mongolia?",
    "how much does it cost to replace a boiler?",
    "Why do leaves turn red in the autumn?",
    "who wrote the music for the film",
    "Is it safe to eat raw mushrooms?",
    "how do I reset my phone to factory settings",
    "What causes an earthquake?",
    "which vitamins are good for your skin",
    "How many players are there in a rugby team?",
    "what time does the last train leave for Edinburgh",
    "Who painted the ceiling of the chapel?",
    "how often should you water a cactus",
    "What is the difference between a crocodile and an alligator?",
    "do cats dream when they sleep",
    "How do you say thank you in Japanese?",
    "what size screws do I need for a plasterboard wall",
    "Where were the first Olympic Games held?",
    "why is my laptop so slow to start",
    "What are the rules for castling in chess?",
    "how far is the moon from the earth",
    "Which battle ended the war between the two kings?",
    "can you freeze cooked rice",
    "How does a microwave oven heat food?",
    "who is the author of the detective stories",
    "What happens if I miss a mortgage payment?",
    "how to knit a scarf for a beginner",
    "When do swallows fly south?",
    "what is the boiling point of alcohol",
    "How did the Romans make concrete?",
    "which guitar strings are easiest on the fingers",
    "Why does bread rise in the oven?",
    "what is the speed limit on a motorway",
    "How do I treat a wasp sting?",
    "who discovered the structure of the atom",
    "What breed of dog does not shed hair?",
    "how is the winner of an election recount decided",
    "Where can I see puffins in June?",
    "what does the warning light on the dashboard mean",
    "How many calories are in a banana?",
    "when was the printing press invented and by whom?",
    "What should I wear to a formal wedding?",
)


def background(file: Path, names: Sequence[str], ask: Callable[[str], Signs | None]) -> Signs:
    """The middle value of each of the signs called `names` over QUESTIONS: read from `file`, else found by `ask` and
    kept there.

    `ask` gives the signs of one question, or None where nothing at all was retrieved.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return tuple(float(kept[name]) for name in names)
    except (OSError, ValueError, TypeError, KeyError):
        pass  # not there yet, or of another version with other signs
    every = [signs for question in QUESTIONS if (signs := ask(question)) is not None]
    middle = tuple(median(values) for values in zip(*every, strict=True))
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_text(json.dumps(dict(zip(names, middle, strict=True))), encoding="utf-8")
    part.replace(file)  # two readers may find it at once; both find the same
    return middle
