"""What somebody can and wants to do, when, where and with what support."""
