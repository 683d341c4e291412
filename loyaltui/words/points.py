"""Points and rewards in words: what was earned, what is next, what the till has to ring up."""

from collections.abc import Sequence

from loyaltui.core.lots import Lot
from loyaltui.core.outcome import Logged
from loyaltui.core.reward import Choice, Kind, Offer, Reward, Voucher, next_reward, printed
from loyaltui.core.settings import Settings
from loyaltui.words import _, figures

COME_BACK = _("Come back soon")  # what the shop's ready voucher is called
SOON = 30  # days before its last in which a lapse is worth a word
BAR = 10  # characters


def bar(balance: int, reward: Reward) -> str:
    """How far it is to a reward."""
    full = min(BAR, max(0, balance) * BAR // reward.points)
    return "█" * full + "░" * (BAR - full)


def logged(done: Logged, settings: Settings) -> str:
    """One line for a visit, refund or reward: the name, the money, the points."""
    parts = [done.name or _("New card")]
    if done.amount is not None:
        parts.append(figures.money(done.amount, settings))
    elif done.receipt_id is not None:
        parts.append(_("here, the till will say"))
    if done.met:
        parts.append(_("(the till's sale)"))
    if done.earned:
        parts.append(f"{done.earned:+,}")
    parts.append("→ " + figures.points(done.balance, settings))
    if done.outside and not done.earned and done.receipt_id is not None and (done.amount or 0) >= 0:
        parts.append(_("· not in the programme, so nothing was earned"))
    return " ".join(parts)


def after(balance: int, spent: int, settings: Settings) -> str:
    """What is left when a reward is given."""
    return f"{figures.number(balance)} − {figures.number(spent)} = {figures.points(balance - spent, settings)}"


def off(kind: Kind, worth: int, settings: Settings) -> str:
    """What comes off a price: "€3.20", or "10 %"."""
    return f"{worth} %" if kind == "percent" else figures.money(worth, settings)


def ring_up(reward: Reward | None, spent: int, voucher: Voucher | None, settings: Settings) -> str:
    """What to do on the till for what goes with a sale; a credit is no matter of this till."""
    rung = []
    if reward and reward.kind != "credit" and reward.worth:
        rung.append(f"−{off(reward.kind, reward.worth_of(spent), settings)} {reward.name}")
    if voucher:
        worth = off(voucher.kind, voucher.worth, settings)
        rung.append(_("−{worth} voucher {code}").format(worth=worth, code=printed(voucher.code)))
    parts = [_("Ring up on the till: {what}").format(what=", ".join(rung))] if rung else []
    if reward and reward.kind == "item" and not reward.worth:
        parts.append(_("Give: {reward}").format(reward=reward.name))
    return " · ".join(parts)


def later(reward: Reward, spent: int, settings: Settings) -> str:
    """The voucher that a credit will bring; nothing for what is had at once."""
    if reward.kind != "credit":
        return ""
    worth = figures.money(reward.worth_of(spent), settings)
    return _("Brings a voucher: {worth} off, good for {days} days").format(worth=worth, days=reward.days)


def given(done: Logged, today: int, settings: Settings) -> str:
    """What to do now that something was given: on the till, or on paper."""
    parts = [ring_up(done.reward, done.spent, done.voucher, settings)]
    if done.issued:
        parts.append(_("Voucher {what}").format(what=voucher(done.issued, today, settings)))
    return " · ".join(part for part in parts if part)


def voucher(one: Voucher, today: int, settings: Settings) -> str:
    """A voucher by its code, what it brings and when: "K7Q2-9FAB, €5.00 off from tomorrow until 22 February"."""
    until = figures.full_day(one.to_day, today)
    if one.from_day > today:
        since = figures.full_day(one.from_day, today)
        days = _("from {since} until {until}").format(since=since, until=until)
    else:
        days = _("until {until}").format(until=until)
    worth = off(one.kind, one.worth, settings)
    return _("{code}, {worth} off {days}").format(code=printed(one.code), worth=worth, days=days)


def offer(one: Offer, settings: Settings) -> str:
    """The ready voucher: "10 % off within 14 days"."""
    return _("{worth} off within {days} days").format(worth=off(one.kind, one.worth, settings), days=one.days)


def choice(one: Choice, today: int, settings: Settings) -> tuple[str, str]:
    """Something that can be had now, and what it takes or how long it is good."""
    what = one.what
    if isinstance(what, Voucher):
        name = f"−{off(what.kind, what.worth, settings)} {printed(what.code)}"
        return name, _("until {until}").format(until=figures.day(what.to_day, today))
    worth = off(what.kind, what.worth_of(one.points), settings) if what.worth else ""
    later = _(" later") if what.kind == "credit" else ""
    name = f"{what.name} {'' if later else '−'}{worth}{later}" if worth else what.name
    return name, figures.points(one.points, settings)


def choosing(balance: int, choices: Sequence[Choice], settings: Settings) -> str:
    """What can be typed while something is chosen."""
    said = _("{points}: ⏎ gives the one chosen").format(points=figures.points(balance, settings))
    return said + _("; 50 ⏎ spends 50 of them on it") if any(one.divisible for one in choices) else said


def waits(reward: Reward | None, spent: int, voucher: Voucher | None, settings: Settings) -> str:
    """Something was chosen and waits for the rest of the sale; of points that were chosen, what they bring."""
    names = [reward.name] if reward else []
    if reward and spent != reward.points:
        worth = figures.money(reward.worth_of(spent), settings)
        names = [_("{reward} of {worth} for {points}").format(
            reward=reward.name, worth=worth, points=figures.points(spent, settings)
        )]  # fmt: skip
    names += [_("Voucher {code}").format(code=printed(voucher.code))] if voucher else []
    return _("{what} goes with this sale: now the rest, 2.80 ⏎, or just ⏎").format(what=" + ".join(names))


def towards(balance: int, rewards: Sequence[Reward], settings: Settings) -> list[str]:
    """The balance, and how far it is to the next reward."""
    held = figures.points(balance, settings)
    following = next_reward(balance, rewards)
    if following is None:
        return [f"{held} {bar(balance, rewards[-1])}" if rewards else held]
    return [f"{held} {bar(balance, following)} {figures.number(following.points)}", further(balance, following)]


def further(balance: int, reward: Reward) -> str:
    """How far it is to a reward."""
    return _("{n} more: {reward}").format(n=figures.number(reward.points - balance), reward=reward.name)


def lapsing(lot: Lot | None, today: int) -> str:
    """What lapses soon; nothing where nothing does."""
    if lot is None or lot.expires is None or lot.expires - today > SOON:
        return ""
    return _("{n} lapse on {day}").format(n=figures.number(lot.left), day=figures.day(lot.expires, today))


def joined(name: str, welcome: int, settings: Settings) -> str:
    """Somebody is in the programme now."""
    said = _("✓ {name} is in the programme now").format(name=name)
    return f"{said}: +{figures.points(welcome, settings)}" if welcome else said
