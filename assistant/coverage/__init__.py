"""Before a meeting: topics -> what the documents hold on each, and what was asked and not taken up."""
