"""One act for everybody who is listed: points by hand, joining the programme, or the come-back voucher."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loyaltui import keys
from loyaltui.core.refused import Refused
from loyaltui.core.reward import point_worth, valued
from loyaltui.core.rule import rule_on
from loyaltui.screens.base import ShopScreen
from loyaltui.screens.codes import Codes
from loyaltui.screens.dialogs import AskText, AskYes
from loyaltui.screens.hearing import Pick, Step
from loyaltui.store import spending
from loyaltui.words import _
from loyaltui.words import for_all as words
from loyaltui.words.points import COME_BACK


@dataclass(frozen=True)
class Plan:
    """What would be done, as a question, and how it is done; it returns what to say afterwards."""

    question: str
    does: Callable[[], str]


async def for_all(screen: ShopScreen, ids: Sequence[int], then: Callable[[], None] = lambda: None) -> None:
    """Ask what it shall be, say whom it concerns and what it costs, and do it at y; `then` once it is done."""
    if not ids:
        screen.tell(_("Nobody is listed."))
        return
    options = words.options(screen.desk.shop.settings)
    key = await screen.app.push_screen_wait(Pick(Step(words.for_whom(len(ids)), options)))
    plans = {"g": gift, "j": joining, "v": vouchers}
    try:
        plan = await plans[key](screen, list(ids)) if key else None
    except Refused as refused:
        screen.refuse(refused)
        return
    if plan is None or not await screen.app.push_screen_wait(AskYes(plan.question)):
        return

    def do() -> None:
        screen.tell(plan.does(), _("^z undo"))
        then()

    screen.attempt(do)


async def gift(screen: ShopScreen, ids: list[int]) -> Plan | None:
    """So many points for each, and why."""
    shop = screen.desk.shop
    settings = shop.settings
    text = await screen.app.push_screen_wait(AskText(words.how_many(len(ids), settings)))
    why = await screen.app.push_screen_wait(AskText(_("Why? It stands in everybody's balance."))) if text else None
    if not text or why is None:
        return None
    points = whole(text)
    if not why.strip():
        raise Refused("bad_gift", points=points)
    worth = point_worth(shop.programme.rewards(), shop.receipts.typical_amount())
    cost = valued(points * len(ids), worth).minor

    def does() -> str:
        spending.give(shop, screen.desk.now(), ids, points, why)
        return words.given(points, len(ids), settings)

    return Plan(words.gift(points, len(ids), cost, settings), does)


def whole(text: str) -> int:
    """A typed number of points; Refused where it is none."""
    sign, bare = ("-", text.strip()[1:]) if text.strip()[:1] in ("-", "−") else ("", text.strip())
    if not (bare.isascii() and bare.isdigit()) or not 0 < len(bare) < 8:
        raise Refused("bad_gift", points=text)
    return int(sign + bare)


async def joining(screen: ShopScreen, ids: list[int]) -> Plan | None:
    """Whoever of them isn't in the programme yet."""
    shop, now = screen.desk.shop, screen.desk.now()
    new = [who for who in ids if shop.members.joined(who) is None]
    if not new:
        screen.tell(_("All of them are in the programme already."))
        return None
    rule = rule_on(shop.programme.rules(), now.day)
    question = words.joining(len(new), len(ids), rule.welcome if rule else 0, shop.settings)
    return Plan(question, lambda: words.joined(shop.members.join(now, new)))


async def vouchers(screen: ShopScreen, ids: list[int]) -> Plan | None:
    """The come-back voucher for whoever of them doesn't hold one."""
    shop, now, settings = screen.desk.shop, screen.desk.now(), screen.desk.shop.settings
    offer = shop.vouchers.come_back()
    without = [who for who in ids if not shop.vouchers.held(who, now.day, COME_BACK)]
    if not without:
        screen.tell(_("All of them hold one already."))
        return None

    def does() -> str:
        given = shop.vouchers.give(now, without, offer, COME_BACK)
        lines = [(shop.customers.get(one.customer_id or 0), one) for one in given]
        screen.app.push_screen(keys.with_keys(Codes, "codes")(screen.desk, lines))
        return words.vouchers_given(len(given))

    return Plan(words.vouchers(len(without), len(ids), offer, settings), does)
