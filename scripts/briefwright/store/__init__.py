"""The workspace on disk: strict reading, whole writing, a person's words kept."""
