"""A report as the pages it will be printed on."""
