"""Calls to the LMS: endpoints as values, credentials, and the code that makes calls."""
