"""The files of workspaces, as a kernel reads them."""

import tracemalloc
from pathlib import Path

import pytest

from jupyterlab_jigsaw.magic.workspace import MAX_LENGTH, WorkspaceError, read_workspace


def test_takes_what_the_front_end_takes():
    limits = Path(__file__).parents[2] / "src" / "document" / "limits.ts"
    assert "MAX_TEXT_LENGTH = 10 * 1024 * 1024;" in limits.read_text()
    assert MAX_LENGTH == 10 * 1024 * 1024


def test_does_not_read_a_file_that_is_too_large(tmp_path, monkeypatch):
    with (tmp_path / "ws.jigsaw").open("wb") as file:
        # Without taking room on the disk; in memory it would.
        file.truncate(4 * MAX_LENGTH + 1)
    opened = []
    monkeypatch.setattr(Path, "open", lambda path, **_: opened.append(path))
    with pytest.raises(WorkspaceError, match="too large"):
        read_workspace(str(tmp_path / "ws"))
    assert opened == []


def test_reads_no_more_than_it_takes(tmp_path):
    (tmp_path / "ws.jigsaw").write_text(" " * 4 * MAX_LENGTH)
    tracemalloc.start()
    try:
        with pytest.raises(WorkspaceError, match="more than"):
            read_workspace(str(tmp_path / "ws"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * MAX_LENGTH


@pytest.mark.parametrize("there", ["/dev/zero", "/dev/null", "/"])
def test_reads_files_alone(tmp_path, there):
    link = tmp_path / "ws.jigsaw"
    link.symlink_to(there)
    with pytest.raises(WorkspaceError, match="no regular file"):
        read_workspace(str(tmp_path / "ws"))
    assert link.is_symlink()
