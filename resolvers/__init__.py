"""Resolvers: the sources of each field, the calls they need, and how answers are joined."""
