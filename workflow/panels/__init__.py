"""What the case page shows, section by section; the templates only print it."""
