"""What the doctor finds where it runs; of proxies `ui-tests/doctor` has it."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from jupyterlab_jigsaw.command import main
from jupyterlab_jigsaw.doctor.addresses import plain_address, prefix_of
from jupyterlab_jigsaw.doctor.answers import check_answers
from jupyterlab_jigsaw.doctor.configuration import check_base_url, check_hub_config
from jupyterlab_jigsaw.doctor.environments import check_metakernels
from jupyterlab_jigsaw.doctor.findings import CATALOGUE, SEVERITIES, Report, finding
from jupyterlab_jigsaw.doctor.kernels import check_kernels
from jupyterlab_jigsaw.doctor.policy import check_policies

PACKAGE = Path(__file__).parents[1]
ROOT = PACKAGE.parent


def ids(findings):
    return [one.id for one in findings]


def spec(folder: Path, name: str, *argv: str, text: str | None = None) -> None:
    """Write a kernelspec below a folder `kernels`."""
    (folder / name).mkdir(parents=True)
    content = json.dumps({"argv": list(argv), "display_name": name, "language": "x"})
    (folder / name / "kernel.json").write_text(content if text is None else text)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A person with nothing of their own, and no programs on the PATH."""
    for name, value in {
        "HOME": tmp_path / "home",
        "USERPROFILE": tmp_path / "home",
        "PATH": tmp_path / "bin",
        "IPYTHONDIR": tmp_path / "ipython",
        "JUPYTER_CONFIG_DIR": tmp_path / "config",
        "JUPYTER_DATA_DIR": tmp_path / "data",
        "JUPYTER_NO_CONFIG": "",
    }.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.delenv("JUPYTER_TOKEN", raising=False)
    return tmp_path


class TestKernels:
    def test_sees_those_on_the_path_and_names_the_folder_of_others(self, home):
        spec(home / "on/kernels", "seen", sys.executable)
        spec(home / "share/jupyter/kernels", "unseen", sys.executable)
        spec(home / "share/jupyter/kernels", "seen", sys.executable)
        report, seen = check_kernels([str(home / "on/kernels")])
        assert [one.name for one in seen] == ["seen"]
        [found] = [one for one in report.findings if str(home) in one.seen]
        assert found.id == "kernel-unseen"
        assert found.seen.startswith("unseen in ")
        assert [change.line for change in found.changes] == [
            f'c.Spawner.environment = {{"JUPYTER_PATH": "{home}/share/jupyter"}}',
            f"export JUPYTER_PATH={home}/share/jupyter",
        ]

    @pytest.mark.parametrize("folder", ["home/.local/share/jupyter", "home/miniconda3/envs/a"])
    def test_looks_where_installers_put_them(self, home, folder):
        data = home / folder
        data = data if data.name == "jupyter" else data / "share/jupyter"
        spec(data / "kernels", "unseen", sys.executable)
        report, _ = check_kernels([])
        assert any(str(data / "kernels") in one.seen for one in report.findings)

    def test_looks_where_conda_notes_its_environments(self, home):
        spec(home / "env/share/jupyter/kernels", "noted", sys.executable)
        (home / "home/.conda").mkdir(parents=True)
        (home / "home/.conda/environments.txt").write_text(f"\n{home / 'env'}\n")
        report, _ = check_kernels([])
        assert any(one.seen.startswith("noted in") for one in report.findings)

    def test_names_those_that_cannot_start(self, home):
        kernels = home / "kernels"
        spec(kernels, "fine", sys.executable)
        spec(kernels, "current", f"python{sys.version_info[0]}")
        spec(kernels, "beside", "{resource_dir}/start")
        spec(kernels, "gone", str(home / "gone"))
        spec(kernels, "not_on_path", "no-such-program")
        spec(kernels, "empty")
        spec(kernels, "no_json", text="{")
        spec(kernels, "no_object", text="[]")
        start = kernels / "beside/start"
        start.write_text("")
        start.chmod(0o755)
        report, _ = check_kernels([str(kernels)])
        found = {one.system: one for one in report.findings if one.id == "kernel-broken"}
        assert sorted(found) == ["empty", "gone", "no_json", "no_object", "not_on_path"]
        assert str(home / "gone") in found["gone"].seen
        assert str(kernels / "no_json") in found["no_json"].seen

    def test_says_that_there_are_none(self, home):
        report, _ = check_kernels([str(home)])
        assert ids(report.findings)[0] == "no-kernels"


class TestAnswers:
    async def found(self, home, state, *, ending=False, start_time=60):
        kernels = home / "kernels"
        spec(kernels, "quiet", sys.executable, "-c", "import time; time.sleep(600)")
        specs = KernelSpecManager(kernel_dirs=[str(kernels)], ensure_native_kernel=False)
        manager = AsyncMappingKernelManager(
            kernel_spec_manager=specs, kernel_info_timeout=start_time
        )
        key = await manager.start_kernel(kernel_name="quiet")
        try:
            kernel = manager.get_kernel(key)
            kernel.execution_state = state
            if ending:
                kernel.client = lambda: 1 / 0
            sessions = [{"path": "a/b.ipynb", "kernel": {"id": key}}, {"kernel": None}]
            return (await check_answers(manager, sessions)).findings
        finally:
            await manager.shutdown_kernel(key, now=True)

    def test_a_kernel_that_never_answers_is_named_with_its_notebook(self, home):
        [found] = asyncio.run(self.found(home, "starting", start_time=1))
        assert (found.id, found.system) == ("kernel-silent", "quiet")
        assert "of a/b.ipynb " in found.seen

    def test_one_that_has_answered_before_does_not_start(self, home):
        [found] = asyncio.run(self.found(home, "idle"))
        assert found.id == "kernel-silent"

    def test_one_that_may_still_start_is_told_from_it(self, home):
        [found] = asyncio.run(self.found(home, "starting"))
        assert (found.id, found.severity, found.system) == ("kernel-starting", "note", "quiet")
        assert re.search(r" of a/b.ipynb was started \d+ s ago ", found.seen)

    def test_one_that_is_at_work_is_not_asked(self, home):
        assert asyncio.run(self.found(home, "busy")) == []

    def test_one_that_cannot_be_asked_is_not_spoken_of(self, home):
        assert asyncio.run(self.found(home, "idle", ending=True)) == []


class TestMetaKernel:
    @pytest.fixture
    def environment(self, home):
        """An environment with MetaKernel, and a kernel that starts from it."""
        python = home / "env/bin/python"
        python.parent.mkdir(parents=True)
        python.symlink_to(sys.executable)
        packages = home / "env/lib/python3.9/site-packages"
        (packages / "metakernel-0.1.2.dist-info").mkdir(parents=True)
        (packages / "metakernel/magics").mkdir(parents=True)
        spec(home / "kernels", "octave", str(python))
        _, seen = check_kernels([str(home / "kernels")])
        return packages, seen

    def found(self, environment):
        packages, seen = environment
        report = check_metakernels(seen)
        return [one for one in report.findings if str(packages) in one.seen]

    def write(self, environment, text):
        (environment[0] / "metakernel/magics/jigsaw_magic.py").write_text(text)

    def test_an_old_one_is_named_with_its_python(self, environment, home):
        self.write(environment, "window.parent.IPython")
        [old] = self.found(environment)
        assert old.id == "old-metakernel"
        assert "MetaKernel 0.1.2" in old.seen
        assert old.changes[0].line == f"{home}/env/bin/python -m pip install --upgrade metakernel"

    def test_a_new_one_is_told_of_ours(self, environment, home):
        self.write(environment, "window.parent.postMessage")
        [note] = self.found(environment)
        assert (note.id, note.severity) == ("magic-missing", "note")
        assert note.changes[0].line.endswith(f"--python {home}/env/bin/python")

    def test_ours_in_its_place_is_fine(self, environment):
        self.write(environment, "window.parent.IPython")
        assert main(["magic", "install"]) == 0
        assert self.found(environment) == []


class TestBaseUrl:
    @pytest.mark.parametrize("written", ["/jupyter/", "/", "http://127.0.0.1:8000/jupyter/"])
    def test_slashes_at_both_ends_are_fine(self, written):
        assert check_base_url(written, "file", "name") == []

    @pytest.mark.parametrize(
        ("written", "mended"),
        [
            ("/jupyter", "/jupyter/"),
            ("jupyter/", "/jupyter/"),
            ("jupyter", "/jupyter/"),
            ("/a/b", "/a/b/"),
            ("http://127.0.0.1:8000/jupyter", "http://127.0.0.1:8000/jupyter/"),
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ],
    )
    def test_a_missing_one_is_put_there(self, written, mended):
        [found] = check_base_url(written, "file", "c.name")
        assert found.changes[0].line == f'c.name = "{mended}"'

    def test_a_hubs_configuration_is_read_without_running_it(self, tmp_path):
        shipped = (ROOT / "deploy/jupyterhub_config.py").read_text()
        file = tmp_path / "jupyterhub_config.py"
        file.write_text(f"raise SystemExit\n{shipped}")
        assert check_hub_config(file).findings == []
        file.write_text(shipped.replace(':8000/jupyter/"', ':8000/jupyter"'))
        [found] = check_hub_config(file).findings
        assert found.changes[0].line in shipped

    def test_a_servers_configuration_is_read(self, home, capsys):
        (home / "config").mkdir()
        (home / "config/jupyter_server_config.py").write_text(
            "c.ServerApp.base_url = '/jupyter'\n"
            "c.ServerApp.tornado_settings = "
            "{'headers': {'Content-Security-Policy': \"frame-ancestors 'none'\"}}\n"
        )
        main(["doctor", "--json"])
        answer = json.loads(capsys.readouterr().out)
        found = [one["id"] for one in answer["findings"]]
        assert "base-url-slash" in found
        assert "frames-forbidden" in found


class TestPolicy:
    @pytest.mark.parametrize(
        ("policy", "found"),
        [
            ("frame-ancestors 'self'; report-uri /x", []),
            ("frame-ancestors 'none'", ["frames-forbidden"]),
            ("frame-ancestors https://other.example.com", ["frames-forbidden"]),
            ("frame-ancestors *", []),
            ("frame-src 'self'", ["frame-src"]),
            ("default-src 'self'", ["frame-src"]),
            ("default-src 'none'; frame-src *", []),
            ("frame-src 'self' https://calysto.github.io", []),
            ("FRAME-SRC 'self'; frame-src *", ["frame-src"]),
            ("script-src 'self', frame-ancestors 'none'", ["frames-forbidden"]),
            ("", []),
        ],
    )
    def test_says_what_happens_to_frames(self, policy, found):
        assert ids(check_policies([policy], [policy])) == found


class TestFindings:
    @pytest.mark.parametrize("name", CATALOGUE)
    def test_each_is_whole(self, name):
        found = finding(name, "seen", prefix="/hub/")
        assert found.severity in SEVERITIES
        assert found.advice.endswith(".")
        assert all(change.where and change.line for change in found.changes)
        assert "jupyter/" not in " ".join(change.line for change in found.changes).replace(
            "share/jupyter", ""
        )

    @pytest.mark.parametrize("name", CATALOGUE)
    def test_each_is_in_the_docs(self, name):
        assert f"| `{name}` " in (ROOT / "docs/doctor.md").read_text()

    def test_lines_of_proxies_are_those_of_the_shipped_sites(self):
        shipped = {
            "nginx": (ROOT / "deploy/nginx.conf").read_text(),
            "Apache": (ROOT / "deploy/apache.conf").read_text(),
            "JupyterHub": (ROOT / "deploy/jupyterhub_config.py").read_text(),
        }
        lines = [
            (change["system"], line.strip())
            for entry in CATALOGUE.values()
            for change in entry["changes"]
            if change.get("system") in shipped
            for line in change["line"].splitlines()
        ]
        assert len(lines) > 20
        known = {"a2enmod proxy proxy_wstunnel rewrite", "flushpackets=on"}
        missing = [
            (system, line)
            for system, line in lines
            if line not in shipped[system] and line not in known
        ]
        assert missing == []

    def test_a_proxy_that_is_known_gets_its_own_lines(self):
        found = finding("slash-redirect", "seen", system="Apache", prefix="/a/b/")
        assert [change.line for change in found.changes] == ["RedirectMatch permanent ^/a/b$ /a/b/"]
        both = finding("slash-redirect", "seen", prefix="/a/b/")
        assert [change.line.split()[0] for change in both.changes] == ["location", "RedirectMatch"]
        assert "location = /a/b {" in both.changes[0].line

    def test_the_worst_comes_first(self):
        report = Report([finding("frame-src", ""), finding("xsrf", ""), finding("buffering", "")])
        assert ids(report.sorted()) == ["xsrf", "buffering", "frame-src"]


class TestCommand:
    def test_json_is_as_described(self, home, capsys):
        code = main(["doctor", "--json"])
        answer = json.loads(capsys.readouterr().out)
        assert answer["schema"] == 1
        assert set(answer) == {"schema", "version", "findings", "fine", "facts"}
        for found in answer["findings"]:
            assert set(found) == {"id", "severity", "system", "seen", "advice", "changes"}
            assert all(set(change) == {"where", "line"} for change in found["changes"])
        broken = any(found["severity"] == "broken" for found in answer["findings"])
        assert code == (1 if broken else 0)
        assert "python3" in [kernel["name"] for kernel in answer["facts"]["kernels"]]

    def test_text_names_the_line(self, home, capsys):
        spec(home / "data/kernels", "gone", str(home / "gone"))
        assert main(["doctor"]) == 1
        text = capsys.readouterr().out
        assert text.startswith("BROKEN  gone: gone: its program")
        assert "Fine:\n  Kernels seen:" in text

    @pytest.mark.parametrize(
        "words",
        [
            ["--url", "hub.example.com"],
            ["--url", "http://127.0.0.1:1/", "--wait", "60"],
            ["--url", "http://127.0.0.1:1/", "--token-file", "missing"],
            ["--url", "http://127.0.0.1:1/", "--ca-file", "missing"],
            ["--hub-config", "missing"],
        ],
    )
    def test_what_cannot_be_done_is_said(self, home, capsys, words):
        assert main(["doctor", *words]) == 2
        answer = capsys.readouterr()
        assert answer.out == ""
        assert answer.err.strip().endswith((".", "'missing'"))

    def test_an_environment_without_a_server_is_named(self, tmp_path):
        bare = venv.EnvBuilder(symlinks=os.name != "nt")
        context = bare.ensure_directories(tmp_path / "bare")
        bare.create(tmp_path / "bare")
        shutil.copytree(
            PACKAGE,
            tmp_path / PACKAGE.name,
            ignore=shutil.ignore_patterns("*extension", "static", "tests"),
        )
        answer = subprocess.run(
            [context.env_exe, "-m", "jupyterlab_jigsaw.command", "doctor", "--json"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert answer.returncode == 0, answer.stderr
        [found] = json.loads(answer.stdout)["findings"]
        assert (found["id"], found["severity"]) == ("server-missing", "warning")

    def test_secrets_of_an_address_are_not_repeated(self, home, capsys, monkeypatch):
        monkeypatch.setenv("JUPYTER_TOKEN", "secret-one")
        assert main(["doctor", "--url", "http://me:secret-two@127.0.0.1:1/a?token=secret-3"]) == 1
        answer = capsys.readouterr()
        assert "127.0.0.1:1" in answer.out
        assert not re.search("secret", answer.out + answer.err)

    def test_an_address_is_made_plain(self):
        assert plain_address("https://me:x@h.org/a/b?token=x#y") == "https://h.org/a/b"
        assert prefix_of("/jupyter/user/ada/") == "/jupyter/"
        assert prefix_of("/jupyter/") == "/jupyter/"
