"""What a meeting is for and what it leaves behind: agenda, minutes, decisions and actions."""
