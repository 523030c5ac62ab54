"""The ledger as a transparency log: one Merkle tree over all rows, and signed checkpoints of it.

`merkle`, `note`, `checkpoint`, `leaf`, `tiles` and `witness` know nothing of Django or of us: a
stranger checks our log with them.
"""
