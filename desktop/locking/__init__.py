"""What locks the register of i-Work by itself, and keeps what was being typed when it did."""
