"""The vocabulary in which look-ups and fields are declared."""
