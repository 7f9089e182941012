"""The exact mode: user instructions a request, counted by valgrind's callgrind instead of timed."""
