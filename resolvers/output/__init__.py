"""Builds the response: by generated code, and by graphql-core after an unexpected value."""
