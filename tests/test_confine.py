"""Files are read in a child process: the same documents, and whatever a file does, one sentence and the next file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Audience, Block, Document, Form, Standing
from assistant.errors import CommonplaceError, DocumentError
from ingest import confine
from ingest.confine import Confined
from ingest.read import Intake, parse, take_in
from ingest.redact import Removal
from ingest.wire import document_json, document_of, intake_json, intake_of, parsed, read_frame, write_frame

NOTE = b"---\ntitle: Bees\nsharing: convenors\nauthors: [Asha Patel]\n---\n# Bees\n\nInvented for a test: \xf0\x9f\x90\x9d.\n"
UNFORESEEN = "Reading it failed in a way we did not foresee."
HEAVY = {"torch", "onnxruntime", "chromadb", "llama_index", "streamlit", "lxml", "numpy", "sentence_transformers"}


@pytest.fixture
def started(monkeypatch):
    """Every child that is started, in order; none is left at the end."""
    children = []

    class Recorded(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            children.append(self)

    monkeypatch.setattr(confine.subprocess, "Popen", Recorded)
    yield children
    assert all(child.returncode is not None and child.stdin.closed and child.stdout.closed for child in children)


@pytest.fixture
def child(monkeypatch, tmp_path):
    """child("raise ValueError"): a child whose reader does that instead, with `data` and `document_id` at hand."""

    def install(reader):
        script = (
            "import os, sys, time\nimport ingest.read, ingest.reader_child\nfrom assistant.errors import DocumentError\n"
            f"real = ingest.read.take_in\ndef take_in(data, document_id):\n{textwrap.indent(reader, '    ')}\n"
            "    return real(data, document_id)\ningest.read.take_in = take_in\ningest.reader_child.GRACE = 1\n"
            "ingest.reader_child.main(int(sys.argv[1]), float(sys.argv[2]))\n"
        )
        put(script)

    def put(script):
        (tmp_path / "another_child.py").write_text(script)
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.setattr(confine, "CHILD", "another_child")

    install.script = put
    return install


def reason(confined, data=NOTE):
    with pytest.raises(DocumentError) as error:
        confined.parse(data, "a.md")
    return str(error.value)


def test_the_document_is_the_one_that_reading_here_would_give(started, tmp_path):
    path = tmp_path / "bees.md"
    path.write_bytes(NOTE)
    with Confined() as confined:
        assert not started  # before the first file, nothing
        assert confined.parse(NOTE, "b/bees.md") == parse(NOTE, "b/bees.md")
        assert confined.read(path, "bees.md") == parse(NOTE, "bees.md")
        assert confined.parse(b"One line.\n\nInvented for a test.", "c.txt").text == "One line.\n\nInvented for a test."
    assert len(started) == 1


def test_what_else_reading_found_comes_with_the_document():
    note = b"---\nattribution: unattributed\nauthors: [Asha Patel]\n---\nAsha Patel explained that bees like clover.\n"
    with Confined() as confined:
        intake = confined.take_in(note, "a.md")
    assert intake == take_in(note, "a.md")
    assert intake.removed and intake.why and intake.document.unattributed


def test_a_refusal_comes_in_the_readers_own_words(started):
    with Confined() as confined:
        assert reason(confined, b"---\nsharing: nobody\n---\nInvented for a test.\n").startswith(
            "Its front matter says 'sharing: nobody'. Use public, members"
        )
        assert reason(confined, b"").startswith("It holds no words.")
        with pytest.raises(DocumentError, match="It is a recording"):
            confined.parse(b"ID3", "a.mp3")
        assert confined.parse(NOTE, "a.md").title == "Bees"
    assert len(started) == 1


def test_a_file_that_is_not_there_starts_nothing(started, tmp_path):
    with Confined() as confined, pytest.raises(DocumentError, match="cannot be opened"):
        confined.read(tmp_path / "a.md", "a.md")
    assert not started


@pytest.mark.parametrize(
    "forever",
    ["while b'slow' in data: pass", "if b'slow' in data: __import__('re').match('(a+)+$', 'a' * 60 + 'b')"],
    ids=["python", "c"],
)
def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(started, child, forever):
    child(forever)
    with Confined(seconds=0.5) as confined:
        assert confined.parse(NOTE, "a.md").title == "Bees"
        began = time.monotonic()
        assert (
            reason(confined, b"slow")
            == "It took longer than 0.5 seconds to read. Save it as plain text (.txt) and try again."
        )
        assert time.monotonic() - began < 10
        assert confined.parse(NOTE, "a.md").title == "Bees"
    assert len(started) == 2  # what took too long once is not tried again


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms do not hold to a limit of memory")
def test_a_file_that_needs_too_much_memory_is_refused_and_the_next_is_read(started):
    with Confined(memory=200_000_000) as confined:
        assert reason(confined, b"a\n" * 5_000_000).startswith("It needs more memory than we give a file. Split it")
        assert confined.parse(NOTE, "a.md").title == "Bees"
    assert len(started) == 2


@pytest.mark.parametrize(
    "crash",
    [
        "os._exit(0)",
        "os.abort()",
        "__import__('ctypes').string_at(0)",
        "sys.exit('no')",
        "os.write(ingest.reader_child.sys.stdout.fileno(), b'x' * 100); os._exit(3)",
    ],
    ids=["exit", "abort", "no such memory", "sys.exit", "printed first"],
)
def test_a_file_that_ends_the_child_is_refused_and_the_next_is_read(started, child, crash):
    child(f"if b'bad' in data: {crash}")
    with Confined() as confined:
        assert confined.parse(NOTE, "a.md").title == "Bees"
        assert reason(confined, b"bad").startswith(UNFORESEEN)
        assert confined.parse(NOTE, "a.md").title == "Bees"
    assert len(started) == 3  # the bad file was tried in a new child before it was blamed


@pytest.mark.parametrize("raised", ["ValueError('secret')", "RecursionError", "OSError(2, 'no file')", "EOFError"])
def test_a_fault_of_a_reader_is_told_plainly_and_costs_no_child(started, child, raised):
    child(f"if b'bad' in data: raise {raised}")
    with Confined() as confined:
        assert reason(confined, b"bad").startswith(UNFORESEEN)
        assert confined.parse(NOTE, "a.md").title == "Bees"
    assert len(started) == 1


def test_a_file_is_not_blamed_for_what_the_one_before_left_behind(started, child):
    child("if hasattr(os, 'used'): os.abort()\nos.used = True")
    with Confined() as confined:
        assert [confined.parse(NOTE, f"{i}.md").id for i in range(3)] == ["0.md", "1.md", "2.md"]
    assert len(started) == 3


@pytest.mark.parametrize(
    "lie",
    [
        "sys.stdout.buffer.write(b'x' * 3)",
        "answer(b'x')",
        "answer(b'[]')",
        "answer(b'{}')",
        "answer(b'{\"intake\": null}')",
        "answer(b'{\"intake\": {}}')",
        "answer(b'[' * 1_000_000)",
        "answer(b'9' * 10_000)",
        "answer(b'\\xff')",
        "answer(b'{\"error\": 1}')",
        'answer(b\'{"error": ""}\')',
        'answer(b\'{"error": "Traceback:\\\\n  File x."}\')',
        "answer(b'{\"error\": \"' + b'long ' * 200 + b'.\"}')",
        "answer(json.dumps({'intake': intake_json(Intake(replace(document, id='other.md')))}).encode())",
        "answer(json.dumps({'intake': intake_json(Intake(replace(document, digest='0' * 64)))}).encode())",
        "answer(json.dumps({'intake': intake_json(Intake(replace(document, text='short')))}).encode())",
    ],
)
def test_an_answer_that_cannot_be_is_not_believed(started, child, lie):
    child.script(LIAR.replace("LIE", lie))
    with Confined() as confined:
        assert reason(confined).startswith(UNFORESEEN)


LIAR = """
import json, sys
from dataclasses import replace
from ingest.read import take_in
from ingest.wire import intake_json, read_frame, write_frame
def answer(data):
    write_frame(sys.stdout.buffer, data)
def claim(**over):
    other = replace(intake, document=replace(intake.document, **over))
    answer(json.dumps({"intake": intake_json(other)}).encode())
answer(b"ready")
name = json.loads(read_frame(sys.stdin.buffer, 1000))
intake = take_in(read_frame(sys.stdin.buffer, 1000), name)
LIE
"""


def test_an_answer_that_is_too_large_is_not_even_read(started, child):
    child.script(LIAR.replace("LIE", "sys.stdout.buffer.write(bytes([1] * 8)); sys.stdout.flush(); sys.stdin.read()"))
    with Confined() as confined:
        assert reason(confined) == "It holds more text than we can take from one file. Split it and try again."


def test_an_answer_that_stops_halfway_is_waited_for_no_longer_than_any(started, child):
    child.script(LIAR.replace("LIE", "sys.stdout.buffer.write(bytes(7)); sys.stdout.flush(); sys.stdin.read()"))
    with Confined(seconds=0.5) as confined:
        assert reason(confined).startswith("It took longer than 0.5 seconds")


def test_the_one_that_tells_the_truth_is_believed(started, child):
    """The other half of the tests of liars can fail."""
    child.script(LIAR.replace("LIE", "claim()"))
    with Confined() as confined:
        assert confined.parse(NOTE, "a.md") == parse(NOTE, "a.md")


@pytest.mark.parametrize("script", ["raise SystemExit(1)", "import no_such_module", "print('x' * 200)"])
def test_a_child_that_cannot_start_is_no_files_fault(started, child, script):
    """Were it one, a sync would take every document for unreadable, and remove it."""
    child.script(script)
    with Confined() as confined, pytest.raises(CommonplaceError, match="cannot be started") as error:
        confined.parse(NOTE, "a.md")
    assert not isinstance(error.value, DocumentError)


def test_what_is_broken_off_here_leaves_no_answer_for_the_next_file(started, monkeypatch):
    def interrupted(stream, most):
        monkeypatch.setattr(confine, "read_frame", read_frame)
        raise KeyboardInterrupt

    with Confined() as confined:
        confined.parse(NOTE, "a.md")
        monkeypatch.setattr(confine, "read_frame", interrupted)
        with pytest.raises(KeyboardInterrupt):
            confined.parse(NOTE, "b.md")
        assert confined.parse(NOTE, "c.md").id == "c.md"


def test_closing_ends_a_child_that_reads_and_twice_is_once(started):
    confined = Confined()
    confined.parse(NOTE, "a.md")
    confined.close()
    confined.close()
    assert started[0].poll() is not None
    with pytest.raises(ZeroDivisionError), Confined() as confined:
        confined.parse(NOTE, "a.md")
        _ = 1 / 0
    assert started[1].poll() is not None


# --- What the child has, and has not.


def told(child, expression, first=""):
    """What an expression is worth in the child, as text."""
    child(f"{first}\nraise DocumentError(str({expression}) + '.')")
    with Confined(memory=500_000_000) as confined:
        return reason(confined).removesuffix(".")


def test_the_child_has_nothing_of_our_environment_that_it_does_not_need(child, monkeypatch):
    monkeypatch.setenv("COMMONPLACE_SECRET", "x")
    names = set(told(child, "' '.join(os.environ)").split())
    assert names <= {"PYTHONPATH", "LC_CTYPE", *confine.PYTHONS_OWN}
    assert "PYTHONPATH" in names  # or nothing was told


@pytest.mark.skipif(sys.platform != "linux", reason="other platforms do not hold to all of these")
@pytest.mark.parametrize(
    ("limit", "most"), [("RLIMIT_AS", 500_000_000), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0)], ids=lambda v: str(v)
)
def test_the_child_has_limits_that_it_cannot_lift(child, limit, most):
    assert told(child, f"resource.getrlimit(resource.{limit})", "import resource") == f"({most}, {most})"


def test_the_child_has_none_of_our_open_files(child, tmp_path):
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        assert told(child, f"os.path.exists('/dev/fd/{file.fileno()}')") == "False"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_child_can_write_nothing(child, tmp_path):
    child(f"with open({str(tmp_path / 'written')!r}, 'w') as file: file.write('x' * 100_000)")
    with Confined() as confined:
        assert reason(confined).startswith(UNFORESEEN)
    assert not (tmp_path / "written").exists() or not (tmp_path / "written").read_bytes()


def test_the_child_takes_no_module_from_the_folder_we_stand_in(monkeypatch, tmp_path):
    for name in ("yaml", "json", "ingest", "markdown_it"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    with Confined() as confined:
        assert confined.parse(NOTE, "a.md").title == "Bees"


def test_reading_a_note_loads_nothing_heavy(child, monkeypatch):
    monkeypatch.setattr(confine, "LONGEST_REASON", 100_000)
    loaded = set(
        told(child, "' '.join({name.split('.')[0] for name in sys.modules})", "real(data, document_id)").split()
    )
    assert {"ingest", "markdown_it", "yaml"} <= loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("busy", [False, True], ids=["idle", "reading"])
def test_a_parent_that_dies_leaves_no_child_behind(child, tmp_path, busy):
    child("while b'slow' in data: pass")
    script = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nfrom ingest import confine\nconfine.CHILD = 'another_child'\n"
        "confined = confine.Confined(seconds=1)\nconfined.parse(b'Invented for a test.', 'a.md')\n"
        "print(confined._child.pid, flush=True)\n"
        f"confined.parse({b'slow' if busy else b'Another.'!r}, 'a.md')\nimport time\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        time.sleep(0.2)
        parent.send_signal(signal.SIGKILL)
    ends = time.monotonic() + 20
    while alive(pid) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not alive(pid)


def alive(pid):
    """Whether it runs. What has ended may stay in the list of processes until someone asks how."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    with contextlib.suppress(OSError):
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    return not stat.parent.parent.is_dir()


# --- A document on its way.


FULL = Document(
    id="a/b.md",
    title="Bees",
    text="Bees\nAsha Patel\nInvented for a test: 🐝.",
    blocks=(Block("heading", 0, 4, 1), Block("speaker", 5, 15, 0, 75, 2), Block("item", 16, 39, 0, 0, 1)),
    kind="talk",
    date="2021-05",
    authors=("Asha Patel", "Tom Reed"),
    places=("Surrey",),
    standing=Standing.MEMBER,
    sharing=Audience.PUBLIC,
    form=Form.RETELLING,
    source="https://example.org/bees",
    questions=("What do bees like?",),
    unattributed=True,
    digest=hashlib.sha256(NOTE).hexdigest(),
)


INTAKE = Intake(FULL, hidden=("unseen",), removed=(Removal("Tom Reed", "name"),), why="It is marked.")


def sent(value, way=document_json):
    return parsed(json.dumps(way(value)).encode())


def through(document):
    return document_of(sent(document))


def test_every_field_of_a_document_arrives():
    plain = Document(id="", title="", text="")
    same = [field.name for field in fields(Document) if getattr(FULL, field.name) == getattr(plain, field.name)]
    assert not same, "give the field a value of its own in FULL, and send it in ingest/wire.py"
    bare = Block("paragraph", 0, 1)
    given_blocks = {name for block in FULL.blocks for name in BLOCK if getattr(block, name) != getattr(bare, name)}
    assert given_blocks == set(BLOCK)
    assert through(FULL) == FULL


BLOCK = [field.name for field in fields(Block)]


def test_every_field_of_an_intake_arrives():
    plain = Intake(FULL)
    same = [field.name for field in fields(Intake) if getattr(INTAKE, field.name) == getattr(plain, field.name)]
    assert same == ["document"], "give the field a value of its own in INTAKE, and send it in ingest/wire.py"
    assert [field.name for field in fields(Removal)] == ["words", "kind"]
    assert intake_of(sent(INTAKE, intake_json)) == INTAKE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[(field.name, wrong) for field in fields(Intake) for wrong in (3.5, {"a": 1}, [[]])],
        ("hidden", ["half \ud800"]),
        ("removed", [["Tom Reed"]]),
        ("removed", [["Tom Reed", None]]),
        ("document", None),
    ],
    ids=lambda value: str(value).encode("unicode_escape").decode()[:40],
)
def test_an_intake_that_cannot_be_is_refused(field, value):
    values = sent(INTAKE, intake_json)
    with pytest.raises(ValueError):
        intake_of({**values, field: value})
    del values[field]
    with pytest.raises(ValueError):
        intake_of(values)


def test_what_is_not_known_arrives_as_that():
    plain = Document(id="a.md", title="a", text="")
    assert through(plain) == plain


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 10**12))
def test_any_text_arrives_as_it_was(words, number):
    text = f"{words}."
    document = replace(
        FULL, text=text, title=words, authors=(words,), blocks=(Block("item", 0, len(text), time=number),)
    )
    assert through(document) == document


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[(field.name, wrong) for field in fields(Document) for wrong in (3.5, {"a": 1}, [[]])],
        ("text", "half \ud800"),
        ("title", "\udfff"),
        ("title", None),
        ("date", "May 2021"),
        ("date", "2021-05-01T00:00"),
        ("standing", "nobody"),
        ("sharing", "everyone"),
        ("sharing", 0),
        ("form", "none"),
        ("unattributed", 1),
        ("authors", "Asha Patel"),
        ("authors", [None]),
        ("blocks", [["paragraph", 0, 4, 0, None]]),
        ("blocks", [["picture", 0, 4, 0, None, None]]),
        ("blocks", [["paragraph", -1, 4, 0, None, None]]),
        ("blocks", [["paragraph", 4, 4, 0, None, None]]),
        ("blocks", [["paragraph", 0, 4000, 0, None, None]]),
        ("blocks", [["paragraph", 0, 4, -1, None, None]]),
        ("blocks", [["paragraph", 0, 4, True, None, None]]),
        ("blocks", [["paragraph", 0, 4, 0, -1, None]]),
        ("blocks", [["paragraph", 0, 4, 0, None, 1.0]]),
        ("blocks", [["paragraph", 0, 4, 0, None, None], ["paragraph", 3, 6, 0, None, None]]),
        ("blocks", [["paragraph", 5, 6, 0, None, None], ["paragraph", 0, 4, 0, None, None]]),
    ],
    ids=lambda value: str(value).encode("unicode_escape").decode()[:40],
)
def test_a_document_that_cannot_be_is_refused(field, value):
    values = sent(FULL)
    document_of(values)
    with pytest.raises(ValueError):
        document_of({**values, field: value})
    del values[field]
    with pytest.raises(ValueError):
        document_of(values)


def test_frames_follow_one_another_and_end():
    pipe = BytesIO()
    for data in (b"", b"one", bytes(1000)):
        write_frame(pipe, data)
    pipe.seek(0)
    assert [read_frame(pipe, 1000) for _ in range(3)] == [b"", b"one", bytes(1000)]
    with pytest.raises(EOFError):
        read_frame(pipe, 1000)
    pipe.seek(0)
    read_frame(pipe, 1000)
    with pytest.raises(ValueError):
        read_frame(pipe, 2)
