"""Metrics, traces and logs of a running gateway."""
