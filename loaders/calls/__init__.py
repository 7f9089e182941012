"""How a call is made: batching, the public cache, retries, breakers, the connections, and what an answer means."""
