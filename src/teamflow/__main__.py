"""`python -m teamflow`."""

import sys

from teamflow.cli import main

sys.exit(main())
