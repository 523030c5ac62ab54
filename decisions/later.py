"""What cannot be done now but may be done by itself later: something outside does not answer."""


class TryLater(Exception):  # noqa: N818  # the sentence reads: try later
    """Nothing was changed, and the same thing may work in a while; `str` says what is missing.

    The sentence is for whoever waits, in that person's language: 时间戳服务没有应答.
    """
