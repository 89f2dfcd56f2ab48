"""Text → drafts of figures, statements and reports: spans and words, article by article."""
