"""The stages of redaction, a module each; ingest/redact.py runs them."""
