"""How a prepared operation becomes JSON."""
