"""Claims in the forms of other tools, and back from one of them."""
