"""Points beside a sale: when a birthday is near enough, and what each bonus is kept as."""

from datetime import date

BIRTHDAY_DAYS = 30  # from the birthday on; judgement: long enough for a monthly guest
BIRTHDAY_EVERY = 335  # days: a bonus late in one year's weeks and one early in the next's

WELCOME = "welcome"
GIVEN_BACK = "given back"  # points of a refunded reward, whose lot had lapsed
GIVEN_BACK_DAYS = 30


def birthday_near(birthday: str, day: int) -> int | None:
    """The year whose birthday was within the last days before this one; None where none was. `birthday`: an ISO date,
    perhaps without its year ("--05-03")."""
    month, dom = int(birthday[-5:-3]), int(birthday[-2:])
    year = date.fromordinal(day).year
    for one in (year, year - 1):
        leap = one % 4 == 0 and (one % 100 != 0 or one % 400 == 0)
        on = date(one, month, 28 if (month, dom) == (2, 29) and not leap else dom).toordinal()
        if on <= day <= on + BIRTHDAY_DAYS:
            return one
    return None
