"""The trained classifier of the segmenter: features, trees, and the verdicts that follow from their scores."""
