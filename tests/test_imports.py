"""Heavy libraries load only where they are used, and imports point one way."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import environ

from ingest.publish import sync

ROOT = Path(__file__).parents[1]
HEAVY = ("torch", "transformers", "sentence_transformers", "llama_index", "chromadb", "streamlit", "onnxruntime")
FOR_INGEST = {
    "domain",
    "config",
    "errors",
    "index",
    "embedding",
    "generations",
    "lexical",
    "sameness",
    "words",
}


def loaded(*arguments, **env):
    """The top-level modules that a command has loaded when it ends."""
    script = (
        "import json, sys\nfrom ui.cli import app\n"
        f"try:\n    app({list(arguments)!r})\nexcept SystemExit:\n    pass\n"
        "print('\\n' + json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | env, capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1])), done.stdout


def test_help_loads_nothing_heavy():
    modules, out = loaded("--help")
    assert "ingest" in out
    assert modules.isdisjoint(HEAVY)


def test_ask_loads_neither_torch_nor_llama_index(config, write):
    write("bees.md", "Bees like clover. The hives stand by the brook.", title="Bees")
    sync(config)
    modules, out = loaded("ask", "what do bees like?", **environ(config))
    assert "clover" in out
    assert modules.isdisjoint({"torch", "transformers", "sentence_transformers", "llama_index", "streamlit"})
    assert "chromadb" in modules  # the other half of the test can fail


def imported(path):
    """The modules that a file imports anywhere, as dotted names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(package):
    return sorted((ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("path", ours("assistant"), ids=lambda p: p.name)
def test_the_assistant_imports_none_of_the_others(path):
    assert not [name for name in imported(path) if name.split(".")[0] in ("ingest", "ui", "evals")]


@pytest.mark.parametrize("path", ours("ingest"), ids=lambda p: p.name)
def test_ingest_imports_only_the_assistants_domain_config_index_and_models(path):
    names = {name for name in imported(path) if name.split(".")[0] in ("assistant", "ui", "evals")}
    assert {name.split(".")[0] for name in names} <= {"assistant"}
    # Of what is kept, it needs what was withdrawn and what waits.
    kept = {name for name in names if name.startswith("assistant.kept.")}
    assert all(name.startswith("assistant.kept.records") for name in kept)
    assert {name.split(".")[1] for name in names - kept if "." in name} <= FOR_INGEST


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("chromadb", {"assistant/index.py"}),
        ("llama_index", {"ingest/pipeline.py", "evals/llamaindex_script.py"}),
        ("bm25s", {"assistant/lexical.py"}),
        ("tokenizers", {"assistant/runtime.py"}),
        ("sentence_transformers", {"assistant/embedding.py", "assistant/read.py", "evals/llamaindex_script.py"}),
        ("typer", {"ui/cli.py"}),
    ],
)
def test_each_heavy_library_has_one_home(library, homes):
    found = {
        path.relative_to(ROOT).as_posix()
        for package in ("assistant", "ingest", "ui", "evals")
        for path in ours(package)
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert found == homes
