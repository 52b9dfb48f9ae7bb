"""Văn bản, giấy tờ: what leaves the house on paper or as a file.

Papers (PDF by typst, DOCX by docxtpl), QR, calendar files, sheets, and the dossier of a vote. Everything here takes
plain values; it knows no vote, no household and no rule. Only ``models`` and ``services``, the ward's own templates,
touch the database.
"""
