"""Where `bo` starts. Version and overview are answered before anything heavy is imported."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run `bo` with the arguments of the process, and exit with its code."""
    # pydantic would look through every installed package for plugins: slow, and no code of others belongs here
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from .. import __version__

        print(f"bo {__version__}")
        return
    if not arguments or arguments in (["--help"], ["-h"]):
        from .. import __version__
        from .commands import overview
        from .terminal import utf8_output

        utf8_output()
        print(overview(__version__))
        return
    try:
        from .app import run

        code = run(arguments)
    except KeyboardInterrupt:  # also while modules are still being imported
        print("bo: onderbroken.", file=sys.stderr)
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
