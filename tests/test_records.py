"""What is recorded, and that what is deleted leaves nothing."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from states import files_holding

from assistant.errors import CommonplaceError
from assistant.kept.records import Records


def test_a_withdrawal_is_kept_until_it_is_taken_back(tmp_path):
    records = Records(tmp_path / "home")
    assert records.withdrawals() == []
    records.withdraw("a.md", "f1")
    (found,) = Records(tmp_path / "home").withdrawals()
    assert (found.document, found.fingerprint, found.done) == ("a.md", "f1", False)
    records.carried_out()
    assert records.withdrawals()[0].done
    records.take_back("f1")
    assert records.withdrawals() == []


def test_looking_makes_no_file(tmp_path):
    assert Records(tmp_path).waiting() == [] and Records(tmp_path).withdrawals() == []
    assert list(tmp_path.iterdir()) == []


def test_contributions_wait_in_their_order_and_leave_no_bytes(tmp_path):
    records = Records(tmp_path)
    first = records.wait("a.md", "The corncrake called twice. " * 400)
    second = records.wait("b.md", "Another note.")
    assert [one.number for one in records.waiting()] == [first, second]
    assert files_holding(tmp_path, "corncrake")
    records.reviewed(first)
    assert [one.name for one in records.waiting()] == ["b.md"]
    assert files_holding(tmp_path, "corncrake") == []


def test_a_number_never_comes_again(tmp_path):
    records = Records(tmp_path)
    first = records.wait("a.md", "One.")
    records.reviewed(first)
    assert records.wait("b.md", "Two.") != first


def test_two_writers_wait_for_each_other(tmp_path):
    def write(name):
        for i in range(10):
            Records(tmp_path).wait(f"{name}{i}.md", "A note.")

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Records(tmp_path).waiting()) == 20


@pytest.mark.parametrize("spoil", ["bytes", "newer"])
def test_records_that_cannot_be_used_are_left_as_they_are(tmp_path, spoil):
    path = tmp_path / "records.db"
    if spoil == "bytes":
        path.write_bytes(b"This is no database, whatever its name says." * 40)
    else:
        store = sqlite3.connect(path)
        store.execute("PRAGMA user_version = 99")
        store.close()
    before = path.read_bytes()
    with pytest.raises(CommonplaceError, match=r"Nothing was changed"):
        Records(tmp_path).waiting()
    assert path.read_bytes() == before
