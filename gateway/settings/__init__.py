"""Everything that an operator can set."""
