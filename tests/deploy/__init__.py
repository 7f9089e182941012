"""What operators install: the image, the units, the proxies, the charts. Each is started, none needs Docker."""
