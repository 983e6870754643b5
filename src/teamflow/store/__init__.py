"""The folder of sessions: one TOML file a session, atomic, durable, forgiving.

The folder is the database: file names begin with the date, and what a list needs stands first
in each file. `head` lists without pydantic or tomllib, `record` reads and writes a whole file,
`keeper` saves while the meeting runs.
"""
