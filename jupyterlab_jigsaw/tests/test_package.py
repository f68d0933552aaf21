"""The Python half as it is installed."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jupyterlab_jigsaw


def test_version_is_that_of_package_json():
    manifest = json.loads((Path(__file__).parents[2] / "package.json").read_text(encoding="utf-8"))
    assert version("jupyterlab-jigsaw") == manifest["version"]
    assert jupyterlab_jigsaw.__version__ == manifest["version"]


def test_names_the_labextension():
    (paths,) = jupyterlab_jigsaw._jupyter_labextension_paths()
    assert paths == {"src": "labextension", "dest": "jupyterlab-jigsaw"}
    package = json.loads(
        (Path(jupyterlab_jigsaw.__file__).parent / "labextension" / "package.json").read_text(
            encoding="utf-8"
        )
    )
    assert package["name"] == paths["dest"]


def test_import_needs_no_jupyterlab():
    """A kernel that imports the package must not pay for a server."""
    code = "import jupyterlab_jigsaw, sys; print([m for m in sys.modules if m == 'jupyterlab'])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
