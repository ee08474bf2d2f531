"""What a site on the web has and a site on a disk has not: the profile `hosted`.

`plan` looks at everything that can be wrong before anything is written; `host` adds the rest to
the folder that MkDocs has built. The pages in docs/ know nothing of it, so that a bundle and a
private site stay as they are.
"""

from __future__ import annotations

from briefwright.site.hosted.host import host as host
from briefwright.site.hosted.plan import Plan as Plan
from briefwright.site.hosted.plan import plan as plan
