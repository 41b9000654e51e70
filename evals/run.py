"""One run: ask every question, measure, write what was seen, and hold it against the committed baseline."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.config import Config
from assistant.domain import Answer
from assistant.errors import QuestionError
from evals.metrics import Share, any_evidence, auroc, calibration_error, evidence_recall, is_evidence, percentile
from evals.questions import OWN, Question, read_questions
from evals.report import html, markdown
from ingest.publish import sync

BASELINE = Path(__file__).with_name("baseline.json")
# What a run may fall below the baseline by before it fails: some two questions of a split of 65.
TOLERANCE = 0.03
HELD = (
    "evidence recall@600",
    "evidence recall@1500",
    "any_evidence@600",
    "first statement is evidence",
    "answered",
    "refused",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One question and what came back."""

    question: Question
    answer: Answer

    @property
    def shown(self) -> list[str]:
        """The quotations in the order a reader meets them: the statements, else the nearest."""
        return [citation.quote for citation in self.answer.shown]

    @property
    def shows_evidence(self) -> bool:
        return any_evidence(self.shown, self.question.evidence, 1500)

    def to_json(self) -> dict[str, Any]:
        q = self.question
        about = {"id": q.id, "kind": q.kind, "split": q.split, "answerable": q.answerable, "evidence": list(q.evidence)}
        return about | {"answer": self.answer.to_json()}


@dataclass(frozen=True, slots=True)
class Outcome:
    summary: dict[str, Any]
    words: str
    dropped: tuple[str, ...]  # what fell below the baseline, one sentence each


def evaluate(
    config: Config, questions: Path | None = None, records: Path | None = None, *, make_baseline: bool = False
) -> Outcome:
    """Ask a set of the documents that `config` names, and write the run to evals/runs/, or beside `records`.

    The project's own set is asked of the project's own corpus/, in a home made for the run, so that neither
    what a user has added nor whom they ask as changes the figures; only that run is held against the baseline.
    """
    own = questions is None
    asked = read_questions(questions or OWN)
    if own:
        corpus = Path(__file__).parents[1] / "corpus"
        with tempfile.TemporaryDirectory() as home:
            config = replace(config, corpus=corpus, home=Path(home), chroma=None)
            sync(config)
            found = ask(config, asked)
    else:
        found = ask(config, asked)
    summary = {"config": _about(config, questions or OWN), **summarise(found)}
    dropped = (
        tuple(below(summary, json.loads(BASELINE.read_text(encoding="utf-8")))) if own and BASELINE.is_file() else ()
    )
    if own and make_baseline:
        kept = {"config": summary["config"], "splits": summary["splits"]}
        BASELINE.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        dropped = ()
    folder = records.parent if records else Path("evals/runs") / datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    words = markdown(summary, dropped)
    _write(folder, records or folder / "records.jsonl", found, summary, words)
    return Outcome(summary, f"{words}\nWritten to {folder}.", dropped)


def ask(config: Config, questions: Sequence[Question]) -> list[Record]:
    with Assistant.open(config) as assistant:
        assistant.ask(questions[0].question)  # the first question pays for opening; it is asked again below
        found: list[Record] = []
        for question in questions:
            try:
                before: list[Answer] = []
                for earlier in question.before:
                    before.append(assistant.ask(earlier, before=before))
                answer = assistant.ask(question.question, before=before)
                found.append(Record(_resolved(question, assistant), answer))
            except QuestionError:
                continue
        return found


def _resolved(question: Question, assistant: Assistant) -> Question:
    """The question with the text of the evidence that its set only points at. Raises DocumentError where that is not here."""
    told = tuple(assistant.document(document).text[start:end] for document, start, end in question.spans)
    return replace(question, evidence=(*question.evidence, *told))


def summarise(records: Sequence[Record]) -> dict[str, Any]:
    """The measures of each split and of both, and the statuses of each kind of question."""
    splits = {name: [r for r in records if name in (r.question.split, "both")] for name in ("dev", "test", "both")}
    kinds: dict[str, dict[str, int]] = {}
    for record in records:
        counts = kinds.setdefault(record.question.kind, {"answered": 0, "close": 0, "not_found": 0})
        counts[record.answer.status.value] += 1
    return {"splits": {name: measures(found) for name, found in splits.items() if found}, "kinds": kinds}


def measures(records: Sequence[Record]) -> dict[str, Any]:
    """Every measure, named as it is printed; shares as [value, low, high, of]."""
    yes = [r for r in records if r.question.answerable]
    no = [r for r in records if not r.question.answerable]
    answered = [r for r in yes if r.answer.statements]
    shares = {
        "evidence recall@600": Share(sum(evidence_recall(r.shown, r.question.evidence, 600) for r in yes), len(yes)),
        "evidence recall@1500": Share(sum(evidence_recall(r.shown, r.question.evidence, 1500) for r in yes), len(yes)),
        "any_evidence@600": Share(sum(any_evidence(r.shown, r.question.evidence, 600) for r in yes), len(yes)),
        "first statement is evidence": Share(
            sum(is_evidence(r.shown[0], r.question.evidence) for r in answered), len(answered)
        ),
        "answered": Share(len(answered), len(yes)),
        "answered, or close with evidence": Share(
            sum(bool(r.answer.statements) or (r.answer.status.value == "close" and r.shows_evidence) for r in yes),
            len(yes),
        ),
        "refused": Share(sum(r.answer.status.value != "answered" for r in no), len(no)),
    }
    for kind in ("off_topic", "near_miss"):
        these = [r for r in no if r.question.kind == kind]
        if these:
            shares[f"not_found, {kind}"] = Share(sum(r.answer.status.value == "not_found" for r in these), len(these))
            shares[f"not answered, {kind}"] = Share(sum(r.answer.status.value != "answered" for r in these), len(these))
    shares["free of must_not"] = Share(
        sum(not any(m in " ".join(s.text for s in r.answer.statements) for m in r.question.must_not) for r in records),
        len(records),
    )
    told: dict[str, Any] = {
        n: [round(x, 4) for x in (s.value, *s.interval)] + [s.of] for n, s in shares.items() if s.of
    }
    confident = [r.answer.confidence for r in yes]
    for kind in ("off_topic", "near_miss"):
        doubtful = [r.answer.confidence for r in no if r.question.kind == kind]
        if doubtful and confident:
            told[f"AUROC, {kind}"] = round(auroc(confident, doubtful), 4)
    if yes and no:
        told["calibration error"] = round(
            calibration_error([(r.answer.confidence, r.question.answerable) for r in records]), 4
        )
    seconds = [r.answer.seconds for r in records]
    return told | {
        "p50 ms": round(1000 * percentile(seconds, 0.5), 1),
        "p95 ms": round(1000 * percentile(seconds, 0.95), 1),
    }


def below(summary: dict[str, Any], baseline: dict[str, Any]) -> list[str]:
    """What fell below the baseline by more than the tolerance."""
    told: list[str] = []
    for split, held in baseline["splits"].items():
        for name in HELD:
            before, now = held[name][0], summary["splits"][split][name][0]
            if now < before - TOLERANCE:
                told.append(f"{name} ({split}) fell from {before:.3f} to {now:.3f}.")
    return told


def _about(config: Config, questions: Path) -> dict[str, Any]:
    libraries = ("chromadb", "onnxruntime", "bm25s", "llama-index-core", "streamlit")
    return {
        "questions": questions.name,
        "model": config.model,
        "audience": config.audience.label,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: version(name) for name in libraries},
    }


def _write(folder: Path, file: Path, records: Sequence[Record], summary: dict[str, Any], words: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(record.to_json(), ensure_ascii=False) for record in records]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "summary.json").write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / "report.md").write_text(words + "\n", encoding="utf-8")
    (folder / "report.html").write_text(html(summary, [r.to_json() for r in records]), encoding="utf-8")
