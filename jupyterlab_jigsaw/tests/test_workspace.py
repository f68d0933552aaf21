"""The files of workspaces, as a kernel reads them."""

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
    read = []
    monkeypatch.setattr(Path, "read_text", lambda path, **_: read.append(path) or "")
    with pytest.raises(WorkspaceError, match="too large"):
        read_workspace(str(tmp_path / "ws"))
    assert read == []
