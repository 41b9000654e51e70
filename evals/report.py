"""A run as a page to read: Markdown for the terminal and the folder, HTML with every question and what it was shown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any


def markdown(summary: dict[str, Any], dropped: Sequence[str] = ()) -> str:
    splits = summary["splits"]
    names = list(dict.fromkeys(name for split in splits.values() for name in split))
    rows = ["| measure | " + " | ".join(splits) + " |", "|---|" + "---|" * len(splits)]
    rows += [f"| {name} | " + " | ".join(_cell(split.get(name)) for split in splits.values()) + " |" for name in names]
    kinds = ["| kind of question | answered | close | not found |", "|---|---|---|---|"]
    kinds += [
        f"| {k} | {c['answered']} | {c['close']} | {c['not_found']} |" for k, c in sorted(summary["kinds"].items())
    ]
    told = [f"# {summary['config']['questions']}", "", *rows, "", *kinds]
    if dropped:
        told += ["", "Below the baseline:", *(f"- {one}" for one in dropped)]
    return "\n".join(told)


def html(summary: dict[str, Any], records: Sequence[dict[str, Any]]) -> str:
    """The report on one page that needs nothing but itself."""
    splits = summary["splits"]
    names = list(dict.fromkeys(name for split in splits.values() for name in split))
    head = "".join(f"<th>{escape(name)}</th>" for name in ("measure", *splits))
    rows = "".join(
        f"<tr><td>{escape(name)}</td>"
        + "".join(f"<td>{escape(_cell(s.get(name)))}</td>" for s in splits.values())
        + "</tr>"
        for name in names
    )
    questions = "".join(_question(record) for record in records)
    return (
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Evaluation</title><style>"
        "body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.2rem 1rem .2rem 0}"
        "blockquote{font-family:Georgia,serif;margin:.3rem 0;padding-left:.8rem;border-left:3px solid #bbb}"
        ".evidence{border-color:#2a7a3a}</style>"
        f"<h1>{escape(summary['config']['questions'])}</h1><table><tr>{head}</tr>{rows}</table>{questions}</html>\n"
    )


def _question(record: dict[str, Any]) -> str:
    answer = record["answer"]
    quotes = [s["text"] for s in answer["statements"]] or [c["quote"] for c in answer["nearest"]]
    good = {" ".join(e.split()) for e in record["evidence"]}
    shown = "".join(
        f"<blockquote{' class=evidence' if ' '.join(q.split()) in good else ''}>{escape(q)}</blockquote>"
        for q in quotes
    )
    missed = "".join(
        f"<p>not shown: {escape(e)}</p>"
        for e in record["evidence"]
        if " ".join(e.split()) not in {" ".join(q.split()) for q in quotes}
    )
    status = f"{record['id']}, {record['kind']}, {record['split']}: {answer['status']} ({answer['confidence']:.2f})"
    return f"<h2>{escape(answer['question'])}</h2><p>{escape(status)}</p>{shown}{missed}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        share, low, high, of = value
        return f"{share:.3f} ({low:.2f} to {high:.2f}, n={of})"
    return f"{value}"
