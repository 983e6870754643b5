"""Plays real meetings with the real program: for the examples in sessions/ and the pictures.

    python -m docs.tour

Pictures need `rsvg-convert` (Debian: librsvg2-bin) and the font Fira Code (fonts-firacode).
"""
