"""One file a command. The only place that knows both the gateway and the demo."""
