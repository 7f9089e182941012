"""A stand-in Open edX LMS: one coherent world with state, served over real HTTP on its own port.

Nothing of the gateway is imported here and only the command line imports this package. `world/` is the model,
`views/` compute each endpoint's answer from it, `http/` holds what the LMS does around every view.
"""
