"""Limits of an operation: its document, its variables and its calls."""
