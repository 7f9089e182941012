"""The benchmarks work; nothing is timed here."""
