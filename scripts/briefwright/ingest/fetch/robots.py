"""robots.txt as RFC 9309 has it: the group for this program, and the longest rule that matches.

`urllib.robotparser` takes the first rule that matches and knows no `*` inside a path, so it would
ask for pages that a server forbids, and leave out pages that it allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

MAX_BYTES = 500 * 1024  # "at least 500 kibibytes" must be read (RFC 9309, section 2.5)
_EVERYONE = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """One `Allow` or `Disallow` line."""

    allows: bool
    path: str

    def matches(self, target: str) -> bool:
        """Whether the rule is about `target`: a prefix, with `*` for anything and `$` for the end.

        Parts are sought from left to right, which is linear for each part; a regular expression
        could be made to run for hours by a hostile file.
        """
        pattern = self.path
        to_end = pattern.endswith("$")
        first, *parts = pattern.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        place = len(first)
        last = parts.pop() if parts and to_end else None
        for part in parts:
            found = target.find(part, place)
            if found < 0:
                return False
            place = found + len(part)
        if last is not None:
            return target.endswith(last) and len(target) - len(last) >= place
        return not to_end or place == len(target)


def allows(text: str, agent: str, target: str) -> bool:
    """Whether the robots.txt `text` lets `agent` fetch `target` (a path with its query).

    Without a group for the agent or for everyone, and without a rule that matches, everything is
    allowed; of two rules that match, the longer one counts, and of equals the one that allows.
    """
    groups = _groups(text)
    rules = groups.get(agent.lower(), groups.get(_EVERYONE, []))
    path = _plain(target)
    best = max(
        (rule for rule in rules if rule.matches(path)),
        key=lambda rule: (len(rule.path), rule.allows),
        default=None,
    )
    return best is None or best.allows


def _groups(text: str) -> dict[str, list[Rule]]:
    """The rules for each agent; groups of one agent are joined."""
    groups: dict[str, list[Rule]] = {}
    agents: list[str] = []
    naming = False
    for line in text.lstrip("\ufeff").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        value = value.strip()
        match key.strip().lower():
            case "user-agent":
                agents = [*agents, value.lower()] if naming else [value.lower()]
                groups.setdefault(value.lower(), [])
                naming = True
            case "allow" | "disallow" as word:
                naming = False
                if value:
                    rule = Rule(word == "allow", _plain(value))
                    for agent in agents:
                        groups[agent].append(rule)
    return groups


def _plain(path: str) -> str:
    """One spelling for each path: percent signs only where they must be (section 2.2.2)."""
    return quote(unquote(path, errors="replace"), safe="/*$?=&:;,+@!~'()[]%")
