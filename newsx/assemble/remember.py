"""An answer about one page kept while its fields are chosen, so that a dozen fields do not find it a dozen times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

About = TypeVar("About")
More = ParamSpec("More")
Answer = TypeVar("Answer")


def remember_last(
    function: Callable[Concatenate[About, More], Answer],
) -> Callable[Concatenate[About, More], Answer]:
    """The function with its last answer kept, for the very same first argument and equal others.

    The first argument is a page or its declarations: it holds dictionaries and cannot be the key of a cache, so it is
    told by identity. One answer is kept, so that no page outlives the next for long.
    """
    last: list[tuple[About, object, Answer]] = []

    @wraps(function)
    def remembering(about: About, /, *args: More.args, **kwargs: More.kwargs) -> Answer:
        more = (args, kwargs)
        for known, with_more, answer in last[:1]:
            if known is about and with_more == more:
                return answer
        answer = function(about, *args, **kwargs)
        last[:] = [(about, more, answer)]
        return answer

    return remembering
