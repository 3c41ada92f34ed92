"""``tadqiq schema``: the JSON Schema of the claims document."""

from __future__ import annotations

from ..output import write_stdout


def schema() -> None:
    """Print the JSON Schema of a claims document."""
    import orjson

    from ..claims import Document

    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Document.model_json_schema(by_alias=True)}
    write_stdout([orjson.dumps(described, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)])
