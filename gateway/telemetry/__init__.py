"""Metrics, traces and logs. Each one can be switched off and then costs nothing."""
