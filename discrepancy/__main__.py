"""`python -m discrepancy`: the command."""

import sys

from discrepancy.cli import main

sys.exit(main())
