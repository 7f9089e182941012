"""`python -m lectern_gateway` is the command `gateway`."""

from lectern_gateway import main

if __name__ == "__main__":
    main()
