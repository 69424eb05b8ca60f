"""Questions to the person at the keyboard. Commands ask all they need before they write anything."""

from .answer import BACK as BACK
from .asker import answered as answered
from .asker import ask as ask
from .asker import ask_many as ask_many
from .asker import can_ask as can_ask
from .asker import confirm as confirm
from .question import Choice as Choice
from .question import Question as Question
