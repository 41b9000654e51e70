"""What can go wrong, in words for the person who asked.

    CommonplaceError
    ├── ConfigError      a setting is missing or makes no sense
    ├── QuestionError    a question that cannot be asked
    ├── DocumentError    a file or document that cannot be read
    ├── IndexMissing     nothing has been ingested yet, or by another version
    ├── Busy             another process is writing
    └── ModelError       the model cannot be made or loaded

Every message says what happened and what to do next. Only the faces (web pages, command line) catch these.
"""


class CommonplaceError(Exception):
    """The root of every error that Commonplace raises on purpose."""


class ConfigError(CommonplaceError):
    """A setting is missing or makes no sense."""


class QuestionError(CommonplaceError):
    """A question that cannot be asked: empty, or too long."""


class DocumentError(CommonplaceError):
    """A file that cannot be read as a document, or a document id that nobody here may see."""


class IndexMissing(CommonplaceError):
    """There is no index to ask, or it was made by another model or version."""


class Busy(CommonplaceError):
    """Another process holds the one write lock."""


class ModelError(CommonplaceError):
    """A model that cannot be made, verified or loaded."""
