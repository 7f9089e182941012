"""A Tutor plugin that runs the Lectern gateway next to the LMS."""
