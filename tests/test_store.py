"""The tables of the records: brought up from older ones, and written whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest
from states import files_holding

from assistant.errors import CommonplaceError
from assistant.kept.records import Records
from assistant.kept.store import STEPS, VERSION, Store

TABLES = {"withdrawals", "waiting", "gaps", "feedback", "agendas", "corrections", "books", "entries"}


def tables(store):
    with store.open() as opened:
        rows = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name for (name,) in rows}


def test_looking_makes_no_file_and_opening_makes_every_table(tmp_path):
    store = Store(tmp_path / "home")
    assert not store.exists and not store.path.parent.exists()
    assert tables(store) == TABLES
    assert store.exists


def test_records_of_the_first_version_are_brought_up_and_keep_what_they_hold(tmp_path):
    with closing(sqlite3.connect(tmp_path / "records.db")) as old:
        old.executescript(STEPS[0])
        old.execute("INSERT INTO withdrawals VALUES ('a.md', 'f1', '2026-01-02', 1)")
        old.execute("PRAGMA user_version = 1")
        old.commit()
    assert tables(Store(tmp_path)) == TABLES
    (found,) = Records(tmp_path).withdrawals()
    assert (found.document, found.day, found.done) == ("a.md", "2026-01-02", True)
    with closing(sqlite3.connect(tmp_path / "records.db")) as store:
        assert store.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_a_step_that_was_cut_short_is_taken_again(tmp_path):
    with closing(sqlite3.connect(tmp_path / "records.db")) as half:
        half.executescript(STEPS[0] + STEPS[1].split(";")[0] + ";")  # killed between two tables
    assert tables(Store(tmp_path)) == TABLES


def test_records_of_a_newer_version_are_refused_and_left_alone(tmp_path):
    with closing(sqlite3.connect(tmp_path / "records.db")) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = (tmp_path / "records.db").read_bytes()
    with pytest.raises(CommonplaceError, match="newer Commonplace"), Store(tmp_path).open():
        pass
    assert (tmp_path / "records.db").read_bytes() == before


def test_a_change_that_fails_half_way_is_no_change(tmp_path):
    store = Store(tmp_path)
    with pytest.raises(ZeroDivisionError), store.open() as opened:
        opened.execute("INSERT INTO books (title, audience, day) VALUES ('Heron', 0, '2026-01-01')")
        raise ZeroDivisionError
    with store.open() as opened:
        assert opened.execute("SELECT COUNT(*) FROM books").fetchone() == (0,)


def test_what_is_deleted_leaves_no_bytes(tmp_path):
    store = Store(tmp_path)
    with store.open() as opened:
        opened.execute("INSERT INTO books (title, audience, day) VALUES ('Bitterns of Tollbridge', 0, '2026-01-01')")
    assert files_holding(tmp_path, "Bitterns of")
    with store.open() as opened:
        opened.execute("DELETE FROM books")
    assert files_holding(tmp_path, "Bitterns of") == []


def test_many_may_open_new_records_at_once(tmp_path):
    failed = []

    def write(i):
        try:
            with Store(tmp_path).open() as opened:
                opened.execute("INSERT INTO books (title, audience, day) VALUES (?, 0, '2026-01-01')", (str(i),))
        except CommonplaceError as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(i,)) for i in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store(tmp_path).open() as opened:
        assert (opened.execute("SELECT COUNT(*) FROM books").fetchone(), failed) == ((12,), [])
