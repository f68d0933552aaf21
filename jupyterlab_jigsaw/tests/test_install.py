"""Setting %jigsaw up for MetaKernel's kernels, and undoing it."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from jupyterlab_jigsaw.command import main
from jupyterlab_jigsaw.magic.install import MODULE, install, is_ours, shared_target

WHICH = f"""
import importlib.abc, sys
class Hide(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "jupyterlab_jigsaw" and "--hide" in sys.argv:
            raise ImportError(name)
sys.meta_path.insert(0, Hide())
import {MODULE.removesuffix(".py")} as module
print(module.register_magics.__module__)
"""


def whose(folder, *arguments):
    """The module whose magic is taken when a kernel finds that folder first."""
    code = f"import sys; sys.path.insert(0, {str(folder)!r})\n{WHICH}"
    answer = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return answer.stdout.strip()


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    return tmp_path / "metakernel" / "magics"


def test_installs_for_a_user_and_undoes_it(home, capsys):
    assert main(["magic", "install"]) == 0
    assert str(home / MODULE) in capsys.readouterr().out
    assert whose(home) == "jupyterlab_jigsaw.magic.metakernel"
    assert main(["magic", "status"]) == 0
    assert f"installed  {home / MODULE}" in capsys.readouterr().out
    assert main(["magic", "uninstall"]) == 0
    assert list(home.iterdir()) == []
    assert main(["magic", "uninstall"]) == 0
    assert "There is none" in capsys.readouterr().out


def test_a_second_install_renews_the_first(home):
    assert main(["magic", "install"]) == 0
    (home / MODULE).write_text((home / MODULE).read_text() + "\nraise SystemExit\n")
    assert main(["magic", "install"]) == 0
    assert whose(home) == "jupyterlab_jigsaw.magic.metakernel"


def test_serves_kernels_of_an_environment_without_the_package(home):
    assert main(["magic", "install"]) == 0
    assert whose(home, "--hide") == "jupyterlab_jigsaw.magic.metakernel"


def test_leaves_metakernels_own_when_the_package_is_gone(home):
    assert main(["magic", "install"]) == 0
    stub = home / MODULE
    lines = stub.read_text(encoding="utf-8").splitlines()
    stub.write_text(
        "\n".join("PACKAGE = '/nowhere'" if line.startswith("PACKAGE") else line for line in lines)
    )
    assert whose(home, "--hide") == "metakernel_jigsaw_magic"


def test_leaves_metakernels_own_where_the_package_fails(home, tmp_path):
    # As `str | None` does in a Python that is too old for it.
    package = tmp_path / "old"
    (package / "magic").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "magic" / "__init__.py").write_text("raise TypeError('unsupported operand')\n")
    assert main(["magic", "install"]) == 0
    stub = home / MODULE
    lines = stub.read_text().splitlines()
    lines = [f"PACKAGE = {str(package)!r}" if x.startswith("PACKAGE = ") else x for x in lines]
    stub.write_text("\n".join(lines))
    assert whose(home, "--hide") == "metakernel_jigsaw_magic"


def test_leaves_a_magic_of_the_users_own_alone(home, capsys):
    home.mkdir(parents=True)
    own = home / MODULE
    own.write_text("mine")
    for action in ("install", "uninstall"):
        assert main(["magic", action]) == 1
        assert str(own) in capsys.readouterr().err
        assert own.read_text() == "mine"
    assert not is_ours(own)


def test_says_why_it_cant_write(home, capsys):
    home.parent.mkdir(parents=True)
    home.write_text("a file where a folder has to be")
    assert main(["magic", "install"]) == 1
    assert "can't be" in capsys.readouterr().err


def test_all_users_means_those_of_an_environment(tmp_path, monkeypatch):
    assert shared_target() == Path(sysconfig.get_path("purelib")) / MODULE
    assert shared_target(sys.executable) == shared_target()
    monkeypatch.setattr(sysconfig, "get_path", lambda _: str(tmp_path))
    assert main(["magic", "install", "--all-users"]) == 0
    assert is_ours(tmp_path / MODULE)
    assert main(["magic", "uninstall", "--all-users"]) == 0
    assert not (tmp_path / MODULE).exists()


def test_says_when_a_python_is_none(capsys):
    assert main(["magic", "install", "--python", "/nowhere/python"]) == 1
    assert "/nowhere/python can't be run" in capsys.readouterr().err


def test_believes_no_program_that_answers_nothing(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert main(["magic", "install", "--python", str(program)]) == 1
    assert "does not answer as a Python does" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [program]


def test_a_stub_of_site_packages_is_found_before_that_of_metakernel(tmp_path):
    install(tmp_path / MODULE)
    code = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
import metakernel.magics
sys.path.append(metakernel.magics.__path__[0])
import jigsaw_magic
print(jigsaw_magic.register_magics.__module__)
"""
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "jupyterlab_jigsaw.magic.metakernel"
