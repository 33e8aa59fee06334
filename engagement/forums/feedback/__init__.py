"""What people thought of an event: questions, answers typed or taken in from forms, figures, comments and themes."""
