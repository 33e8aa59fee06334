"""The parts of checking an answers file: its columns as questions, what is known again, likely or looks wrong."""
