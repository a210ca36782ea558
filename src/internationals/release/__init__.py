"""The release: a folder of protected tables with their cards, and a manifest that names each by checksum."""

from internationals.release.files import manifest_of, read, write

__all__ = ["manifest_of", "read", "write"]
