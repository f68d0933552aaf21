"""The app page, and what the doctor asks of a server, as a server gives it."""

import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPMessage
from pathlib import Path
from typing import NamedTuple

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from jupyterlab_jigsaw.command import main
from jupyterlab_jigsaw.page.app import read_assets
from jupyterlab_jigsaw.page.policy import content_security_policy

ROOT = Path(__file__).parents[2]
TOKEN = "token-of-bob"  # noqa: S105
BASE = "/user/bob/"

NAMES = (
    "plain.jigsaw",
    "with space.jigsaw",
    "grün & 50%.jigsaw",
    "a#b?c.jigsaw",
    "<b>&x'\".jigsaw",
    "+plus.jigsaw",
)


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    text: str

    @property
    def config(self) -> dict[str, str]:
        """What the page is told."""
        data = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', self.text, re.DOTALL)
        assert data
        return json.loads(data.group(1))


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


class Server:
    def __init__(self, port: int):
        self.address = f"http://127.0.0.1:{port}"

    def get(self, path: str, known: bool = True) -> Answer:
        """Ask for what lies below the base URL, as a browser that follows nothing."""
        headers = {"Authorization": f"token {TOKEN}"} if known else {}
        request = urllib.request.Request(f"{self.address}{BASE}{path}", headers=headers)
        opener = urllib.request.build_opener(NoRedirect)
        try:
            with opener.open(request, timeout=30) as answer:
                return Answer(answer.status, answer.headers, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.headers, error.read().decode())

    def post(self, path: str, body: object) -> int:
        request = urllib.request.Request(
            f"{self.address}{BASE}{path}",
            json.dumps(body).encode(),
            {"Authorization": f"token {TOKEN}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status

    def page(self, path: str) -> Answer:
        return self.get(f"jigsaw/{urllib.request.pathname2url(path)}")


@contextmanager
def running(folder: Path, *args: str, config: str = "", root: bool = True) -> Iterator[Server]:
    """`jupyter jigsaw` on a folder of a person of their own."""
    home = folder / "home"
    for path in (home, folder / "root"):
        path.mkdir()
    (home / "jupyter_server_config.py").write_text(config, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "jupyterlab_jigsaw.command",
                *args,
                *([f"--ServerApp.root_dir={folder / 'root'}", "--no-browser"] if root else []),
                "--allow-root",
                "--ip=127.0.0.1",
                f"--port={port}",
                "--ServerApp.port_retries=0",
                f"--ServerApp.base_url={BASE}",
                f"--IdentityProvider.token={TOKEN}",
                "--LanguageServerManager.autodetect=False",
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "JUPYTER_CONFIG_DIR": str(home),
                "JUPYTER_DATA_DIR": str(home / "data"),
                "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.2)
                pytest.fail(log.read_text())
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("page")
    (folder / "outside.jigsaw").write_text("secret")
    with running(folder) as made:
        root = folder / "root"
        (root / "lesson").mkdir()
        (root / ".hidden").mkdir()
        for name in (*NAMES, ".secret.jigsaw", "lesson/deep.jigsaw", ".hidden/in.jigsaw"):
            (root / name).write_text("", encoding="utf-8")
        yield made


@pytest.mark.parametrize("path", ["jigsaw", "jigsaw/", "jigsaw/plain.jigsaw", "jigsaw/none"])
def test_sends_whom_it_does_not_know_to_the_login(server, path):
    answer = server.get(path, known=False)
    assert answer.status == 302
    target = answer.headers["Location"]
    assert target.startswith(f"{BASE}login?next=")
    assert "plain.jigsaw" not in answer.text


def test_is_where_jupyter_jigsaw_leads_to(server):
    answer = server.get("")
    assert answer.status == 302
    assert answer.headers["Location"].rstrip("?") == f"{BASE}jigsaw"


@pytest.mark.parametrize("path", ["jigsaw", "jigsaw/"])
def test_lists_the_root(server, path):
    answer = server.get(path)
    assert answer.status == 200
    assert answer.config["jigsawKind"] == "folder"
    assert answer.config["jigsawPath"] == ""
    assert answer.config["baseUrl"] == BASE


def test_lists_a_folder(server):
    answer = server.page("lesson")
    assert answer.status == 200
    assert (answer.config["jigsawKind"], answer.config["jigsawPath"]) == ("folder", "lesson")


@pytest.mark.parametrize("name", [*NAMES, "lesson/deep.jigsaw"])
def test_opens_a_workspace_of_any_name(server, name):
    answer = server.page(name)
    assert answer.status == 200
    assert (answer.config["jigsawKind"], answer.config["jigsawPath"]) == ("file", name)


@pytest.mark.parametrize(
    "path",
    [
        "none.jigsaw",
        "lesson/none.jigsaw",
        "plain.jigsaw/below",
        ".secret.jigsaw",
        ".hidden",
        ".hidden/in.jigsaw",
        "..%2Foutside.jigsaw",
        "%2E%2E/outside.jigsaw",
        "..%5Coutside.jigsaw",
        "lesson/../../outside.jigsaw",
        "%2Fetc%2Fpasswd",
        "a%00b.jigsaw",
        "x" * 3000,
    ],
)
def test_says_of_nothing_else_that_it_is_there(server, path):
    answer = server.get(f"jigsaw/{path}")
    assert answer.status == 404
    assert answer.config["jigsawKind"] == "missing"


def test_writes_a_name_so_that_it_stays_one(server):
    answer = server.page("</script><script>alert(1)</script>")
    assert answer.config["jigsawPath"] == "</script><script>alert(1)</script>".strip("/")
    assert "<script>alert" not in answer.text


def test_has_no_inline_script_and_no_token(server):
    text = server.page("plain.jigsaw").text
    for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
        assert "src=" in attributes or 'type="application/json"' in attributes, content
    assert not re.search(r"\son\w+=|javascript:", text)
    assert TOKEN not in text


def test_keeps_the_servers_policy_and_adds_a_strict_one(server):
    theirs, ours = server.page("plain.jigsaw").headers.get_all("Content-Security-Policy")
    assert theirs == server.get("api/status", known=False).headers[
        "Content-Security-Policy"
    ].replace("; default-src 'none'", "")
    assert "frame-ancestors 'self'" in theirs
    rules = dict(rule.split(" ", 1) for rule in ours.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["base-uri"] == "'none'"
    assert rules["connect-src"].split() == [
        "'self'",
        server.address.replace("http:", "ws:"),
        server.address.replace("http:", "wss:"),
    ]
    assert "frame-ancestors" not in rules


def test_lets_websockets_go_where_the_server_wants_them():
    def rule(address):
        return re.search("connect-src ([^;]*)", content_security_policy("a:1", address))[1]

    assert rule("") == "'self' ws://a:1 wss://a:1"
    assert rule("wss://sockets.example:8443/jupyter/") == (
        "'self' ws://a:1 wss://a:1 wss://sockets.example:8443"
    )
    assert rule("wss://[::1]:8000") == "'self' ws://a:1 wss://a:1 wss://[::1]:8000"
    for none in ("/jupyter/", "wss://a; script-src *", "javascript://a", "wss://[", "ws://u:p@b"):
        assert rule(none) == "'self' ws://a:1 wss://a:1"


def test_names_no_host_that_could_end_the_policy():
    assert "'self' ws://hub.example:8000 wss://" in content_security_policy("hub.example:8000")
    assert "ws://[::1]:8000" in content_security_policy("[::1]:8000")
    assert "*" not in content_security_policy("hub.example; script-src *")


def test_gives_the_cookie_that_requests_repeat(server):
    cookies = server.get("jigsaw").headers.get_all("Set-Cookie")
    assert any(cookie.startswith("_xsrf=") for cookie in cookies)


def test_serves_what_it_names_and_lets_it_be_kept(server):
    text = server.page("plain.jigsaw").text
    named = re.findall(rf'(?:src|href)="{BASE}([^"]+)"', text)
    assert any(name.endswith(".js") for name in named)
    assert any("themes/dark.css" in name for name in named)
    assert 'rel="preload"' in text
    assert 'rel="preload"' not in server.get("jigsaw").text
    lasting = []
    for name in (*named, "static/jigsaw/media/sprites.svg"):
        answer = server.get(name, known=False)
        assert answer.status == 200, name
        is_lasting = "max-age" in answer.headers["Cache-Control"]
        # What another version has under the same name is asked for anew.
        is_named_by_content = re.search(r"\.[0-9a-f]{16}\.(js|css)$|\?v=\w{16,}$", name)
        assert is_lasting == bool(is_named_by_content), name
        assert is_lasting or answer.headers["Cache-Control"] == "no-cache", name
        lasting += [name] if is_lasting else []
    assert lasting == named


def test_obeys_the_servers_headers_and_authorizer(tmp_path):
    config = """
from jupyter_server.auth import Authorizer

class NoReader(Authorizer):
    def is_authorized(self, handler, user, action, resource):
        return resource not in ("contents", "jigsaw")

c.ServerApp.allow_unauthenticated_access = False
c.ServerApp.authorizer_class = NoReader
c.ServerApp.tornado_settings = {
    "headers": {"Content-Security-Policy": "frame-ancestors 'none'"}
}
"""
    with running(tmp_path, config=config) as server:
        assert server.get("jigsaw").status == 403
        for endpoint in ("echo", "stream", "report", "socket"):
            assert server.get(f"jigsaw/api/{endpoint}").status == 403, endpoint
        policies = server.get("login", known=False).headers.get_all("Content-Security-Policy")
        assert policies == ["frame-ancestors 'none'"]
    # The server names handlers of which it can't know that they want a login.
    log = (tmp_path / "server.log").read_text()
    assert "/jigsaw/" not in "".join(re.findall(r"^- GET .*\n", log, re.MULTILINE))


def test_tells_of_a_kernel_that_never_answers_and_of_no_other(tmp_path):
    with running(tmp_path, config="c.MappingKernelManager.kernel_info_timeout = 1") as server:
        spec = tmp_path / "home/data/kernels/quiet/kernel.json"
        spec.parent.mkdir(parents=True)
        argv = [sys.executable, "-c", "import time; time.sleep(600)"]
        spec.write_text(json.dumps({"argv": argv, "display_name": "Quiet", "language": "x"}))
        for path, kernel in (("q.ipynb", "quiet"), ("p.ipynb", "python3")):
            body = {"path": path, "type": "notebook", "name": path, "kernel": {"name": kernel}}
            assert server.post("api/sessions", body) == 201
        silent = []
        end = time.monotonic() + 60
        # Python's takes its time to start.
        while len(silent) != 1:
            assert time.monotonic() < end, silent
            report = json.loads(server.get("jigsaw/api/report").text)
            silent = [one for one in report["findings"] if one["id"] == "kernel-silent"]
        assert silent[0]["system"] == "Quiet"
        assert "of q.ipynb " in silent[0]["seen"]


def test_opens_a_file_of_the_command_line_on_its_page(tmp_path):
    opened = tmp_path / "opened.txt"
    program = tmp_path / "browser.py"
    # The server opens a file that leads to its address, which has a token.
    program.write_text(
        "import pathlib, sys, urllib.request as r;"
        f"pathlib.Path({str(opened)!r}).write_bytes(r.urlopen(sys.argv[1]).read())"
    )
    work = tmp_path / "work"
    work.mkdir()
    file = work / "first steps.jigsaw"
    file.touch()
    with running(
        tmp_path,
        str(file),
        f"--ServerApp.browser={sys.executable} {program} %s",
        "--JigsawApp.open_browser=True",
        root=False,
    ) as server:
        deadline = time.monotonic() + 30
        while not opened.exists() or not opened.read_text():
            assert time.monotonic() < deadline, "no browser was opened"
        address = f"{server.address}{BASE}jigsaw/first%20steps.jigsaw"
        assert address in opened.read_text()
        assert server.page("first steps.jigsaw").config["jigsawKind"] == "file"


def test_makes_a_folder_of_the_command_line_the_root(tmp_path):
    # As it is typed: a word alone, which the server could take for a command.
    with running(tmp_path, "examples", root=False) as server:
        assert server.page("first-steps.jigsaw").config["jigsawKind"] == "file"


def test_has_nothing_to_load_before_a_build(tmp_path):
    assert read_assets(tmp_path).scripts == []


class TestSocket:
    """The WebSocket that the doctor tries."""

    def talk(self, server, message=None, **headers):
        """Give the status where it is refused, else the answer, or the code of its end."""

        async def ask():
            address = f"{server.address.replace('http', 'ws')}{BASE}jigsaw/api/socket"
            try:
                connection = await websocket_connect(HTTPRequest(address, headers=headers))
            except HTTPClientError as error:
                return error.code
            await connection.write_message(message or "{}")
            answer = await connection.read_message()
            connection.close()
            return connection.close_code if answer is None else answer

        return asyncio.run(ask())

    def test_is_for_pages_of_the_server_alone(self, server):
        cookies = server.get(f"jigsaw?token={TOKEN}", known=False).headers.get_all("Set-Cookie")
        cookie = "; ".join(one.split(";")[0] for one in cookies)
        own, foreign = server.address, "http://evil.example"
        assert self.talk(server, Cookie=cookie, Origin=own) == "{}"
        for origin in (foreign, "null", f"{own}.evil.example"):
            assert self.talk(server, Cookie=cookie, Origin=origin) == 403
        assert self.talk(server, Origin=own) == 403
        assert self.talk(server, Origin=own, Authorization="token wrong") == 403

    @pytest.mark.parametrize(
        "message", ["nonsense", "[]", '{"wait": []}', '{"wait": %s}' % ("9" * 400), "[" * 9000]
    )
    def test_ends_where_it_is_told_nonsense(self, server, message):
        assert self.talk(server, message, Authorization=f"token {TOKEN}") == 1003


@contextmanager
def gateway(folder: Path, *options: str) -> Iterator[str]:
    """A server of kernels alone, with one that no other server here has."""
    kernel = folder / "far/kernels/far_away"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["far"], "display_name": "x", "language": "x"}')
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "kernel_gateway",
            "--KernelGatewayApp.ip=127.0.0.1",
            f"--KernelGatewayApp.port={port}",
            "--KernelGatewayApp.port_retries=0",
            "--KernelGatewayApp.allow_root=True",
            *options,
        ],
        env={
            **os.environ,
            "JUPYTER_PATH": str(folder / "far"),
            "JUPYTER_RUNTIME_DIR": str(folder / "far/runtime"),
        },
    )
    try:
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.2)
                pytest.fail("The gateway has ended.")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_tells_of_kernels_on_another_machine_and_of_none_here(tmp_path):
    with ExitStack() as stack:
        far = stack.enter_context(ExitStack())
        address = far.enter_context(gateway(tmp_path))
        url = address.replace("//", "//me:word@")
        server = stack.enter_context(running(tmp_path, f"--gateway-url={url}"))

        def report():
            answer = server.get("jigsaw/api/report")
            assert "word" not in answer.text
            return json.loads(answer.text)

        seen = report()
        kernels = {one["name"]: one["folder"] for one in seen["facts"]["kernels"]}
        assert kernels["far_away"] == address
        assert set(kernels.values()) == {address}
        assert [one["id"] for one in seen["findings"] if "kernel" in one["id"]] == []
        far.close()
        [found] = [one for one in report()["findings"] if one["severity"] == "broken"]
        assert found["id"] == "gateway-unreachable"
        assert f"at {address} " in found["seen"]
        places = {one["where"]: one["line"] for one in found["changes"]}
        assert places["the command line of the server"].startswith("--gateway-url=")
        # Who has a hub finds the line where `docs/deploy.md` has it.
        hub = places["jupyterhub_config.py"]
        assert f"\n{hub}\n" in (ROOT / "docs/deploy.md").read_text()


def test_tells_of_a_gateway_without_kernels_where_to_get_some(tmp_path):
    with ExitStack() as stack:
        address = stack.enter_context(
            gateway(tmp_path, "--KernelSpecManager.allowed_kernelspecs=none")
        )
        server = stack.enter_context(running(tmp_path, f"--gateway-url={address}"))
        findings = json.loads(server.get("jigsaw/api/report").text)["findings"]
        [found] = [one for one in findings if one["severity"] == "broken"]
        assert found["id"] == "no-kernels"
        assert found["system"] == "the gateway"
        assert found["seen"] == f"No kernel at {address}."
        [change] = found["changes"]
        assert change["where"] == "a shell, in the environment of the gateway"


class TestCommand:
    def test_keeps_its_commands(self, capsys):
        with pytest.raises(SystemExit) as end:
            main(["magic", "--help"])
        assert end.value.code == 0
        assert "status" in capsys.readouterr().out

    def test_tells_of_both_uses(self, capsys):
        with pytest.raises(SystemExit):
            main(["--help"])
        text = capsys.readouterr().out
        assert "magic" in text
        assert "--help-all" in text

    def test_says_what_is_missing_without_a_server(self, monkeypatch, capsys):
        monkeypatch.delitem(sys.modules, "jupyterlab_jigsaw.page.app", raising=False)
        monkeypatch.setitem(sys.modules, "jupyter_server.extension.application", None)
        assert main([]) == 1
        assert "pip install jupyter_server" in capsys.readouterr().err
