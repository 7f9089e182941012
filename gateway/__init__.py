"""The Lectern gateway: one GraphQL endpoint in front of the Open edX LMS REST APIs."""
