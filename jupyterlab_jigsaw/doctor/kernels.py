"""Kernels that a server sees, those that it does not see, and those that can't start."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .findings import Finding, Report, finding

CURRENT = ("python", f"python{sys.version_info[0]}", f"python{sys.version_info[0]}.")
"""What jupyter_client replaces by the Python that the server runs on."""


@dataclass(frozen=True)
class KernelSpec:
    """A folder with a `kernel.json`, and what is in that; None if it can't be read."""

    name: str
    folder: Path
    spec: Mapping[str, Any] | None

    @property
    def program(self) -> str | None:
        """What is started, as it is written; None if there is nothing."""
        argv = (self.spec or {}).get("argv")
        if not isinstance(argv, list) or not argv or not isinstance(argv[0], str):
            return None
        return argv[0].replace("{resource_dir}", str(self.folder))

    @property
    def executable(self) -> Path | None:
        """The program's file; None if there is none."""
        program = self.program
        if program is None:
            return None
        if program in CURRENT or program == f"{CURRENT[2]}{sys.version_info[1]}":
            return Path(sys.executable)
        env = (self.spec or {}).get("env")
        path = env.get("PATH") if isinstance(env, dict) else None
        found = shutil.which(program, path=path if isinstance(path, str) else None)
        return Path(found) if found else None


def read_specs(folder: Path) -> Iterator[KernelSpec]:
    """Read the kernelspecs below a folder `kernels`; nothing where there is none."""
    try:
        files = sorted(folder.glob("*/kernel.json"))
    except OSError:
        return
    for file in files:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            content = None
        spec = content if isinstance(content, dict) else None
        yield KernelSpec(file.parent.name.lower(), file.parent, spec)


def seen_specs(folders: Iterable[str]) -> list[KernelSpec]:
    """Give the kernels below folders `kernels`; of one name, the first."""
    specs: dict[str, KernelSpec] = {}
    for folder in folders:
        for spec in read_specs(Path(folder)):
            specs.setdefault(spec.name, spec)
    return list(specs.values())


def usual_folders() -> Iterator[Path]:
    """Give the folders `share/jupyter` in which installers put kernels."""
    home = Path.home()
    yield Path(sys.prefix) / "share/jupyter"
    # Of other environments, a program is often on the PATH.
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        if entry:
            yield Path(entry).parent / "share/jupyter"
    yield home / ".local/share/jupyter"
    yield home / "Library/Jupyter"
    yield Path("/usr/local/share/jupyter")
    yield Path("/usr/share/jupyter")
    yield from _each(Path("/opt"), "*/share/jupyter")
    for conda in (Path("/opt/conda"), home / "miniconda3", home / "anaconda3", home / "miniforge3"):
        yield conda / "share/jupyter"
        yield from _each(conda, "envs/*/share/jupyter")
    # Where conda notes the environments that it has made.
    try:
        noted = (home / ".conda/environments.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        noted = []
    for line in noted:
        if line.strip():
            yield Path(line.strip()) / "share/jupyter"


def _each(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def check_kernels(folders: Iterable[str]) -> tuple[Report, list[KernelSpec]]:
    """Look for kernels that are seen, that are not, and that can't start.

    Parameters
    ----------
    folders
        The folders `kernels` that are searched, the first first.
    """
    report = Report()
    searched = [str(folder) for folder in folders]
    seen = seen_specs(searched)
    report.facts["kernels"] = [
        {"name": spec.name, "folder": str(spec.folder), "program": spec.program} for spec in seen
    ]
    report.facts["kernel_folders"] = searched
    if seen:
        report.fine.append(f"Kernels seen: {', '.join(sorted(spec.name for spec in seen))}")
    else:
        report.findings.append(finding("no-kernels", f"No kernel in {_listed(searched)}."))
    report.findings += [found for spec in seen if (found := _broken(spec))]
    unseen = list(_unseen(searched, {spec.name for spec in seen}))
    report.facts["kernels_unseen"] = [
        {"name": spec.name, "folder": str(spec.folder)} for _, specs in unseen for spec in specs
    ]
    for data, specs in unseen:
        names = ", ".join(spec.name for spec in specs)
        report.findings.append(
            finding(
                "kernel-unseen",
                f"{names} in {data / 'kernels'}: not on the path of this server.",
                folder=str(data),
            )
        )
    return report, seen


def _unseen(searched: list[str], names: set[str]) -> Iterator[tuple[Path, list[KernelSpec]]]:
    """Give folders `share/jupyter` with the kernels in them whose names are not seen."""
    done = {_real(Path(folder)) for folder in searched}
    for data in usual_folders():
        folder = data / "kernels"
        if _real(folder) in done:
            continue
        done.add(_real(folder))
        specs = [spec for spec in read_specs(folder) if spec.name not in names]
        if specs:
            yield data, specs


def _broken(spec: KernelSpec) -> Finding | None:
    file = spec.folder / "kernel.json"
    if spec.spec is None:
        return finding("kernel-broken", f"{spec.name}: {file} can't be read.", system=spec.name)
    if spec.program is None:
        return finding(
            "kernel-broken", f"{spec.name}: {file} has no program (argv).", system=spec.name
        )
    if spec.executable is None:
        return finding(
            "kernel-broken",
            f"{spec.name}: its program {spec.program} is not there ({file}).",
            system=spec.name,
        )
    return None


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _listed(folders: list[str]) -> str:
    return ", ".join(folders) or "any folder"
