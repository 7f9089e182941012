"""The kinds of sources, one class each. A kind declares the needed parts of an answer, reads its value from decoded
JSON, writes the code that reads it, and names it in descriptions. A new kind is one file here and one function in
`resolvers/declare/source.py`.
"""
