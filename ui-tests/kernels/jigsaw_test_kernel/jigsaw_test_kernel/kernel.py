"""The kernel."""

import ast
import base64
import contextlib
import io
import platform
import sys
import traceback
from typing import Any, ClassVar

from metakernel import ExceptionWrapper, MetaKernel

from . import pages

SOURCE = "<cell>"

# Those of %jigsaw are out of a test's reach.
pages.take_over()


class _Stream(io.TextIOBase):
    """A text stream that goes to the front end; MetaKernel itself sends only stdout."""

    def __init__(self, kernel: MetaKernel, name: str) -> None:
        self._kernel = kernel
        self._name = name

    def write(self, text: str) -> int:
        """Send some text at once."""
        content = {"name": self._name, "text": text}
        self._kernel.send_response(self._kernel.iopub_socket, "stream", content)
        return len(text)


class TestKernel(MetaKernel):
    """Python by way of MetaKernel."""

    app_name = "jigsaw_test_kernel"
    implementation = "Jigsaw test kernel"
    implementation_version = "0.1.0"
    language = "python"
    language_version = platform.python_version()
    banner = "Jigsaw test kernel: Python by way of MetaKernel"
    language_info: ClassVar[dict[str, Any]] = {
        "name": "python",
        "mimetype": "text/x-python",
        "file_extension": ".py",
        "version": platform.python_version(),
        "codemirror_mode": {"name": "ipython", "version": 3},
        "pygments_lexer": "ipython3",
        "help_links": MetaKernel.help_links,
    }
    kernel_json: ClassVar[dict[str, Any]] = {
        "argv": [sys.executable, "-m", "jigsaw_test_kernel", "-f", "{connection_file}"],
        "display_name": "MetaKernel Test (Python)",
        "language": "python",
        "name": "jigsaw_test_metakernel",
        # Figures are sent as images; no window is opened.
        "env": {"MPLBACKEND": "agg"},
    }

    def __init__(self, **kwargs: Any) -> None:
        # MetaKernel's constructor sets the first variable.
        self.names: dict[str, Any] = {
            "__name__": "__main__",
            "display": self.Display,
            "input": self._ask,
        }
        super().__init__(**kwargs)

    def get_usage(self) -> str:
        """Say what this kernel is."""
        return self.banner

    def set_variable(self, name: str, value: Any) -> None:
        """Give a variable to the program."""
        self.names[name] = value

    def get_variable(self, name: str) -> Any:
        """Take a variable from the program."""
        return self.names.get(name)

    def do_execute_direct(self, code: str, silent: bool = False) -> Any:
        """Run a cell; its value is that of its last line, if that has one."""
        try:
            with contextlib.redirect_stderr(_Stream(self, "stderr")):
                value = self._run(code)
            self._show_figures()
        except (Exception, KeyboardInterrupt) as error:
            return self._failure(error)
        return value

    def do_execute_file(self, filename: str) -> Any:
        """Run a file."""
        with open(filename, encoding="utf-8") as file:
            return self.do_execute_direct(file.read())

    def repr(self, item: Any) -> str:
        """Write a value as Python does."""
        return repr(item)

    def _run(self, code: str) -> Any:
        tree = ast.parse(code, SOURCE)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, SOURCE, "exec"), self.names)
        if last is None:
            return None
        return eval(compile(ast.Expression(last.value), SOURCE, "eval"), self.names)

    def _ask(self, prompt: object = "") -> str:
        return str(self.raw_input(str(prompt)))

    def _show_figures(self) -> None:
        """Send matplotlib's open figures, and close them."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is None:
            return
        for number in pyplot.get_fignums():
            image = io.BytesIO()
            pyplot.figure(number).savefig(image, format="png")
            self.DisplayData(
                {
                    "image/png": base64.b64encode(image.getvalue()).decode(),
                    "text/plain": f"<Figure {number}>",
                }
            )
        pyplot.close("all")

    @staticmethod
    def _failure(error: BaseException) -> ExceptionWrapper:
        """Describe an error by the program's own frames."""
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if frame.filename == SOURCE]
        lines = ["Traceback (most recent call last):"]
        lines += [line.rstrip("\n") for line in traceback.format_list(own)]
        lines += [line.rstrip("\n") for line in traceback.format_exception_only(type(error), error)]
        return ExceptionWrapper(type(error).__name__, str(error), lines)
