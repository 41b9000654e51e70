"""Start here: who is who, the words, what has been discussed, when, what to read, made of the documents' own sentences."""
