"""Making the calls of a request, and replacing the ones that fail."""
