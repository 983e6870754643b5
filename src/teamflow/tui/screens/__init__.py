"""The places: home, set-up, meeting, reading, and the small windows above them."""
