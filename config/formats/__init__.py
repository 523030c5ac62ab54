"""How days are written, where a language has a way of ours."""
