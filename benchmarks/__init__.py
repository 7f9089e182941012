"""Benchmarks of the gateway against other ways to build it, over one local upstream. Run `python -m benchmarks`."""
