"""The read side: a function for each question, returning typed rows. It knows no HTTP."""
