"""Documents that clients name instead of sending: registered on the way, or listed beforehand."""
