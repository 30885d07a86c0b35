"""A page of a longer list: how many pages there are."""


def pages_of(total: int, size: int) -> int:
    """How many pages of `size` rows `total` rows fill, at least one."""
    return max(1, -(-total // size))


class Paged:
    """What has `total` rows, of which a page shows `size`."""

    __slots__ = ()
    total: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return pages_of(self.total, self.size)
