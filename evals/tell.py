"""The one place where evals print."""


def tell(*values: object) -> None:
    """A line to the terminal, at once."""
    print(*values, flush=True)  # noqa: T201
