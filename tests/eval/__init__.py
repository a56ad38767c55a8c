"""Quality floors of the segmenter and the verbaliser, and the training of the segmenter's classifier.

The labelled pages and most of the spoken forms lie beside the checkout and are never stored in it.
"""
