"""file -> Document -> Passages -> index. The door is `sync`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ingest.publish import sync

__all__ = ["sync"]


def __getattr__(name: str) -> Any:
    """The door, imported when it is used."""
    if name == "sync":
        from ingest.publish import sync

        return sync
    raise AttributeError(f"module 'ingest' has no attribute '{name}'")
