"""GraphiQL, the gateway's page for trying out queries. It connects only to the gateway's own origin.

``page.graphiql_routes`` creates the routes, ``examples.load_examples`` reads the examples menu, and ``python -m
gateway.graphiql.assets`` updates the third-party files.
"""
