"""A small MetaKernel that runs Python, for the browser tests.

MetaKernel's own Python kernel is a package of its own; this one shows what any
kernel built on MetaKernel gives: its magics, its streams, its install command.
"""

from .kernel import TestKernel

__all__ = ["TestKernel"]
