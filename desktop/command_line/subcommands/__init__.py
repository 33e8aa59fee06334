"""The subcommands, a module for each part of the work; each adds its own to the parser."""
