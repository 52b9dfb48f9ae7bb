"""Biểu mẫu của công khai: shape only; what the law allows is the services' business."""
