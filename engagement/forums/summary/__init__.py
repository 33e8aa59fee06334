"""What a committee is told of the forums of a quarter or a year: figures without a name in them."""
