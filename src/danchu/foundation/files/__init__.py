"""Tệp: scanned papers and pictures, stored once by content."""
