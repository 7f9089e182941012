"""How a source finds its value in an answer: a class for each kind of source.

A kind says what it needs of an answer, how its value is read from decoded JSON, which code reads it, and how it is
named in descriptions. A new kind is one file here and one function in `resolvers/declare/source.py`.
"""
