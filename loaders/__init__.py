"""How the LMS is asked: endpoints as data, credentials, the client, batching and the request cache."""
