"""Shared helpers of the tests: servers, people, and typed clients of the gateway and of the demo LMS."""
