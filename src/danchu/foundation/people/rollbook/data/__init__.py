"""Tệp mẫu: what the importer hands out."""
