"""A gateway and a demo LMS as processes, many people, everything that can go wrong: what holds, for how long."""
