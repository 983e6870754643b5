"""How fast teamflow is, side by side with reference programs in one run: `python -m bench`."""
