"""The database: SQLAlchemy Core tables, the engine, the loader and the seed."""
