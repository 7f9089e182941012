"""Conversion of LMS values to the schema's form."""
