"""The vocabulary for the declaration of look-ups and fields."""
