"""The i-Work page: its register is a locked file of its own, and what it shows is there only while that is open."""
