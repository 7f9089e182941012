"""The GraphQL schema: types and fields, with their descriptions and sources. Declarations only."""
