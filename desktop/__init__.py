"""The program people see: window, pages, dialogs, and the command line. Only this package imports Qt."""
