"""GraphQL over HTTP: what surrounds an operation on its way in and out."""
