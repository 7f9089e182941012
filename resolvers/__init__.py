"""Who answers a field: where its value comes from, which calls that needs, and how answers are joined."""
