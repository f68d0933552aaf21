"""What is installed: here, and in the environments that kernels start from."""

import os
import re
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..magic.install import MODULE, InstallError, is_ours, user_target
from .findings import Report, finding
from .kernels import KernelSpec

PACKAGES = (
    "jupyterlab-jigsaw",
    "jupyterlab",
    "notebook",
    "jupyter_server",
    "jupyter_client",
    "jupyterhub",
    "metakernel",
    "ipykernel",
)

OLDEST = {"jupyterlab": (4, 4), "notebook": (7, 4)}


def check_versions() -> Report:
    """Say what is installed here, and what of it is too old."""
    report = Report()
    versions = {name: found for name in PACKAGES if (found := _version(name))}
    report.facts["versions"] = {"python": sys.version.split()[0], **versions}
    for name, oldest in OLDEST.items():
        found = versions.get(name)
        if found and _numbers(found) < oldest:
            report.findings.append(finding("old-front-end", f"{name} {found} is installed."))
    if versions:
        report.fine.append(
            "Installed: " + ", ".join(f"{name} {found}" for name, found in versions.items())
        )
    return report


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:2])


def check_metakernels(specs: Iterable[KernelSpec]) -> Report:
    """Look at MetaKernel in the environments of kernels, without running anything there.

    Parameters
    ----------
    specs
        The kernels that are seen.
    """
    report = Report()
    found: dict[str, dict[str, object]] = {}
    for python, packages in _environments(specs):
        magic = packages / "metakernel/magics/jigsaw_magic.py"
        text = _read(magic)
        if text is None:
            continue
        number = _metakernel_version(packages)
        named = f"MetaKernel {number}" if number else "MetaKernel"
        ours = _has_ours(packages)
        found[str(packages)] = {"version": number, "magic_installed": ours}
        if ours:
            report.fine.append(f"Jigsaw's %jigsaw is in the place of that of {named} ({packages})")
        elif "postMessage" not in text:
            # The pages before that looked for the notebook in the window around them.
            report.findings.append(
                finding("old-metakernel", f"{named} in {packages} is old.", python=str(python))
            )
        else:
            report.findings.append(
                finding(
                    "magic-missing",
                    f"%jigsaw is that of {named} itself ({packages}).",
                    python=str(python),
                )
            )
    report.facts["metakernel"] = found
    return report


def _environments(specs: Iterable[KernelSpec]) -> list[tuple[Path, Path]]:
    """Give each Python that starts kernels, with the folder of its packages."""
    places = {Path(sysconfig.get_path("purelib")): Path(sys.executable)}
    for spec in specs:
        executable = spec.executable
        if executable is None:
            continue
        prefix = executable.parent.parent
        for packages in (*prefix.glob("lib/python*/site-packages"), prefix / "Lib/site-packages"):
            if packages.is_dir():
                places.setdefault(packages, _python_beside(executable))
    return [(python, packages) for packages, python in places.items()]


def _python_beside(executable: Path) -> Path:
    if executable.name.lower().startswith("python"):
        return executable
    name = "python.exe" if os.name == "nt" else "python"
    return executable.with_name(name)


def _metakernel_version(packages: Path) -> str | None:
    for info in packages.glob("metakernel-*.dist-info"):
        return info.name.removeprefix("metakernel-").removesuffix(".dist-info")
    return None


def _has_ours(packages: Path) -> bool:
    places = [packages / MODULE]
    try:
        places.append(user_target())
    except ImportError:
        pass
    for place in places:
        try:
            if is_ours(place):
                return True
        except InstallError:
            continue
    return False


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
