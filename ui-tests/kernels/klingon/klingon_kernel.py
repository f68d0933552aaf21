"""A kernel of a language that nobody writes blocks for: it says its code back."""

from typing import Any, ClassVar

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel


class KlingonKernel(Kernel):
    """Takes everything for Klingon."""

    implementation = "klingon"
    implementation_version = "0.1.0"
    banner = "A kernel that says back what it is given"
    language_info: ClassVar[dict[str, Any]] = {
        "name": "klingon",
        "version": "1",
        "mimetype": "text/x-klingon",
        "file_extension": ".tlh",
    }

    async def do_execute(
        self, code: str, silent: bool, *args: Any, **kwargs: Any
    ) -> dict[str, Any]:
        """Say the code back."""
        if not silent:
            self.send_response(self.iopub_socket, "stream", {"name": "stdout", "text": code})
        return {
            "status": "ok",
            "execution_count": self.execution_count,
            "payload": [],
            "user_expressions": {},
        }


if __name__ == "__main__":
    IPKernelApp.launch_instance(kernel_class=KlingonKernel)
