"""The plan of an operation: the endpoints to call, their waves and their cost."""
