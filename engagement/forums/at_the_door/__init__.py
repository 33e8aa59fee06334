"""The door: finding somebody in a queue, checking in and out, the log, the sheet to sign."""
