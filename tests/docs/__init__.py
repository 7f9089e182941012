"""Tests of the documentation: its examples, commands, links and numbers."""
