"""What the notes ask, suggest and agree, and where later ones take it up."""
