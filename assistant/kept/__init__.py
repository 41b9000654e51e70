"""What cannot be made again from the documents: withdrawals, reviews, gaps, feedback, agendas, books, in `records.db`."""
