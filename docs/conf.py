"""Sphinx: the pages are plain Markdown that reads on GitHub too; the reference comes from the docstrings."""

project = "discrepancy"
author = "the discrepancy contributors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "discrepancy"
html_show_copyright = False
html_show_sourcelink = False

myst_heading_anchors = 3  # links to headings work as they do on GitHub
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_use_ivar = True
