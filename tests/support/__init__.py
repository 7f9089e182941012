"""What the tests share: servers, people, and typed clients of the gateway and of the demo LMS."""
