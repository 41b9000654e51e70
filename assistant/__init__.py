"""question -> evidence -> Answer. The doors are `Assistant` and `Config`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.config import Config

__all__ = ["Assistant", "Config"]


def __getattr__(name: str) -> Any:
    """The doors, imported when they are used, so that importing a module of this package costs nothing."""
    if name == "Assistant":
        from assistant.assistant import Assistant

        return Assistant
    if name == "Config":
        from assistant.config import Config

        return Config
    raise AttributeError(f"module 'assistant' has no attribute '{name}'")
