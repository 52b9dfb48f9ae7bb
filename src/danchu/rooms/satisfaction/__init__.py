"""Hài lòng — dân thụ hưởng: three faces and a sentence after a service or an answer (điểm a khoản 2 Điều 35).

No account and no trace of who rated; a rating has no states: given, it stays. Results are shown by service and month,
from five ratings up; the sentences are read by the ward's officers alone.
"""
