"""What `bo` costs, beside what others cost for the same: `python -m benchmarks`."""
