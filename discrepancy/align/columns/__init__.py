"""The heavy work of the alignment for many claims at once, in columns; numpy is loaded for it, and for it alone.

Each module gives what a plain one gives for few: `nearest` the articles near to each (`blocking.articles`), `pairs` the
match weights of the first look (`compare`) with the words shared (`overlaps`). A test holds each to its plain one.
"""
