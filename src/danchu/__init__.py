"""Dân chủ ở cơ sở: the system that carries out a ward's resolution on grassroots democracy."""

__version__ = "0.1.0"
