"""Change a record in the text of its file: what is not touched keeps every byte."""

from .changes import Add as Add
from .changes import Change as Change
from .changes import Drop as Drop
from .changes import Order as Order
from .changes import Put as Put
from .changes import Rename as Rename
from .changes import changed as changed
from .edit import edited as edited
