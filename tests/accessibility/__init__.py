"""What is claimed of accessibility, and what it rests on."""
