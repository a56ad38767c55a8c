"""Utterances → takes: jobs, the executors that run them (local or Dask), and caches."""
