"""The wheel, as a user without Node gets it.

Each front end is installed into an environment of its own, with nothing but
that environment's programs on the PATH.
"""

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "jupyterlab-jigsaw"
SHARED = f"share/jupyter/labextensions/{NAME}"
CONFIG = "etc/jupyter/jupyter_server_config.d/jupyterlab_jigsaw.json"
CLASSIC = f"share/jupyter/nbextensions/{NAME}"
CLASSIC_CONFIG = "etc/jupyter/nbconfig/notebook.d/jupyterlab_jigsaw.json"
PAGE = "jupyterlab_jigsaw/page"
FRONT_ENDS = {
    "current": ("dev.txt", "lock.txt"),
    "oldest": ("oldest.txt", "oldest-lock.txt"),
}


@pytest.fixture(scope="session")
def wheel() -> Path:
    """The wheel that was built last."""
    named = os.environ.get("JIGSAW_WHEEL")
    if named:
        return Path(named)
    wheels = sorted((ROOT / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
    assert wheels, "no wheel in dist: npm run test:packaging builds one"
    return wheels[-1]


@pytest.fixture(scope="session")
def archive(wheel: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(wheel) as opened:
        yield opened


class Environment:
    """A Python environment without Node."""

    def __init__(self, folder: Path):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        self.folder = folder
        self.bin = folder / ("Scripts" if sys.platform == "win32" else "bin")
        home = folder.parent / f"{folder.name}-home"
        home.mkdir()
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "npm_"))},
            "PATH": str(self.bin),
            "VIRTUAL_ENV": str(folder),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }
        assert shutil.which("node", path=self.env["PATH"]) is None

    def run(self, program: str, *args: str) -> str:
        """Run a program of the environment; its output, errors included."""
        result = subprocess.run(
            [self.bin / program, *args],
            env=self.env,
            cwd=self.folder,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert result.returncode == 0, result.stdout
        return result.stdout

    def pip(self, *args: str) -> str:
        return self.run("python", "-m", "pip", *args)

    def traces(self) -> list[str]:
        """The files and folders whose path names the extension."""
        return sorted(
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if "jigsaw" in str(path.relative_to(self.folder)).lower()
        )

    @contextmanager
    def server(self, *more: str) -> Iterator[str]:
        """Serve JupyterLab and Notebook; the server's address."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        args = [
            "lab",
            "--no-browser",
            "--allow-root",
            "--ip=127.0.0.1",
            f"--port={port}",
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=",
            f"--ServerApp.root_dir={self.folder}",
            *more,
        ]
        log = self.folder.parent / f"{self.folder.name}-server.log"
        with log.open("w") as output:
            process = subprocess.Popen(
                [self.bin / "jupyter", *args],
                env=self.env,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            while not answers(port):
                with suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=0.2)
                    pytest.fail(log.read_text())
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=30)


def answers(port: int) -> bool:
    """Whether a server listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module", params=list(FRONT_ENDS))
def environment(request, wheel: Path, tmp_path_factory) -> Environment:
    """The front ends of one age with the wheel, as a user installs them."""
    wanted, lock = (ROOT / "requirements" / name for name in FRONT_ENDS[request.param])
    made = Environment(tmp_path_factory.mktemp("packaging") / request.param)
    made.pip("install", *front_ends(wanted), "-c", str(lock), str(wheel))
    return made


def front_ends(path: Path) -> list[str]:
    """The lines of a requirements file that name JupyterLab, Notebook and the classic one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(r"(jupyterlab|notebook)==|nbclassic", line)]


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=30) as answer:
        assert answer.status == 200
        return answer.read().decode()


class TestWheel:
    def test_holds_the_extension_and_its_papers(self, archive):
        names = archive.namelist()
        for wanted in (
            f"/{SHARED}/package.json",
            f"/{SHARED}/install.json",
            f"/{SHARED}/static/style.js",
            f"/{SHARED}/static/third-party-licenses.json",
            f"/{CONFIG}",
            f"/{CLASSIC}/extension.js",
            f"/{CLASSIC}/third-party-licenses.json",
            f"/{CLASSIC_CONFIG}",
            f"{PAGE}/static/entry.json",
            f"{PAGE}/static/third-party-licenses.json",
            f"{PAGE}/static/themes/dark.css",
            f"{PAGE}/templates/page.html",
            "/licenses/LICENSE",
            "/licenses/THIRD_PARTY_LICENSES.md",
        ):
            assert any(name.endswith(wanted) for name in names), wanted

    def test_names_its_entry(self, archive):
        (manifest,) = [n for n in archive.namelist() if n.endswith(f"{SHARED}/package.json")]
        entry = json.loads(archive.read(manifest))["jupyterlab"]["_build"]["load"]
        assert any(name.endswith(f"/{SHARED}/{entry}") for name in archive.namelist())

    def test_brings_blocklys_media(self, archive):
        names = archive.namelist()
        for folder in (f"{SHARED}/static/media", f"{PAGE}/static/media"):
            assert any(name.endswith(f"{folder}/sprites.svg") for name in names), folder

    def test_names_what_the_page_loads(self, archive):
        entry = json.loads(archive.read(f"{PAGE}/static/entry.json"))
        assert entry["scripts"]
        for name in entry["scripts"] + entry["styles"] + entry["editor"]:
            assert f"{PAGE}/static/{name}" in archive.namelist()

    def test_lets_the_page_load_little_at_first(self, archive):
        entry = json.loads(archive.read(f"{PAGE}/static/entry.json"))
        first = [
            len(gzip.compress(archive.read(f"{PAGE}/static/{name}")))
            for name in entry["scripts"] + entry["styles"] + entry["editor"]
        ]
        # Of 500 kB: the rest is for the page itself, its theme, a generator and the file.
        assert sum(first) <= 485_000

    def test_holds_nothing_else(self, archive):
        for name in archive.namelist():
            assert not re.search(r"node_modules|/tests/|__pycache__|\.tsx?$|\.map$", name), name

    def test_names_no_folder_of_the_machine_that_built_it(self, archive):
        homes = {str(ROOT), str(Path.home()), str(Path(sys.executable).parent)} - {"/"}
        for name in archive.namelist():
            content = archive.read(name)
            for home in homes:
                assert re.search(
                    rb"(?<![\w/])" + re.escape(home).encode() + rb"[/\\]", content
                ) is (None), f"{name} names {home}"

    @pytest.mark.parametrize("folder", [f"{SHARED}/static", f"{PAGE}/static", CLASSIC])
    def test_every_bundled_package_is_in_the_list_of_licences(self, archive, folder):
        (report,) = [
            n for n in archive.namelist() if n.endswith(f"{folder}/third-party-licenses.json")
        ]
        listed = dict(
            re.findall(
                r"^\| `([^`]+)` +\| (\S+)",
                (ROOT / "THIRD_PARTY_LICENSES.md").read_text(encoding="utf-8"),
                re.MULTILINE,
            )
        )
        bundled = {
            package["name"]: package["licenseId"]
            for package in json.loads(archive.read(report))["packages"]
        }
        assert {name: listed.get(name) for name in bundled} == bundled

    def test_has_no_application_under_the_page(self, archive):
        report = json.loads(archive.read(f"{PAGE}/static/third-party-licenses.json"))
        names = {package["name"] for package in report["packages"]}
        assert "@jupyterlab/services" in names
        for name in ("application", "docmanager", "mainmenu", "notebook"):
            assert f"@jupyterlab/{name}" not in names

    def test_asks_for_no_python_package(self, archive):
        (metadata,) = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        text = archive.read(metadata).decode()
        assert "Requires-Python: >=3.10" in text
        assert "Requires-Dist" not in text


class TestInstalled:
    def test_is_enabled_and_ok(self, environment):
        listed = environment.run("jupyter", "labextension", "list")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", listed)
        (line,) = [line for line in plain.splitlines() if NAME in line]
        assert re.search(rf"{NAME} v[\d.]+\S* enabled\s+OK", line), plain

    def test_is_offered_to_both_front_ends(self, environment):
        with environment.server() as address:
            for page in ("lab", "tree"):
                html = read(f"{address}/{page}")
                data = re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', html, re.DOTALL)
                config = json.loads(data.group(1))
                (ours,) = [e for e in config["federated_extensions"] if e["name"] == NAME]
                entry = read(f"{address}{config['fullLabextensionsUrl']}/{NAME}/{ours['load']}")
                assert NAME in entry

    def test_serves_the_page(self, environment):
        listed = environment.run("jupyter", "server", "extension", "list")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", listed)
        assert re.search(r"jupyterlab_jigsaw enabled", plain), plain
        assert re.search(r"jupyterlab_jigsaw [\d.]+\S* OK", plain), plain
        with environment.server() as address:
            html = read(f"{address}/jigsaw")
            scripts = re.findall(r'<script src="([^"]+)"', html)
            assert scripts
            for script in scripts:
                assert read(address + script)

    def test_is_enabled_in_the_classic_notebook(self, environment):
        listed = environment.run("jupyter", "nbclassic-extension", "list")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", listed)
        assert re.search(rf"{NAME}/extension +enabled", plain), plain
        (environment.folder / "classic.ipynb").write_text(
            json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        )
        with environment.server() as address:
            assert read(f"{address}/nbclassic/notebooks/classic.ipynb")
            asked = json.loads(read(f"{address}/api/config/notebook"))
            assert asked["load_extensions"][f"{NAME}/extension"] is True
            assert "load_ipython_extension" in read(f"{address}/nbextensions/{NAME}/extension.js")

    def test_works_in_the_front_ends_without_the_server_extension(self, environment):
        with environment.server(
            "--ServerApp.jpserver_extensions={'jupyterlab_jigsaw': False}"
        ) as address:
            assert NAME in read(f"{address}/lab")
            with pytest.raises(urllib.error.HTTPError, match="404"):
                read(f"{address}/jigsaw")

    def test_leaves_no_trace(self, environment):
        assert environment.traces()
        environment.pip("uninstall", "-y", NAME)
        assert environment.traces() == []
