"""Gold stories: articles about one story, with what a careful fact-checker would say of their numbers."""
