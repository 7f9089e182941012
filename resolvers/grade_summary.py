"""Grades by assignment type and the final grade, for an LMS whose progress endpoint does not send them.

Newer releases send both. For older ones they are computed as newer releases do it, from the subsection scores and the
grading policy.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from resolvers.values.normalize import number

_PLACES = Decimal("0.0001")
_UNKNOWN = {"weight": 0, "num_droppable": 0, "num_total": 0, "short_label": None}
"""The policy of an assignment type that is not in the course's grading policy."""


class _Score(NamedTuple):
    share: float
    is_shown: bool | None
    """None for the zero of an assignment that does not exist yet."""


def assignment_summaries(sent: Any, sections: Any, policies: Any) -> list[Any]:
    """The grades by assignment type, lowest weight first: as sent by the LMS, otherwise computed."""
    if sent is not None:
        return list(sent)
    by_type = {policy["type"]: policy for policy in policies}
    rows = [_summary(kind, by_type.get(kind, _UNKNOWN), scores) for kind, scores in _scores_by_type(sections).items()]
    return sorted(rows, key=lambda row: float(row["weight"]))


def final_grade(sent: Any, sections: Any, policies: Any) -> float:
    """The sum of the weighted grades of all types, 0 to 1: as sent by the LMS, otherwise computed."""
    if sent is not None:
        return number(sent)
    by_type = {policy["type"]: policy for policy in policies}
    total = sum(
        _average(_kept(policy, scores)) * number(policy["weight"])
        for kind, scores in _scores_by_type(sections).items()
        for policy in [by_type.get(kind, _UNKNOWN)]
    )
    return _rounded(total)


def _scores_by_type(sections: Any) -> dict[str, list[_Score]]:
    """The scores of the graded subsections by assignment type, in course order."""
    found: dict[str, list[_Score]] = {}
    for section in sections:
        for row in section["subsections"]:
            if row["has_graded_assignment"] and row["assignment_type"]:
                possible = number(row["num_points_possible"])
                share = number(row["num_points_earned"]) / possible if possible else 0.0
                found.setdefault(row["assignment_type"], []).append(_Score(share, bool(row["show_grades"])))
    return found


def _summary(kind: str, policy: Mapping[str, Any], scores: list[_Score]) -> dict[str, Any]:
    kept = _kept(policy, scores)
    average, weight = _rounded(_average(kept)), number(policy["weight"])
    return {
        "type": kind,
        "short_label": policy["short_label"],
        "weight": weight,
        "num_droppable": policy["num_droppable"],
        "average_grade": average,
        "weighted_grade": average * weight,
        # Only newer releases send the due dates of hidden scores.
        "last_grade_publish_date": None,
        "has_hidden_contribution": _hidden(kept),
    }


def _kept(policy: Mapping[str, Any], scores: list[_Score]) -> list[_Score]:
    """The scores that count: padded with zeros to the policy's total, without the lowest ones (the first if equal)."""
    kept = [*scores, *[_Score(0.0, None)] * max(0, int(number(policy["num_total"])) - len(scores))]
    for _ in range(min(policy["num_droppable"], len(kept))):
        kept.remove(min(kept, key=lambda score: score.share))
    return kept


def _average(kept: list[_Score]) -> float:
    return sum(score.share for score in kept if score.is_shown) / len(kept) if kept else 0.0


def _hidden(kept: list[_Score]) -> str:
    shown = [score.is_shown for score in kept if score.is_shown is not None]
    if all(shown):
        return "none"
    return "some" if any(shown) else "all"


def _rounded(value: float) -> float:
    """Rounded to four decimals, half away from zero."""
    return float(Decimal(str(value)).quantize(_PLACES, ROUND_HALF_UP))
