"""Where the program's own icons and fonts are."""

from pathlib import Path

import resources

PACKAGED = Path(resources.__file__).parent / "packaged"
