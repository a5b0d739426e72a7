"""What the 办法 says: profile (dated parameters), calendar, deadlines, authority. Data in schemas/, no number here."""
