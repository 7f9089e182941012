"""An HTTP/1.1 client for one upstream: requests out, whole responses in, and nothing remembered between them."""
