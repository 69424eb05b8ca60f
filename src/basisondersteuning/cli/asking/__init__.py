"""Questions to the person at the keyboard."""

from .question import Choice as Choice
from .question import Question as Question
from .question import ask as ask
from .question import ask_many as ask_many
from .question import can_ask as can_ask
from .question import confirm as confirm
