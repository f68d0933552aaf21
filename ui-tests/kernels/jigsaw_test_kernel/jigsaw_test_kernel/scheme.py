"""Calysto Scheme with our pages: ``python -m jigsaw_test_kernel.scheme``."""

import sys
from typing import Any, ClassVar

from calysto_scheme.kernel import CalystoScheme

from . import pages

pages.take_over()


class TestScheme(CalystoScheme):
    """Scheme as it is, but for the pages of ``%jigsaw``."""

    kernel_json: ClassVar[dict[str, Any]] = {
        "argv": [sys.executable, "-m", "jigsaw_test_kernel.scheme", "-f", "{connection_file}"],
        "display_name": "MetaKernel Test (Scheme)",
        "language": "scheme",
        "name": "jigsaw_test_scheme",
    }


if __name__ == "__main__":
    TestScheme.run_as_main()
