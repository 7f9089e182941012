"""Making calls: batching, the public cache, retries, breakers, connections, and checks of the response."""
