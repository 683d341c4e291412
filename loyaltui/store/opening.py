"""What to ask somebody who is here: an opener when one is due, and what may be written down at any moment."""

from typing import TYPE_CHECKING, NamedTuple

from loyaltui.core.moment import Moment
from loyaltui.core.outreach import Contact
from loyaltui.core.question import Question, Reply, hearing, is_rush, may_ask, question
from loyaltui.core.why import NOBODY_ASKED
from loyaltui.store.contacts import greeting
from loyaltui.store.readings import Reading

if TYPE_CHECKING:
    from loyaltui.store.shop import Shop

LATELY = 60  # days after which nobody remembers that we wrote
LEAST_DAYS = 3  # days with a visit: whoever is new is let alone


class Opening(NamedTuple):
    """`question`: what to ask now, None where nothing is due; `replies`: all that may be written down; `complaint`: one
    is open, and it is no moment for questions; `greeting`: why to say a word; `contacted`: when we last wrote."""

    question: Question | None
    replies: tuple[Reply, ...]
    complaint: bool = False
    greeting: Contact | None = None
    contacted: int | None = None


def opening(shop: "Shop", now: Moment, reading: Reading) -> Opening:
    """What to ask somebody now: at most one question a visit, one in so many days, none in a rush."""
    settings, standing = shop.settings, reading.standing
    why = standing.why if standing else NOBODY_ASKED
    asked = question(why, now.day, settings.weights)
    replies = hearing(asked, why, settings.hidden_reasons)
    who = reading.facts.customer_id
    done = (one.day for one in shop.outcomes.of(who, now.day) if one.kind == "done" and now.day - one.day <= LATELY)
    contacted = next(done, None)
    if asked == "apologise":
        return Opening(None, replies, True, None, contacted)
    due = standing is not None and standing.visit_days >= LEAST_DAYS
    if due:
        last = shop.answers.last_asked(who, now.day)
        due = may_ask(now.day, last, settings.ask_every)
        due = due and not is_rush(shop.receipts.times_on(now.day), now.second or 0)
    return Opening(asked if due else None, replies, False, greeting(shop, now, reading), contacted)
