"""teamflow: a chair runs a live team meeting on a projected laptop."""

__version__ = "0.1.0"
