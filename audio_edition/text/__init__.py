"""Article file → utterances: readers, segmenter, verbaliser."""
