"""What an editor sees: findings and verdicts while typing, remedies, and words for a code; the language server of `bo`."""
