"""Articles → claims."""
