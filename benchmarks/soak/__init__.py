"""The soak test: a gateway and a demo LMS as processes, with many people and all kinds of failures."""
