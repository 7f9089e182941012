"""What the gateway tells its operators: metrics, traces, logs. Each is off unless asked for, and costs nothing then."""
