"""The deployments: image, units, proxies, charts. Each is started, and none needs Docker."""
