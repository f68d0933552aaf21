"""Run the kernel, or install it: ``python -m jigsaw_test_kernel install``."""

from .kernel import TestKernel

TestKernel.run_as_main()
