"""The answer, built from what was fetched: generated code, and graphql-core where that meets a surprise."""
