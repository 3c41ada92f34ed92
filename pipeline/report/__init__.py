"""What differs between fixture and extraction, shown: in a terminal, for programs, as one HTML file."""
