"""Verifying a sealed dossier with nothing but the file and what the verifier trusts.

Needs Python, pikepdf and pyHanko. Knows nothing of Django, of a database, or of the network.
"""
