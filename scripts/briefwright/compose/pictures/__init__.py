"""Pictures drawn when the site is built, as SVG that needs no script and no font of its own.

Lengths across are percentages and letters have a fixed size, so that a picture can be read on a
phone and on paper. Colours come from the style sheet through classes, and none carries a meaning
alone. Every word in a picture is escaped, and the gate reads it like a cell of a table.
"""
