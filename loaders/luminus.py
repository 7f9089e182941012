"""The LumiNUS catalogue: another service, of another owner, with a key of the gateway's own."""

from loaders.endpoint import Batch, Endpoint, Missing, Scope
from loaders.form import Form

COURSE_RUNS = Endpoint(
    name="edx_course_runs",
    path="/ExternalLinks/edXCourseruns",
    weight=200,
    service="luminus",
    batch=Batch(rows="", key="courserunKey"),
    # An array of course runs, or one alone.
    array=None,
    scope=Scope.PUBLIC,
    ttl=600.0,
    missing={404: Missing.ABSENT},
    # Its own refusals are strings; the API gateway before it answers with an object.
    forms={401: Form.MESSAGE, 403: Form.STRING, 404: Form.STRING},
)
"""`GET /ExternalLinks/edXCourseruns`: every course run of the catalogue in one answer."""


def subscription(key: str) -> tuple[tuple[str, str], ...]:
    """The headers that open the service. They belong to the gateway and go to this service only."""
    return (("ocp-apim-subscription-key", key),)
