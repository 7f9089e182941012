"""The plan of an operation: the endpoints to ask, their waves and their cost."""
