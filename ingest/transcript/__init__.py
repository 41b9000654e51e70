"""What is said in a recording to a script: who speaks on a line of its own, then their words in paragraphs with times.

Captions and transcripts pasted from a video site both come here as cues: `without_sounds`, then `by_speaker`, then
`script`.

cues.py       what is said, and when
sounds.py     less what stands for a sound
speakers.py   labels in the words taken for speakers
names.py      which labels are names
turns.py      turns, and their paragraphs
spoken.py     what stays together in a paragraph
written.py    the script
"""

from ingest.transcript.cues import Cue
from ingest.transcript.names import is_role
from ingest.transcript.sounds import without_sounds
from ingest.transcript.speakers import by_speaker
from ingest.transcript.written import script

__all__ = ["Cue", "by_speaker", "is_role", "script", "without_sounds"]
