"""Template tag modules of the visual language."""
