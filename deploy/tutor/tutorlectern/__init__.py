"""A Tutor plugin that runs the Lectern gateway beside the LMS."""
