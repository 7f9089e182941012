"""What the LMS does around every view: routing, sign-in, CSRF, throttles, error bodies, faults on request."""
