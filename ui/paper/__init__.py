"""Documents to hand round: a Paper, and its writers (Markdown, Word, a page that prints)."""
