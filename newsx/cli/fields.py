"""The option `--field`, which is the same in all commands."""

from __future__ import annotations

from collections.abc import Sequence

from newsx.errors import OptionError


def chosen(values: Sequence[str]) -> list[str]:
    """The names of fields that these values of the option hold, parted by commas.

    Raises:
        OptionError: there is no field of such a name, or no name at all.

    >>> chosen(["headline, published", "url"])
    ['headline', 'published', 'url']
    """
    if not values:
        return []
    from newsx.write.fields import field_names

    known = field_names()
    names = [name for value in values for part in value.split(",") if (name := part.strip())]
    if not names:
        raise OptionError(f"--field: name one or more of {', '.join(known)}")
    for name in names:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name, known)
            hint = f"did you mean {' or '.join(near)}?" if near else f"the fields are {', '.join(known)}"
            raise OptionError(f"--field: there is no field {name!r}; {hint}")
    return names


def completions(incomplete: str) -> list[str]:
    """What the shell may put in place of a value of which this much is typed."""
    from newsx.write.fields import field_names

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in field_names() if name.startswith(last)]
