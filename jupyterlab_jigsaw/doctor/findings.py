"""What can be found; the texts are those of `findings.json`, which the browser reads, too."""

import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

CATALOGUE: dict[str, Any] = json.loads(
    Path(__file__).with_name("findings.json").read_text(encoding="utf-8")
)

SEVERITIES = ("broken", "warning", "note")


@dataclass(frozen=True)
class Change:
    """A line, and the place where it belongs."""

    where: str
    line: str


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be.

    `docs/doctor.md` says what each field is.
    """

    id: str
    severity: str
    system: str
    seen: str
    advice: str
    changes: list[Change]


@dataclass
class Report:
    """What was found, what is fine, and what was seen on the way."""

    findings: list[Finding] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give it as what JSON can hold, the worst first."""
        return {**asdict(self), "findings": [asdict(one) for one in self.sorted()]}

    def sorted(self) -> list[Finding]:
        """Give the findings, the worst first."""
        return sorted(self.findings, key=lambda one: SEVERITIES.index(one.severity))

    def add(self, other: "Report") -> None:
        """Take over what another has, but no finding twice."""
        self.findings += [one for one in other.findings if one not in self.findings]
        self.fine += other.fine
        self.facts |= other.facts


def finding(
    name: str,
    seen: str,
    *,
    system: str | None = None,
    changes: list[Change] | None = None,
    **words: str,
) -> Finding:
    """Make a finding.

    Parameters
    ----------
    name
        Its id in the catalogue.
    seen
        What was seen, as a sentence.
    system
        What it was seen of, if that is known better than the catalogue knows it;
        then only the changes of that system are given, if it has any.
    changes
        What to change, where the catalogue can't know.
    words
        What stands in the lines in the place of a word, such as `prefix` for
        `/jupyter/`.
    """
    entry = CATALOGUE[name]
    if changes is None:
        known = entry["changes"]
        own = [one for one in known if one.get("system") in (system, None)]
        changes = [
            Change(_put(one["where"], words), _put(one["line"], words))
            for one in (own if system and own else known)
        ]
    return Finding(
        name, entry["severity"], system or entry["system"], seen, entry["advice"], changes
    )


def read_report(text: bytes) -> Report | None:
    """Read what `Report.to_json` wrote, or give None if that is not what came."""
    try:
        written = json.loads(text)
        report = Report(
            [
                Finding(**{**one, "changes": [Change(**change) for change in one["changes"]]})
                for one in written["findings"]
            ],
            written["fine"],
            written["facts"],
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    texts = [
        text
        for one in report.findings
        for text in (one.id, one.severity, one.system, one.seen, one.advice)
    ]
    lines = [
        text for one in report.findings for each in one.changes for text in (each.where, each.line)
    ]
    is_report = (
        isinstance(report.fine, list)
        and isinstance(report.facts, dict)
        and all(isinstance(text, str) for text in (*texts, *lines, *report.fine))
        and all(one.severity in SEVERITIES for one in report.findings)
    )
    return report if is_report else None


WORDS = {"prefix": "/jupyter/", "folder": "/opt/kernels/share/jupyter", "python": "PYTHON"}
"""What the catalogue has in the place of what is known only when something is found."""


def _put(text: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(WORDS[name], word)
        if name == "prefix" and word != "/":
            text = re.sub(r"(?<=[ ^])/jupyter(?=[ $])", word.rstrip("/"), text)
    return text
