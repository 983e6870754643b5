"""The meeting as data: frozen records, actions, the rules. No files, no clock, no screen."""
