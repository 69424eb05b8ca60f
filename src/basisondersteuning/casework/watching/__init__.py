"""Watching a caseload: what changed in a folder since it was last looked at, and what that changes for a pupil."""
