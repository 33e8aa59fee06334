"""Who nominates, who is nominated, and who never is."""
