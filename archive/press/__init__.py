"""Setting a dossier: sections of HTML become one tagged PDF/A. Knows nothing of Django."""
