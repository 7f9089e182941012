"""Metrics, traces and logs. Each of them can be switched off and then has no cost."""
