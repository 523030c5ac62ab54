"""Finding a dossier among a million: see docs/search.md."""
