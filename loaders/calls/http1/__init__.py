"""An HTTP/1.1 client for one upstream, without state between requests."""
