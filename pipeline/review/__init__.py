"""The local page on which a reviewer decides each difference; every decision goes to the fixture at once."""
