"""The gate between the composed pages and the site: no line passes that its facts do not bear out.

It reads the Markdown with its own eyes, rendered as a reader sees it, and knows nothing of what the
templates were given. The door is `prove`; it touches no disk.
"""

from briefwright.gate.ledger import Ledger as Ledger
from briefwright.gate.ledger import ledger as ledger
from briefwright.gate.prove import Proof as Proof
from briefwright.gate.prove import Refusal as Refusal
from briefwright.gate.prove import prove as prove
from briefwright.gate.quotes import QuoteVerdict as QuoteVerdict
