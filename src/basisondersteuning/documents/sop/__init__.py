"""The school support profile (SOP) as a document that parents and partners can read."""
