"""Learner pathways, a plugin of the LMS."""

from loaders.endpoint import Auth, Endpoint

PATHWAYS = Endpoint(
    name="learner_pathway_progress/progress",
    path="/api/learner-pathway-progress/v1/progress/",
    weight=80,
    auth=Auth.JS,
    anonymous=False,
    parameters=("uuid", "page", "page_size"),
    optional=True,
)
"""`GET /api/learner-pathway-progress/v1/progress/?uuid=a,b`: numbered pages of at most 100; 404 with HTML if the plugin
is not installed."""
