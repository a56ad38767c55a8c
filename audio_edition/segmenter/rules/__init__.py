"""The named rules of the segmenter, one module for each kind of rule.

In names and docstrings, "chrome" is all that a page prints besides its story: menus, notices, sign-ups, teasers.
"""
