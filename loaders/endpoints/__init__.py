"""The endpoints of the LMS and the LumiNUS catalogue, as values; one file per noun."""
