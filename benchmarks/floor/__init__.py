"""The floor: one handler per page, no GraphQL engine, over the gateway's own client transport."""
