"""Install the kernel `metakernel_python` of PyPI into this environment.

Its own set-up script asks for IPython as it was in 2015, so pip can't. Its module
runs on MetaKernel as it is: this takes it from the archive, and adds the kernel's
specification.
"""

import json
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

NAME = "metakernel_python"
VERSION = "0.11.3"

SPEC = {
    "argv": [sys.executable, "-m", NAME, "-f", "{connection_file}"],
    "display_name": "MetaKernel Python",
    "language": "python",
}


def main() -> None:
    """Take the module from its archive, and install both."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet"),
                *("--disable-pip-version-check", "--no-deps", "--no-binary", NAME),
                *("--dest", folder, f"{NAME}=={VERSION}"),
            ],
            check=True,
        )
        with zipfile.ZipFile(where / f"{NAME}-{VERSION}.zip") as archive:
            module = archive.read(f"{NAME}-{VERSION}/{NAME}.py")
        (Path(sysconfig.get_path("purelib")) / f"{NAME}.py").write_bytes(module)
        spec = where / "spec"
        spec.mkdir()
        (spec / "kernel.json").write_text(json.dumps(SPEC))
        KernelSpecManager().install_kernel_spec(str(spec), NAME, prefix=sys.prefix)


if __name__ == "__main__":
    main()
