"""What a contributor is told before a document is published: what may harm somebody, mislead, or stand there already.

A warning stops nothing and takes nothing out: a person decides. So a rule would rather miss a thing than cry wolf, and an
ordinary meeting note gets none. Each pattern looks a bounded way ahead, so that no text makes it slow.

look.py         the door: all of these, the weightiest first
warning.py      a warning, and its examples
patterns.py     how patterns are written and looked for
personal.py     personal data: contact.py, and one person's health.py
confidence.py   words that ask for confidence
unseen.py       text that a reader does not see
orders.py       lines that read like orders to a machine
odd.py          what came to harm on the way
duplicates.py   what stands there already
"""

from ingest.scrutiny.look import scrutinise
from ingest.scrutiny.warning import INVISIBLE, Warning

__all__ = ["INVISIBLE", "Warning", "scrutinise"]
