"""A stand-in for an Open edX LMS: one consistent world with state, served over HTTP on its own port.

Nothing of the gateway is imported here and only the command line imports this package. `world/` is the model,
`views/` compute each endpoint's answer from it, `http/` holds what the LMS does around every view.
"""
