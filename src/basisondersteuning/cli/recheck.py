"""`bo escalate --bewijs`: make earlier verdicts again from their receipts."""

from __future__ import annotations

import json
import sys
from datetime import date

from ..casework.recheck import NoReceipt, Rechecker, read_receipts
from ..casework.recheck_text import recheck_data, recheck_lines, summary
from ..findings.paint import folded
from .app import FINDINGS, FINE, USAGE
from .options import Format
from .terminal import painter, say, width


def recheck(path: str, format: Format) -> int:
    """Check every receipt in a file. Exit code 1 when anything is not as it was."""
    try:
        receipts = read_receipts(path)
    except NoReceipt as error:
        say(f"bo escalate: {path}: {error}")
        return USAGE
    checker = Rechecker(path, date.today())
    results = [checker.check(one) for one in receipts]
    write = sys.stdout.write
    if format in (Format.JSON, Format.JSONL):
        from ..findings.render_json import VERSION

        data = [recheck_data(one) for one in results]
        if format is Format.JSON:
            write(json.dumps({"versie": VERSION, "bewijzen": data}, ensure_ascii=False, indent=1) + "\n")
        else:
            write("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in data))
    else:
        paint, columns = painter(), width()
        for one in results:
            write("".join(f"{line}\n" for line in recheck_lines(one, paint, columns)))
            if one.findings:
                from ..findings.render_text import text

                write("\n".join(text(finding, paint, columns) for finding in one.findings) + "\n")
        write("\n".join(folded(summary(results), columns, "")) + "\n")
    return FINE if all(one.confirmed for one in results) else FINDINGS
