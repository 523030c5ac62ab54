"""Acts that take longer than a page may: put on file, and done by a worker through the door."""
