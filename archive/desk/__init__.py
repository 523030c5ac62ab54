"""The auditor's desk: persons and their acts, samples, verifications, reading, marked copies."""
