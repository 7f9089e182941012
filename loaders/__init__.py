"""Calls to the LMS: endpoints as values, credentials, and how a call is made."""
