"""Vocabulary as data: loaders, and the readable files in `data/` that they read."""
