"""The GraphQL clients of front ends, as npm has them, against the running gateway.

Each `*.test.mjs` is a file of tests for Node's test runner, and one test of pytest. The packages are those of
`package-lock.json`; they are installed next to it when it has changed.
"""
