"""The languages that blocks can be turned into, as users name them."""

import re

# The ids of src/languages/descriptors.ts, which a test compares, with the names
# that kernels give to them there.
LANGUAGES: dict[str, tuple[str, ...]] = {
    "python": (
        "python",
        "ipython",
        "python3",
        "ipython3",
        "metakernel python",
        "xpython",
    ),
    "javascript": ("javascript", "typescript", "node", "nodejs", "ecmascript"),
    "lua": ("lua", "luajit", "xlua"),
    "php": ("php",),
    "dart": ("dart",),
    "octave": ("octave", "matlab", "xoctave"),
    "r": ("r", "xr"),
    "scheme": ("scheme", "calysto_scheme", "guile"),
    "bash": ("bash", "sh", "shell"),
    "processing": ("processing", "java"),
    "cpp": (
        "c++",
        "cpp",
        "c++11",
        "c++14",
        "c++17",
        "c++20",
        "c++23",
        "xcpp",
        "xcpp17",
        "xcpp20",
    ),
}

_NAMES = {name: language for language, names in LANGUAGES.items() for name in names}


def find_language(name: str) -> str | None:
    """Find the id of a language by one of its names, in any case; None if unknown."""
    return _NAMES.get(re.sub(r"\s+", " ", name.strip().lower()))
