"""How good the readings are, on data named in the output, against floors that only rise."""
