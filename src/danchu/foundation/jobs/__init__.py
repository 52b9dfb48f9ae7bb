"""Việc nền: the minute tick and the worker's heartbeat; legal states never wait for them."""
