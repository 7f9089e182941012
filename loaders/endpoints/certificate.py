"""Certificates of one person."""

from loaders.endpoint import Endpoint

CERTIFICATES = Endpoint(
    name="certificates/certificates",
    path="/api/certificates/v0/certificates/{username}/",
    weight=49,
    anonymous=False,
    array=True,
)
"""`GET /api/certificates/v0/certificates/{username}/`: all visible certificates of passed courses, in one answer."""
