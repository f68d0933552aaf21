"""What the doctor makes of files and servers that are not as they should be."""

import asyncio
import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from jupyterlab_jigsaw.command import main
from jupyterlab_jigsaw.doctor.kernels import check_kernels

SECRET = "the-secret"  # noqa: S105


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A person with nothing of their own."""
    for name in ("HOME", "USERPROFILE", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    monkeypatch.delenv("JUPYTER_TOKEN", raising=False)
    monkeypatch.setenv("JUPYTER_NO_CONFIG", "")
    return tmp_path


def examine(capfd, *words):
    """Run it for a program; all that it printed comes, too."""
    code = main(["doctor", "--json", *words])
    answer = capfd.readouterr()
    return code, json.loads(answer.out) if answer.out else None, answer.out + answer.err


def seen(report, name):
    return [one["seen"] for one in report["findings"] if one["id"] == name]


class TestServersConfiguration:
    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            ("py", f'\nc.IdentityProvider.token = "{SECRET}\n', "line 2 ends with SyntaxError"),
            ("py", f'c.IdentityProvider.token = "{SECRET}"; 1/0\n', "line 1 ends with ZeroDiv"),
            ("py", f'c.ServerApp = "{SECRET}"\n', "line 1 ends with ValueError"),
            ("json", f'{{"IdentityProvider": {{"token": "{SECRET}"', "ends with JSONDecodeError"),
            ("py", f'c.ServerApp.port = "{SECRET}"\n', "c.ServerApp.port is set to what"),
            ("py", f'print("{SECRET}")\nraise SystemExit("{SECRET}")\n', "ends the server"),
        ],
    )
    def test_what_is_broken_is_named_and_no_secret(self, home, capfd, name, text, told):
        (home / f"jupyter_config_dir/jupyter_server_config.{name}").write_text(text)
        code, report, printed = examine(capfd)
        assert SECRET not in printed
        [broken] = seen(report, "config-broken")
        assert told in broken
        assert code == 1

    def test_what_two_files_set_is_not_told(self, home, capfd):
        folder = home / "jupyter_config_dir"
        (folder / "jupyter_server_config.py").write_text(
            f'c.IdentityProvider.token = "{SECRET}"\nprint("{SECRET}")\n'
        )
        (folder / "jupyter_server_config.json").write_text(
            json.dumps({"IdentityProvider": {"token": f"{SECRET}-2"}})
        )
        _, report, printed = examine(capfd)
        assert SECRET not in printed
        assert seen(report, "config-broken") == []

    @pytest.mark.parametrize("is_in_file", [True, False])
    def test_kernels_of_another_machine_are_not_looked_for_here(
        self, home, monkeypatch, capfd, is_in_file
    ):
        url = f"http://me:{SECRET}@kernels.example.com:8888"
        if is_in_file:
            file = home / "jupyter_config_dir/jupyter_server_config.py"
            file.write_text(f'c.GatewayClient.url = "{url}"\n')
        else:
            monkeypatch.setenv("JUPYTER_GATEWAY_URL", url)
        _, report, printed = examine(capfd)
        assert SECRET not in printed
        assert report["facts"]["gateway"] == "http://kernels.example.com:8888"
        assert "Kernels are asked for at http://kernels.example.com:8888" in report["fine"]
        assert "kernels" not in report["facts"]


class TestHubsConfiguration:
    @pytest.mark.parametrize(
        "line",
        [
            'c.Spawner.environment = {"JUPYTER_PATH": "%s"}',
            "c.Spawner.environment['JUPYTER_PATH'] = '%s'",
        ],
    )
    def test_kernels_on_the_path_that_it_hands_on_are_seen(self, home, capfd, line):
        # Where installers put kernels, and `docs/deploy.md` has them.
        data = home / "home/.local/share/jupyter"
        kernel = data / "kernels/of_the_hub"
        kernel.mkdir(parents=True)
        (kernel / "kernel.json").write_text(json.dumps({"argv": [sys.executable]}))
        file = home / "hub.py"
        file.write_text("")
        _, report, _ = examine(capfd, "--hub-config", str(file))
        assert any("of_the_hub" in one for one in seen(report, "kernel-unseen"))
        file.write_text(line % data)
        _, report, _ = examine(capfd, "--hub-config", str(file))
        assert seen(report, "kernel-unseen") == []
        assert "of_the_hub" in {one["name"] for one in report["facts"]["kernels"]}
        assert "JUPYTER_PATH" not in os.environ

    @pytest.mark.parametrize(
        "line",
        [
            'c.Spawner.args = ["--debug", "--gateway-url=%s"]',
            'c.Spawner.args = ["--GatewayClient.url=%s", "--debug"]',
            'c.Spawner.environment = {"JUPYTER_GATEWAY_URL": "%s"}',
        ],
    )
    def test_kernels_of_another_machine_are_not_looked_for_here(self, home, capfd, line):
        file = home / "hub.py"
        file.write_text(line % f"http://me:{SECRET}@kernels.example.com:8888")
        _, report, printed = examine(capfd, "--hub-config", str(file))
        assert SECRET not in printed
        assert report["facts"]["gateway"] == "http://kernels.example.com:8888"
        assert "kernels" not in report["facts"]

    @pytest.mark.parametrize(
        "text",
        [
            b"\xff\xfe\x00\x01",
            b'c.JupyterHub.bind_url = "x"\0',
            b'c.JupyterHub.bind_url = "http://me:the-secret@127.0.0.1',
            b"x = 'gr\xfcn'\n",
            b"x = " + b"-" * 200_000 + b"1",
            b"x = " + b"[" * 5_000,
        ],
    )
    def test_what_is_no_python_is_said_in_a_line(self, home, capfd, text):
        file = home / "hub.py"
        file.write_bytes(text)
        code, report, printed = examine(capfd, "--hub-config", str(file))
        assert (code, report) == (2, None)
        assert printed.endswith("is no Python.\n")
        assert printed.count("\n") == 1
        assert SECRET not in printed

    @pytest.mark.parametrize(
        "before",
        [
            b"",
            b"\xef\xbb\xbf",
            b"# -*- coding: latin-1 -*-\n# gr\xfcn\n",
            b"c.X.y = {[]: 1}\n",
            b'c.Spawner.default_url = {b"no", 1j}\n',
        ],
    )
    def test_all_else_is_read(self, home, capfd, before):
        file = home / "hub.py"
        file.write_bytes(before + b'c.JupyterHub.base_url = "/jupyter"\n')
        _, report, _ = examine(capfd, "--hub-config", str(file))
        assert seen(report, "base-url-slash") == ['c.JupyterHub.base_url is "/jupyter".']

    def test_a_secret_in_an_address_is_left_out(self, home, capfd):
        file = home / "hub.py"
        file.write_text(
            f'c.JupyterHub.bind_url = "http://me:{SECRET}@127.0.0.1:8000/jupyter?x={SECRET}"\n'
            f'c.Spawner.default_url = "/lab?token={SECRET}"\n'
        )
        _, report, printed = examine(capfd, "--hub-config", str(file))
        assert SECRET not in printed
        assert report["facts"]["hub"]["c.Spawner.default_url"] == "/lab"
        assert seen(report, "base-url-slash") == [
            'c.JupyterHub.bind_url is "http://127.0.0.1:8000/jupyter".'
        ]


def test_a_kernel_that_no_reader_gets_to_the_end_of_is_broken(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/kernel.json").write_text("[" * 200_000)
    report, _ = check_kernels([str(tmp_path)])
    assert "deep" in [one.system for one in report.findings if one.id == "kernel-broken"]


def test_a_name_in_other_letters_than_the_shells_is_told(home, capfd):
    folder = home / "jupyter_data_dir/kernels/green"
    folder.mkdir(parents=True)
    (folder / "kernel.json").write_text(json.dumps({"argv": ["gr\udcfcn"]}))
    assert main(["doctor"]) == 1
    assert "gr\\udcfcn" in capfd.readouterr().out


class TestAddresses:
    @pytest.mark.parametrize(
        "url", ["http://[::1", "http://", "http://h:99999/", f"http://me:{SECRET}/"]
    )
    def test_what_is_none_is_refused_and_not_repeated(self, home, capfd, url):
        code, report, printed = examine(capfd, "--url", url)
        assert (code, report) == (2, None)
        assert "must begin with" in printed
        assert SECRET not in printed

    @pytest.mark.parametrize("end", ["\nX: y", "…", "\x00x"])
    def test_a_token_that_cannot_be_sent_is_not_repeated(self, home, tmp_path, capfd, end):
        file = tmp_path / "token"
        file.write_text(SECRET + end, encoding="utf-8")
        words = ["--url", "http://127.0.0.1:1/", "--token-file", str(file)]
        code, report, printed = examine(capfd, *words)
        assert (code, report) == (2, None)
        assert SECRET not in printed

    @pytest.mark.parametrize(("end", "code"), [("\r\n", 1), ("\nX: y", 2), ("…", 2)])
    def test_nor_one_of_the_environment(self, home, monkeypatch, capfd, end, code):
        monkeypatch.setenv("JUPYTER_TOKEN", SECRET + end)
        with strange({}) as (url, _):
            found, _, printed = examine(capfd, "--url", url, "--wait", "0.1")
        assert found == code
        assert SECRET not in printed


class Asked(RequestHandler):
    """Answers what it is told to, and notes who asked with a token."""

    def initialize(self, answers: dict[str, object], known: list[str]) -> None:
        self._answers = answers
        self._known = known

    def get(self) -> None:
        path = self.request.path
        if "Authorization" in self.request.headers:
            self._known.append(path)
        answer = self._answers.get(f"{path}?" if self.request.query else path)
        if callable(answer):
            answer(self)
        elif answer is None:
            self.set_status(404)
        else:
            self.finish(answer if isinstance(answer, str) else json.dumps(answer))


class OneWord(WebSocketHandler):
    """Answers once, and goes."""

    def on_message(self, message: str | bytes) -> None:
        self.write_message(message)
        self.close()


ECHO = {"version": "1", "arrived": True, "headers": {}, "protocol": "http", "path": "/"}
REPORT: dict[str, object] = {"findings": [], "fine": [], "facts": {}}


@contextmanager
def strange(answers: dict[str, object], socket: bool = False) -> Iterator[tuple[str, list[str]]]:
    """A server at `/hub/` that answers what it is told to."""
    known: list[str] = []
    usual: dict[str, object] = {
        "/hub/api": {"version": "2"},
        "/hub/jigsaw/api/echo": ECHO,
        "/hub/jigsaw/api/report": REPORT,
    }
    place, port = bind_unused_port()
    ready, stop = threading.Event(), threading.Event()

    async def serve() -> None:
        rules = [(r"/.*", Asked, {"answers": usual | answers, "known": known})]
        if socket:
            rules.insert(0, (r"/hub/jigsaw/api/socket", OneWord))
        server = HTTPServer(Application(rules))
        server.add_socket(place)
        ready.set()
        await asyncio.get_running_loop().run_in_executor(None, stop.wait)
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    try:
        yield f"http://127.0.0.1:{port}/hub/", known
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def token(home, monkeypatch):
    monkeypatch.setenv("JUPYTER_TOKEN", SECRET)


class TestServers:
    def test_a_token_goes_below_the_address_alone(self, token, capfd):
        with strange({"/": "another program", "/hub": "another program"}) as (url, known):
            examine(capfd, "--url", url, "--wait", "0.1")
        assert "/hub/jigsaw/api/echo" in known
        assert {"/", "/hub"} & set(known) == set()

    def test_no_token_goes_where_TLS_is_led_to(self, token, capfd):
        def lead(handler):
            handler.redirect("https://me:word@127.0.0.1:1/hub/api")

        with strange({"/hub/api": lead}) as (url, known):
            _, report, _ = examine(capfd, "--url", url, "--wait", "0.1")
        assert known == []
        assert report["fine"] == ["http leads to https://127.0.0.1:1"]

    @pytest.mark.parametrize(
        "echo",
        [
            {"version": "1"},
            {**ECHO, "headers": None},
            {**ECHO, "headers": {"Host": 1}},
            [],
            "[" * 200_000,
        ],
    )
    def test_data_of_another_program_is_none_of_ours(self, token, capfd, echo):
        with strange({"/hub/jigsaw/api/echo": echo}) as (url, _):
            _, report, _ = examine(capfd, "--url", url, "--wait", "0.1")
        assert seen(report, "not-authenticated")

    def test_a_server_that_fails_meanwhile_is_not_ours_to_fail_of(self, token, capfd):
        with strange({"/hub/jigsaw/api/echo?": "<title>Bad gateway"}) as (url, _):
            _, report, _ = examine(capfd, "--url", url, "--wait", "0.1")
        assert seen(report, "websocket-refused")

    def test_a_websocket_that_is_cut_at_once_is_cut(self, token, capfd):
        with strange({}, socket=True) as (url, _):
            _, report, _ = examine(capfd, "--url", url, "--wait", "0.1")
        assert seen(report, "read-timeout")

    @pytest.mark.parametrize(
        "found",
        [
            {"findings": [{"id": 1}]},
            {"findings": [{**dict.fromkeys(("id", "system", "seen", "advice"), "x")}]},
            {"facts": []},
            {"fine": [1]},
            {
                "findings": [
                    {
                        **dict.fromkeys(("id", "system", "seen", "advice"), "x"),
                        "severity": "dire",
                        "changes": [],
                    }
                ]
            },
        ],
    )
    def test_what_is_no_report_is_not_read(self, token, capfd, found):
        with strange({"/hub/jigsaw/api/report": REPORT | found}) as (url, _):
            _, report, _ = examine(capfd, "--url", url, "--wait", "0.1")
        assert seen(report, "server-error")

    def test_a_login_at_no_address_is_a_login(self, token, capfd):
        def lead(handler):
            handler.set_status(302)
            handler.set_header("Location", f"http://[::1?token={SECRET}")

        with strange({"/hub/api": lead}) as (url, _):
            _, report, printed = examine(capfd, "--url", url)
        assert seen(report, "not-authenticated")
        assert SECRET not in printed
