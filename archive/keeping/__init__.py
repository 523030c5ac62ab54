"""Keeping a sealed dossier: its checks, its term, its package, its end."""
