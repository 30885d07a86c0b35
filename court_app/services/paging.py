"""A page of a longer list: how many pages there are."""


class Paged:
    """What has `total` rows, of which a page shows `size`."""

    __slots__ = ()
    total: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))
