"""Documents: prepared and cached, registered by clients, or trusted because a manifest lists them."""
