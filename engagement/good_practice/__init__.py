"""What works at providers: what they shared of it, and services that help each other as buddies."""
