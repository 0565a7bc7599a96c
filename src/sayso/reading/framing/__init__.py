"""How an account tells it: what it calls whom, and its headline against its body."""
