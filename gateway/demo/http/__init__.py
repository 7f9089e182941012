"""The LMS's code around every view: routing, sign-in, CSRF, throttles, error bodies, faults."""
