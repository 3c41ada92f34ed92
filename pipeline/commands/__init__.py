"""The commands of the core: extract, validate, explain, schema. Each module holds one typer function; cli.py lists them."""
