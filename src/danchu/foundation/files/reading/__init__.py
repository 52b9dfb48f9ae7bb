"""Đọc tệp: the words inside a file, and what lies in it that its maker may not know of.

Runs in a process of its own (``python -m danchu.foundation.files.reading``), with limits on time and memory, because
the readers of PDF and office files are large and the files come from anywhere. ``sandbox.read`` starts it.
"""
