"""What stands there already."""

from __future__ import annotations

from ingest.alike import Likeness
from ingest.scrutiny.warning import Warning


def duplicate(likeness: Likeness) -> Warning:
    """That a document like this one is here already."""
    title, share = f"“{' '.join(likeness.title.split())}”", f"{likeness.share:.0%}"
    says = {
        "same": f"It looks the same as {title}, which is here already ({share} of the words): think whether both are needed.",
        "most": f"This and {title} share most words of the shorter one ({share}): think whether both are needed.",
        "part": f"This and {title} share some words ({share} of the shorter one): think whether they are needed twice.",
    }
    return Warning("possible duplicate", says[likeness.kind])
