"""Tests that the benchmarks work; nothing is timed here."""
