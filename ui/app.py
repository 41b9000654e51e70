"""The web pages. `python -m streamlit run ui/app.py`, or `commonplace ui`."""

from __future__ import annotations

import streamlit as st

from ui.screens import ask, book, contribute, gaps, guide, library, meeting, mentions, open_questions, source, withdraw


# The pages stand in screens/: Streamlit takes a folder called pages/ beside this file for pages of another kind, and the
# first address that a fresh server is asked for would be blank.
def main() -> None:
    pages = [
        st.Page(ask.page, title="Commonplace", default=True),
        st.Page(guide.page, title="Start here", url_path="start"),
        st.Page(mentions.page, title="Mentions", url_path="mentions", visibility="hidden"),
        st.Page(library.page, title="Library", url_path="library"),
        st.Page(meeting.page, title="Before a meeting", url_path="meeting"),
        st.Page(open_questions.page, title="Open questions", url_path="open-questions", visibility="hidden"),
        st.Page(gaps.page, title="What people could not find", url_path="gaps", visibility="hidden"),
        st.Page(book.page, title="Book", url_path="book"),
        st.Page(contribute.page, title="Contribute", url_path="contribute"),
        st.Page(withdraw.page, title="Withdraw", url_path="withdraw", visibility="hidden"),
        st.Page(source.page, title="Source", url_path="source", visibility="hidden"),
    ]
    # The masthead of ui/frame.py is the navigation: plain links, which the browser's own back button understands.
    st.navigation(pages, position="hidden").run()


if __name__ == "__main__":
    main()
