"""How fast, as ratios: never seconds, which say more about the machine than about Sayso."""
