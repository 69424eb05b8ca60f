"""Where `bo` starts. Version and overview are answered before anything heavy is imported."""

from __future__ import annotations

import atexit
import gc
import os
import sys


def main() -> None:
    """Run `bo` with the arguments of the process, and exit with its code."""
    # models and modules stay to the end: looking for garbage among them is a sixth of the time of a short command
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    # pydantic would look through every installed package for plugins: slow, and no code of others belongs here
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from .. import __version__

        print(f"bo {__version__}")
        return
    if arguments[:1] == ["--vul-aan"]:
        from .completing.answer import answer
        from .terminal import utf8_output

        utf8_output()
        answer(arguments[1:])
        return
    if not arguments or arguments in (["--help"], ["-h"]):
        _first_page(asked=bool(arguments))
        return
    try:
        from .app import run

        code = run(arguments)
    except KeyboardInterrupt:  # also while modules are still being imported
        print("bo: onderbroken.", file=sys.stderr)
        code = 130
    sys.exit(code)


def _first_page(*, asked: bool) -> None:
    """All commands where they are `asked` for, else what one can do now in this folder."""
    from .. import __version__
    from .layout import help_width
    from .terminal import utf8_output

    utf8_output()
    if asked:
        from .commands import overview

        print(overview(__version__, help_width()))
    else:
        from .start import look, start_here

        print(start_here(__version__, look(), help_width()))


if __name__ == "__main__":
    main()
