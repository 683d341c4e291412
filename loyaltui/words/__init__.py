"""Sentences with data in them, a room a subject: a value in, a sentence out. Languages become catalogues here."""

import gettext
from pathlib import Path

_catalogue = gettext.translation("loyaltui", Path(__file__).parent / "locale", fallback=True)
_ = _catalogue.gettext
ngettext = _catalogue.ngettext
