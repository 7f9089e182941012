"""The type `Course`, with the fields of each page of a course."""
