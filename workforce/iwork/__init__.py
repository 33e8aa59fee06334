"""i-Work: people with learning disabilities or autism, posts at care providers, and keeping the job."""
