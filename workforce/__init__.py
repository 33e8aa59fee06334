"""The workforce: the recruitment survey, training and grants, i-Work. From `engagement` it uses only the register."""
