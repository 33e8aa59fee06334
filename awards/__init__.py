"""Proud to Care awards: rounds, nominations, judging, results. From `engagement` it uses only the register."""
