"""The trained model of the segmenter: features, trees, and what is made of their scores."""
