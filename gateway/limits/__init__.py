"""What an operation may ask for: bounds of its document, of its variables, and of the calls it causes."""
