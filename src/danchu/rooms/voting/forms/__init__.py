"""Input of the voting room to clean values."""
