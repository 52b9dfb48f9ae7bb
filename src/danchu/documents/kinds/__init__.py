"""Các loại văn bản: the fields and words of each paper, in the order of the procedure."""
