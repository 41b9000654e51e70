"""The web pages. `python -m streamlit run ui/app.py`, or `commonplace ui`."""

from __future__ import annotations

import streamlit as st

from ui.screens import ask, contribute, library, source, withdraw


# The pages stand in screens/: Streamlit takes a folder called pages/ beside this file for pages of another kind, and the
# first address that a fresh server is asked for would be blank.
def main() -> None:
    pages = [
        st.Page(ask.page, title="Commonplace", default=True),
        st.Page(library.page, title="Library", url_path="library"),
        st.Page(contribute.page, title="Contribute", url_path="contribute"),
        st.Page(withdraw.page, title="Withdraw", url_path="withdraw", visibility="hidden"),
        st.Page(source.page, title="Source", url_path="source", visibility="hidden"),
    ]
    # The masthead of ui/frame.py is the navigation: plain links, which the browser's own back button understands.
    st.navigation(pages, position="hidden").run()


if __name__ == "__main__":
    main()
