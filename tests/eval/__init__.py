"""Quality floors and the training of the segmenter, on labelled pages beside the checkout."""
