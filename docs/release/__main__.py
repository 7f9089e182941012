"""Makes the files of a release: `python -m docs.release VERSION`."""

import sys
from datetime import UTC, datetime

from docs.release.release import ReleaseError, release

if __name__ == "__main__":
    try:
        release(sys.argv[1] if len(sys.argv) == 2 else "", datetime.now(UTC).date())
    except ReleaseError as error:
        sys.exit(f"release: {error}")
    print("Look at the difference, commit it, and tag the commit:")
    print(f"  git commit --all --message 'Release {sys.argv[1]}' && git tag v{sys.argv[1]}")
