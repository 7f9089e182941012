"""The files of the repository that are written from the code: `make generated` writes all of them."""
