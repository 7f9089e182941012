"""Which calls a field makes, known before any is made: one file a noun."""

from resolvers.steps import (
    catalog,
    course,
    discussion,
    discussion_learner,
    enrollment,
    exam,
    node,
    notification,
    profile,
    program,
    sequence,
    team,
    thread,
    viewer,
    write,
)

__all__ = [
    "catalog",
    "course",
    "discussion",
    "discussion_learner",
    "enrollment",
    "exam",
    "node",
    "notification",
    "profile",
    "program",
    "sequence",
    "team",
    "thread",
    "viewer",
    "write",
]
