"""The app page: blocks on a page of their own, served by Jupyter Server."""
