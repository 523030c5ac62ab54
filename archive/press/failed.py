"""Why a document was not made."""


class PressFailed(Exception):  # noqa: N818  # the sentence reads: the press failed
    """A section could not be set, or the pieces do not fit together."""
