"""People on the i-Work register: who they are, what they agreed to, why and how long they are held."""
