"""A filled .docx read back into cells."""
