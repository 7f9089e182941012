"""GraphiQL, the gateway's page for trying queries: it needs no origin but the gateway's own.

``page.graphiql_routes`` makes the routes, ``examples.load_examples`` reads the examples menu, and
``python -m gateway.graphiql.assets`` renews the third-party files.
"""
