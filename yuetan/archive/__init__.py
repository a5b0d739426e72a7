"""How an archive is kept on disk: git, lock, journal, apply. Knows bytes and paths, not records."""
