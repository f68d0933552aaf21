"""%jigsaw in a real ipykernel, and in a real kernel of MetaKernel."""

import json
import os
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

import jupyterlab_jigsaw
from jupyterlab_jigsaw.magic import MIME_TYPE
from jupyterlab_jigsaw.magic.install import MODULE, install

SOURCE = Path(jupyterlab_jigsaw.__file__).parent.parent
STATE = {"blocks": {"blocks": [{"type": "text"}]}}
XML = '<xml xmlns="https://developers.google.com/blockly/xml"></xml>'


class Kernel:
    """A kernel that runs in a folder of its own."""

    def __init__(self, name, language, folder):
        self.language = language
        self.folder = folder
        self._manager, self._client = start_new_kernel(kernel_name=name, cwd=str(folder))

    def run(self, cell):
        """The data that a cell displays, and what it says."""
        data, said = [], []

        def take(message):
            content = message["content"]
            if message["msg_type"] in ("display_data", "execute_result"):
                data.append(content["data"])
            elif message["msg_type"] == "stream":
                said.append(content["text"])
            elif message["msg_type"] == "error":
                said.extend([content["evalue"], *content["traceback"]])

        self._client.execute_interactive(cell, output_hook=take, timeout=60, allow_stdin=False)
        return data, "\n".join(said)

    def stop(self):
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module", params=["python3", "calysto_scheme"])
def running(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("work")
    home = tmp_path_factory.mktemp("ipython")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(home))
        # What is tested, and not a wheel of an earlier day that is installed.
        patch.setenv("PYTHONPATH", str(SOURCE), prepend=os.pathsep)
        if request.param == "python3":
            kernel = Kernel(request.param, "python", folder)
            assert kernel.run("%load_ext jupyterlab_jigsaw") == ([], "")
            _, said = kernel.run("import jupyterlab_jigsaw; print(jupyterlab_jigsaw.__file__)")
            assert said.strip() == jupyterlab_jigsaw.__file__
        else:
            install(home / "metakernel" / "magics" / MODULE)
            kernel = Kernel(request.param, "scheme", folder)
        yield kernel
        kernel.stop()


@pytest.fixture
def kernel(running):
    yield running
    for path in running.folder.iterdir():
        path.rmdir() if path.is_dir() else path.unlink()


def bundle_of(kernel, cell):
    (data,), errors = kernel.run(cell)
    assert errors == ""
    return data[MIME_TYPE]


def test_shows_empty_blocks(kernel):
    assert bundle_of(kernel, "%jigsaw") == {
        "version": 1,
        "language": kernel.language,
        "toolbox": "",
        "height": 350,
        "workspace": None,
        "given": "",
        "state": "",
    }


def test_says_in_words_what_is_not_seen(kernel):
    (data,), _ = kernel.run("%jigsaw")
    assert "pip install jupyterlab-jigsaw" in data["text/plain"]


def test_takes_arguments(kernel):
    bundle = bundle_of(kernel, "%jigsaw Lua --workspace ws -h 500")
    assert (bundle["language"], bundle["workspace"], bundle["height"]) == ("lua", "ws", 500)


@pytest.mark.parametrize("body", [json.dumps(STATE), XML])
def test_shows_the_workspace_of_the_cell(kernel, body):
    bundle = bundle_of(kernel, f"%%jigsaw\n{body}")
    assert bundle["state"].strip() == body
    assert bundle["given"] != ""
    assert bundle == bundle_of(kernel, f"%%jigsaw\n{body}")


def test_tells_one_given_workspace_from_another(kernel):
    first = bundle_of(kernel, f"%%jigsaw\n{XML}")
    second = bundle_of(kernel, f"%%jigsaw\n{json.dumps(STATE)}")
    assert first["given"] != second["given"]


@pytest.mark.parametrize(
    "body",
    ["print('hello')", "[1]", '{"a": 1}', "{" * 100_000, '{"blocks": ' + "9" * 6000 + "}"],
    ids=["code", "list", "odd", "deep", "long"],
)
def test_refuses_a_cell_that_is_no_workspace(kernel, body):
    data, errors = kernel.run(f"%%jigsaw\n{body}")
    assert data == []
    assert "It is" in errors or "too deep" in errors


def test_waits_for_no_pipe(kernel):
    os.mkfifo(kernel.folder / "ws.jigsaw")
    data, errors = kernel.run("%jigsaw --workspace ws")
    assert data == []
    assert "is no regular file" in errors


def test_reads_a_workspace_file(kernel):
    (kernel.folder / "ws.xml").write_text(XML, encoding="utf-8")
    assert bundle_of(kernel, "%jigsaw --workspace ws")["state"] == XML
    text = json.dumps({"format": "jigsaw", "version": 1, "workspace": STATE})
    (kernel.folder / "ws.jigsaw").write_text(text, encoding="utf-8")
    assert bundle_of(kernel, "%jigsaw --workspace ws")["state"] == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a workspace", "ws.jigsaw is no workspace: It is neither XML nor JSON"),
        (b"\xff\xfe\x00\x01", "ws.jigsaw is no text"),
        (b'{"cells": []}', "It is JSON, but has no blocks"),
    ],
)
def test_leaves_a_file_alone_that_it_cant_read(kernel, content, reason):
    path = kernel.folder / "ws.jigsaw"
    path.write_bytes(content)
    data, errors = kernel.run("%jigsaw --workspace ws")
    assert data == []
    assert reason in errors
    assert path.read_bytes() == content
    assert [entry.name for entry in kernel.folder.iterdir()] == ["ws.jigsaw"]


def test_says_why_a_file_cant_be_opened(kernel):
    (kernel.folder / "ws.jigsaw").symlink_to("ws.jigsaw")
    _, errors = kernel.run("%jigsaw --workspace ws")
    assert "ws.jigsaw can't be read: Too many levels of symbolic links" in errors


def test_names_the_languages(kernel):
    data, errors = kernel.run("%jigsaw Klingon")
    assert data == []
    assert "There are for: python, javascript" in errors
    assert "Traceback" not in errors


def test_runs_the_rest_of_the_cell_of_a_line_magic(kernel):
    data, errors = kernel.run("%jigsaw\n1 + 1")
    assert len(data) >= 1
    assert MIME_TYPE in data[0]
    assert errors == ""


def test_can_be_unloaded(kernel):
    if kernel.language != "python":
        assert "%jigsaw" in kernel.run("%lsmagic")[1]
        return
    kernel.run("%unload_ext jupyterlab_jigsaw")
    try:
        data, errors = kernel.run("%jigsaw")
        assert data == []
        assert "not found" in errors
    finally:
        kernel.run("%load_ext jupyterlab_jigsaw")
