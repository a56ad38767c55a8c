"""Episodes → what a podcast client subscribes to."""
