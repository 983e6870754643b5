"""What calls the room together: a gong of our own, a flash, or the terminal's bell."""
