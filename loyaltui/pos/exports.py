"""The exports known by name, an entry a till: which headers give it away, which mean what, what an amount is made of.

Only headers read in real exports or in the maker's own documentation stand here; a till that is not in the table is
read by the words of its header and by what stands in its columns.
"""

from loyaltui.pos import exports_counter, exports_online, exports_other
from loyaltui.pos.export import Export

# an amount is a sum of fields; one that stands with a minus is taken off. The first recipe whose fields are all there
# is used; a field in brackets may be missing. "once": it is the whole receipt's, however many rows repeat it
PLAIN_AMOUNT = ("total -[tip] -[gift_card]", "amount", "net [tax]")

# the first whose signature stands in a header
EXPORTS: tuple[Export, ...] = (*exports_counter.EXPORTS, *exports_online.EXPORTS, *exports_other.EXPORTS)
