"""The command line: `commonplace ingest | add | withdraw | ask | show | coverage | guide | mentions | gaps | feedback |
evaluate | ui`. Every command takes --json."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.domain import Answer, Citation, Standing, SyncReport
    from assistant.kept.gaps import ClosedGap

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Answers questions about a network's documents in the documents' own words, and proves every sentence.",
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ToWord = Annotated[Path | None, typer.Option(help="Write it to this Word file.")]
ToMarkdown = Annotated[Path | None, typer.Option(help="Write it to this Markdown file.")]
ToPage = Annotated[Path | None, typer.Option(help="Write it to this HTML file, which prints.")]
WIDTH = 80


@app.command()
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders to add to the documents first.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let a file take the place of one with the same name.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring the index up to date with the documents; add files or folders to them first, if given."""
    with _errors(as_json):
        from dataclasses import replace as replaced

        from assistant.assistant import Assistant
        from assistant.config import Config
        from ingest.gather import gather
        from ingest.publish import sync
        from ui import gathering

        config = Config.load()
        refused, told = gather(paths or [], config, replace=replace)
        with _progress(quiet=as_json) as watch:
            report = sync(config, watch)
        closed: tuple[ClosedGap, ...] = ()
        if report.passages or report.removed:
            with Assistant.open(config) as assistant:
                closed = assistant.refresh(report).closed
                report = _seen(report, assistant)
        report = replaced(report, failed=(*refused, *report.failed), notes=(*told, *report.notes))
        answered = ["Answered now:", *(f"  {gap.question} ({gap.document})" for gap in closed)] if closed else []
        value = report.to_json() | {"closed": [gathering.closed_json(gap) for gap in closed]}
        _print(value if as_json else "\n".join([_sync_words(report), *answered]))
        if refused:
            raise typer.Exit(1)  # what was asked for by name did not come in; a bad file among the rest is only told


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="Your question, in your own words.")],
    after: Annotated[
        list[str] | None, typer.Option(help="A question asked before this one; repeat it for several, oldest first.")
    ] = None,
    person: Annotated[list[str] | None, typer.Option(help="Only what this person tells, or is told of them.")] = None,
    place: Annotated[list[str] | None, typer.Option(help="Only what is about this place.")] = None,
    since: Annotated[str, typer.Option(help="Only documents of this date or later: 2021, or 2021-05.")] = "",
    until: Annotated[str, typer.Option(help="Only documents of this date or earlier.")] = "",
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind of document, such as 'meeting note'.")] = None,
    standing: Annotated[list[str] | None, typer.Option(help="Only network, member or outside documents.")] = None,
    as_written: Annotated[
        bool, typer.Option("--as-written", help="Leave the words as they are: mend no spelling, complete no question.")
    ] = False,
    private: Annotated[
        bool, typer.Option("--private", help="Record nothing, even if the documents do not answer.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Answer a question in the documents' own words. One that they do not answer is recorded, without who asked."""
    with _errors(as_json):
        from assistant.assistant import Assistant
        from assistant.config import Config
        from assistant.dates import date_given
        from assistant.filters import Filters
        from ui.gathering import note_gap

        filters = Filters(
            people=tuple(person or ()),
            places=tuple(place or ()),
            since=date_given(since) if since else None,
            until=date_given(until) if until else None,
            kinds=tuple(kind or ()),
            standing=_standings(standing or ()),
        )
        config = Config.load()
        with Assistant.open(config) as assistant:
            before: list[Answer] = []
            for earlier in after or ():
                before.append(assistant.ask(earlier, before=before, filters=filters))
            answer = assistant.ask(question, before=before, filters=filters, as_written=as_written)
        _print(answer.to_json() if as_json else _answer_words(answer))
        if not private:
            note_gap(config, answer, filters)


def _standings(given: Sequence[str]) -> tuple[Standing, ...]:
    from assistant.domain import Standing
    from assistant.errors import QuestionError

    for one in given:
        if one not in set(Standing):
            raise QuestionError(f"'{one}' is no standing. Use network, member or outside.")
    return tuple(Standing(one) for one in given)


@app.command()
def add(
    given: Annotated[str, typer.Argument(metavar="FILE|URL", help="A file, or the public address of a web page.")],
    title: Annotated[str, typer.Option(help="Its title, if the guess is wrong.")] = "",
    author: Annotated[list[str] | None, typer.Option(help="Who wrote it, or spoke; repeat it for several.")] = None,
    date: Annotated[str, typer.Option(help="Its date: 2021, May 2021, 2021-05-20, or unknown.")] = "",
    kind: Annotated[str, typer.Option(help="What kind of document it is, such as 'meeting note'.")] = "",
    place: Annotated[list[str] | None, typer.Option(help="A place it is about; repeat it for several.")] = None,
    source: Annotated[str, typer.Option(help="Where it can be found.")] = "",
    standing: Annotated[str, typer.Option(help="network, member or outside.")] = "",
    sharing: Annotated[str, typer.Option(help="Who may see it: public, members or convenors.")] = "",
    unattributed: Annotated[
        bool, typer.Option("--unattributed", help="Take out the names of those who spoke.")
    ] = False,
    replaces: Annotated[str, typer.Option(help="The id of the document whose place it takes.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Even if the same words were withdrawn before.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Publish it without asking.")] = False,
    as_json: Json = False,
) -> None:
    """Look a contribution over, then publish it as a document; as a member, send it to the convenors."""
    with _errors(as_json):
        from ui import adding

        adding.add(
            given,
            adding.Said(
                title, tuple(author or ()), date, kind, tuple(place or ()), source, standing, sharing, unattributed
            ),
            replaces=replaces or None,
            again=again,
            sure=lambda words: yes or (not as_json and _agreed(words)),
            tell=_teller(as_json),
            progress=lambda: _progress(quiet=as_json),
        )


@app.command()
def withdraw(
    document: Annotated[str, typer.Argument(help="The document's id: its path under the documents' folder.")],
    yes: Annotated[bool, typer.Option("--yes", help="Withdraw it without asking.")] = False,
    as_json: Json = False,
) -> None:
    """Take a document out for good: its text, and everything made from it."""
    with _errors(as_json):
        from assistant.assistant import Assistant
        from assistant.config import Config
        from assistant.domain import Audience
        from assistant.errors import DocumentError
        from ingest.withdraw import BEYOND_REACH
        from ingest.withdraw import withdraw as take_out

        config = Config.load()
        if config.audience is not Audience.CONVENORS:
            raise DocumentError("Only a convenor can withdraw a document. Ask one.")
        with Assistant.open(config) as assistant:
            found = assistant.document(document)
        if not yes and (as_json or not _agreed(f"Withdraw “{found.title}” for good?")):
            raise DocumentError("Nothing was changed. Say --yes to withdraw it.")
        report = take_out(config, found)
        with Assistant.open(config) as assistant:
            assistant.refresh(report)  # what it alone answered is a gap again
        told = f"“{found.title}” is withdrawn. {BEYOND_REACH}"
        _print({"withdrawn": found.id, "passages": report.passages, "note": BEYOND_REACH} if as_json else told)


@app.command()
def show(
    document: Annotated[str, typer.Argument(help="The document's id: its path under the documents' folder.")],
    as_json: Json = False,
) -> None:
    """Print a document's text, and nothing else."""
    with _errors(as_json):
        from assistant.assistant import Assistant
        from assistant.config import Config

        with Assistant.open(Config.load()) as assistant:
            found = assistant.document(document)
        if as_json:
            _print(
                {
                    "document": found.id, "title": found.title, "kind": found.kind, "date": found.date,
                    "authors": list(found.authors), "places": list(found.places), "standing": found.standing.value,
                    "sharing": found.sharing.label, "form": found.form.value, "source": found.source,
                    "text": found.text,
                }
            )  # fmt: skip
        else:
            sys.stdout.buffer.write(found.text.encode("utf-8"))


@app.command()
def coverage(
    agenda: Annotated[str, typer.Argument(help="The agenda's file, - for standard input, or a topic in words.")],
    title: Annotated[str, typer.Option(help="What the brief is called.")] = "Before the meeting",
    word: ToWord = None,
    markdown: ToMarkdown = None,
    page: ToPage = None,
    as_json: Json = False,
) -> None:
    """Show topic by topic what the documents hold on an agenda, and what is missing."""
    with _errors(as_json):
        from ui import reporting

        reporting.coverage(
            agenda, title, reporting.Files(word, markdown, page),
            tell=_teller(as_json), progress=lambda: _progress(quiet=as_json),
        )  # fmt: skip


@app.command()
def guide(word: ToWord = None, markdown: ToMarkdown = None, page: ToPage = None, as_json: Json = False) -> None:
    """Start here: who is who, the words, what has been discussed, and what to read, in the documents' own words."""
    with _errors(as_json):
        from ui import reporting

        reporting.guide(reporting.Files(word, markdown, page), tell=_teller(as_json))


@app.command()
def mentions(term: Annotated[str, typer.Argument(help="A person, a place or a term.")], as_json: Json = False) -> None:
    """List every sentence of every document that mentions a person, a place or a term."""
    with _errors(as_json):
        from ui import reporting

        reporting.mentions(term, tell=_teller(as_json))


@app.command()
def gaps(
    delete: Annotated[int | None, typer.Option(help="Delete the question with this number for good.")] = None,
    markdown: Annotated[
        Path | None, typer.Option(help="Write them to this file, each with an invitation to contribute.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List the questions that the documents could not answer, by meaning, the most asked first. For convenors."""
    with _errors(as_json):
        from ui import gathering

        gathering.gaps(delete=delete, markdown=markdown, tell=_teller(as_json))


@app.command()
def feedback(
    to: Annotated[
        Path | None, typer.Option(help="Write those reviewed to this file, as questions to evaluate.")
    ] = None,
    review: Annotated[int | None, typer.Option(help="Mark the one with this number as reviewed.")] = None,
    unanswerable: Annotated[
        bool, typer.Option("--unanswerable", help="With --review: the documents do not answer the question.")
    ] = False,
    delete: Annotated[int | None, typer.Option(help="Delete the one with this number for good.")] = None,
    as_json: Json = False,
) -> None:
    """List what people said of the answers, and make questions of it to evaluate. For convenors."""
    with _errors(as_json):
        from ui import gathering

        gathering.feedback(
            to=to, review=review, answerable=False if unanswerable else None, delete=delete,
            tell=_teller(as_json),
        )  # fmt: skip


@app.command()
def evaluate(
    questions: Annotated[
        Path | None, typer.Option(help="A question set, JSON Lines; the project's own by default.")
    ] = None,
    records: Annotated[Path | None, typer.Option(help="Where to write what was answered, JSON Lines.")] = None,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Make this run the baseline that later runs are held to.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Ask a set of questions with known evidence, and report how well they are answered."""
    with _errors(as_json):
        from assistant.config import Config
        from evals.run import evaluate as run

        outcome = run(Config.load(), questions, records, make_baseline=baseline)
        _print(outcome.summary if as_json else outcome.words)
        if outcome.dropped:
            raise typer.Exit(1)


@app.command()
def ui(
    port: Annotated[int, typer.Option(help="The port to serve on; another one is taken where it is in use.")] = 8501,
    host: Annotated[str, typer.Option(help="The address to serve on.")] = "127.0.0.1",
    as_json: Json = False,
) -> None:
    """Serve the web app on this machine, until interrupted."""
    with _errors(as_json):
        from assistant.config import Config
        from ui.serve import serve

        Config.load()  # a setting that makes no sense is told here, not on the page

        def announce(address: str) -> None:
            _print({"address": address} if as_json else f"Commonplace is at {address} (press Ctrl+C to stop)")

        serve(host, port, announce)


def _agreed(question: str) -> bool:
    """What somebody at the terminal says; no where there is nobody."""
    try:
        return typer.confirm(question)
    except typer.Abort:
        return False


def main() -> None:
    """The console script. Ends with status 1 and one sentence where something is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # whatever the terminal believes
    app()


@contextmanager
def _errors(as_json: bool) -> Iterator[None]:
    from assistant.errors import CommonplaceError

    try:
        yield
    except CommonplaceError as error:
        if as_json:
            _print({"error": str(error), "kind": type(error).__name__})
        else:
            typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    except (typer.Exit, typer.Abort):
        raise
    except KeyboardInterrupt:
        typer.echo("Stopped. Nothing that was stored is lost.", err=True)
        raise typer.Exit(130) from None
    except OSError as error:
        # A full disk, a folder that is not ours: the index is whole or absent, so only this run is lost.
        typer.echo(f"It did not work: {error}. What was stored is as it was. Mend that, then try again.", err=True)
        raise typer.Exit(1) from error
    except Exception as error:
        if os.environ.get("COMMONPLACE_DEBUG"):
            raise
        told = f"Something went wrong that we did not foresee ({type(error).__name__}: {error}). What was stored is as it was."
        typer.echo(f"{told} Try again; with COMMONPLACE_DEBUG=1 the command tells more.", err=True)
        raise typer.Exit(1) from error


def _teller(as_json: bool) -> Callable[[Any, str], None]:
    """Prints a value as JSON, or else its words."""
    return lambda value, words: _print(value if as_json else words)


def _print(value: Any) -> None:
    """A value as JSON, or words as they are: terminal control characters in a document's text are made visible."""
    if isinstance(value, str):
        typer.echo("".join(ch if ch.isprintable() or ch == "\n" else "\ufffd" for ch in value))
    else:
        typer.echo(json.dumps(value, ensure_ascii=False, indent=1))


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Any]:
    """A progress bar on the terminal's error stream, or None where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda what, done, of: progress.update(task, description=what, completed=done, total=of)


def _seen(report: SyncReport, assistant: Assistant) -> SyncReport:
    """What the audience that is served may know of a sync."""
    from dataclasses import replace

    from assistant.domain import Audience

    if assistant.config.audience is Audience.CONVENORS:
        return report
    ids = {document.id for document in assistant.documents()}

    def seen(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name in ids)

    return replace(
        report,
        added=seen(report.added),
        changed=seen(report.changed),
        unchanged=seen(report.unchanged),
        removed=(),
        passages=assistant.passages,
        embedded=0,
        failed=(),
        notes=(),
    )


def _sync_words(report: SyncReport) -> str:
    from ui.phrases import counted

    count = len(report.added) + len(report.changed) + len(report.unchanged)
    told = [f"{counted(count, 'document')}, {counted(report.passages, 'passage')}."]
    for name, ids in (("Added", report.added), ("Changed", report.changed), ("Removed", report.removed)):
        if ids:
            told.append(f"{name}: {', '.join(ids[:20])}{f' and {len(ids) - 20} more' if len(ids) > 20 else ''}")
    if report.notes:
        told += [f"{path}: {note}" for path, note in report.notes]
    if report.failed:
        told.append("Left out:")
        told += [f"  {path}: {reason}" for path, reason in report.failed]
    return "\n".join(told)


def _answer_words(answer: Answer) -> str:
    from ui.phrases import CLOSE, NEAREST, NOT_FOUND, basis_line, citation_line, completed, parted

    told = [f"Understood as: {answer.understood_as}", ""] if completed(answer) else []
    first, rest = parted(answer.notes)
    told += [*first, ""] if first else []
    if answer.statements:
        for i, statement in enumerate(answer.statements):
            told += _quotation(statement.text)
            following = answer.statements[i + 1].citations[0] if i + 1 < len(answer.statements) else None
            if following is None or _place(following) != _place(statement.citations[0]):
                told.append(f"    {citation_line(statement.citations[0])}")
            told += [f"    Also: {citation_line(other)}" for other in statement.citations[1:]]
            told.append("")
        told.append(basis_line(answer))
    else:
        told += [
            CLOSE if answer.status.value == "close" else f"{NOT_FOUND} {NEAREST}" if answer.nearest else NOT_FOUND,
            "",
        ]
        for citation in answer.nearest:
            told += [*_quotation(citation.quote), f"    {citation_line(citation)}", ""]
    mended = [note for note in answer.notes if note not in (*first, *rest)]
    return "\n".join([*told, *mended, *rest]).strip("\n")


def _place(citation: Citation) -> tuple[str, str | None, tuple[str, ...]]:
    return citation.document, citation.speaker, citation.heading


def _quotation(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(" ".join(text.split()), WIDTH, initial_indent="  | ", subsequent_indent="  | ")
