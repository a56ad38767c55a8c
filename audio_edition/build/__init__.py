"""articles/ → output/: what an issue is, who reads it, and what a build made; one stage a line."""
