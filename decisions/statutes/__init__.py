"""The numbers of the law: dated, layered profiles, read from files and resolved for a place."""

from decisions.statutes.law import Law, law
from decisions.statutes.length import Length
from decisions.statutes.problems import BadProfiles, Problem
from decisions.statutes.profile import Profile, Trust, Value
from decisions.statutes.resolution import Entry, Trail, Verdict
from decisions.statutes.shelf import profiles

__all__ = [
    "BadProfiles", "Entry", "Law", "Length", "Problem", "Profile", "Trail", "Trust", "Value",
    "Verdict", "law", "profiles",
]  # fmt: skip
