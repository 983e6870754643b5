"""What the room sees. Nothing outside this package knows the screen."""
