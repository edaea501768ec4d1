"""The refusal that a user reads."""


class Penolakan(Exception):
    """A refusal in Indonesian that says what to do; the command line prints it on standard error and exits 1."""
