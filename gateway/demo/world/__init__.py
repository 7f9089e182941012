"""The model of the stand-in LMS: courses, people, enrolments and everything a learner leaves behind."""

from gateway.demo.world.world import World

__all__ = ["World"]
