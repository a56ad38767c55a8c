"""Fault injection: failing disks, damaged caches, killed processes, faulty engines."""
