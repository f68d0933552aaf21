"""Finds what stands between a browser and its kernels, and names the line to change."""
