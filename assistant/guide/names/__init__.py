"""People, organisations, places and programmes that a document names, by rules over its words."""
