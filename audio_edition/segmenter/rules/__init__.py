"""The rules of the segmenter, one kind of chrome a file."""
