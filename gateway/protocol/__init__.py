"""GraphQL over HTTP: connections, requests and responses."""
