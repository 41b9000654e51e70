"""The tags of HTML that matter to a reader."""

from __future__ import annotations

DROPPED = frozenset(
    "head script style template noscript iframe object svg canvas audio video select textarea datalist".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul".split()
)
