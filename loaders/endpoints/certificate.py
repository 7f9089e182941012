"""Certificates of one person."""

from loaders.endpoint import Endpoint, Missing

CERTIFICATES = Endpoint(
    name="certificates/certificates",
    path="/api/certificates/v0/certificates/{username}/",
    weight=49,
    anonymous=False,
    array=True,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/certificates/v0/certificates/{username}/`: all visible certificates of passed courses, in one answer; 403
if the person does not share them.
"""
