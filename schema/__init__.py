"""What can be asked: types, fields, their descriptions and where each value comes from. Declarations only."""
