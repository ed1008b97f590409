"""Publishers' files turned into records. One module for each program; none knows a database."""
