"""`newsx schema`: the JSON Schema of the record."""

from __future__ import annotations

import json

from newsx.cli.output import open_output


def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of the record.

    \b
    Examples:
      newsx schema > newsx.schema.json
      newsx schema | jq '.properties | keys'
    """
    from newsx.write.schema import schema as record_schema

    with open_output(None) as output:
        output.write(json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n")
