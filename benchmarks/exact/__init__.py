"""The exact mode: user instructions per request, counted by valgrind's callgrind instead of timed."""
