"""The same app in a browser window on this computer, and nowhere else."""
