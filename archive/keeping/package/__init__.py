"""The package in which a dossier is handed to the state archive. Basis: RFC 8493；DA/T 46-2009."""

from archive.keeping.package.bag import digest_of, faults_of
from archive.keeping.package.make import Moment, Packaged, make, names_in

__all__ = ["Moment", "Packaged", "digest_of", "faults_of", "make", "names_in"]
