"""Measurements that are made by hand, each with one command, and the tables they leave."""
