"""A public web address to the bytes that stand there.

Whoever gives an address chooses where this machine connects to. So only public places are asked, on the web's own two
ports: each name is looked up once, every address that it has must be public, and the connection goes to that very address;
what the site sends on to is checked in the same way. No proxy stands between, and nothing is sent but the request.

web.py        the door: an address -> its bytes, and where they came from
address.py    an address in its parts
public.py     which IP addresses are public
deadline.py   all of it within one time
answer.py     what the site answers, and what kind of file that is
"""

from ingest.fetch.public import is_public
from ingest.fetch.web import Fetched, Web, fetch

__all__ = ["Fetched", "Web", "fetch", "is_public"]
