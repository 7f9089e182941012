"""The endpoints, one file a noun: each exports `ROUTES`, its rows of the route table."""
