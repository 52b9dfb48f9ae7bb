"""Địa bàn: province, ward (the tenant), khu phố; each with validity dates and predecessors."""
