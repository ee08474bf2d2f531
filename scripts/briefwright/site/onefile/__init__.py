"""A brief as one file that needs nothing else: HTML to hand on, PDF to print.

It is made of the composed pages that passed the gate, and shows their words and no others of the
facts: the brief, then the evidence page of each of its articles, to which the citations lead. The
door is `one_file`; `print_pdf` puts it on paper.
"""

from briefwright.site.onefile.document import Frame as Frame
from briefwright.site.onefile.document import one_file as one_file
from briefwright.site.onefile.document import one_file_of_each as one_file_of_each
from briefwright.site.onefile.paper import Paper as Paper
from briefwright.site.onefile.paper import print_pdf as print_pdf
