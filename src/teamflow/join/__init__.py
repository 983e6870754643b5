"""The phones in the room: a small web server on the local network, off until the chair opens it.

It's a translator and nothing more: what a phone says becomes an action for `live`, what the
session is becomes a view for that one phone. Imported when the room is opened, for aiohttp
takes longer to import than the rest of a start.
"""
