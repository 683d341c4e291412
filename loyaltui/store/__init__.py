"""The shop's file. The only room that speaks SQL, and `Shop` its one door."""

from loyaltui.store.shop import Shop

__all__ = ["Shop"]
