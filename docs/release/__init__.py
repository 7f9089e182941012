"""Releases: `make release VERSION=1.2.0`."""
