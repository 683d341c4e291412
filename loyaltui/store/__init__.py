"""The shop's file. The only room that speaks SQL, and `Shop` its one door."""

from sqlite3 import DatabaseError

from loyaltui.store.shop import Shop

__all__ = ["DatabaseError", "Shop"]
