"""Learning a shop's rhythm from its customers: the numbers of the model under which what happened was likeliest.

Small shops have few customers, so every number leans on a prior until the visits say otherwise.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from math import exp, fsum, inf, lgamma, log

from loyaltui.core.rhythm import Model, Visits, chance_back, horizon, typical_gap

Theta = Sequence[float]  # ln r, ln alpha, ln a, ln b
Corner = tuple[float, list[float]]  # a value of the function, and where
Tally = Mapping[int, Sequence[tuple[float, float, int]]]  # x: (tx, days since the last visit, customers alike)

CENTRE = (0.8, 1.1, 0.4, 1.5)  # r, alpha · k in typical gaps, a, b: medians of log-normal priors
SPREAD = (0.5, 0.5, 1.0, 1.0)  # their standard deviations, in logs
WILDEST = 20.0  # of a theta; nobody's customers are out there, and exp() stays finite
ENOUGH = 800  # customers; more move the fit less than its own doubt
FEWEST = 5  # customers to fit anything to
FEWEST_TO_CHOOSE = 30  # customers to tell stages apart by
FEWEST_OF_EACH = 5  # who came back, who did not
STAGES = (1, 2, 3)
STAGE_PRICE = 0.01  # log-loss that each further stage must win
PATIENCE = 600  # steps of the search; a shop needs about 100
CLOSE = 1e-6  # nats between the corners of a search that has found its place
CLOSE_ENOUGH = 1e-2  # to compare numbers of stages, whose price is ten nats for a thousand customers
SUREST = 1e-6  # no forecast counts as surer than this


def tally(rows: Iterable[Visits]) -> Tally:
    """Equal customers counted, by x, in a fixed order: the same rows in any order are the same tally."""
    alike = sorted(Counter(rows).items())
    by_x = groupby(alike, key=lambda entry: entry[0].x)
    return {x: [(row.tx, row.T - row.tx, count) for row, count in entries] for x, entries in by_x}


def negative_log_likelihood(theta: Theta, customers: Tally, k: int) -> float:
    """How unlikely the visits are under theta, in nats, in the tally's unit of time (Batislam et al. 2007).

    Complete for k = 1; for more stages the factors of the gaps that no theta changes are left out.
    """
    if max(map(abs, theta)) > WILDEST:
        return inf
    r, alpha, a, b = map(exp, theta)
    shared = r * log(alpha) - lgamma(r) - lgamma(b) + lgamma(a + b)
    total = 0.0
    for x, alike in customers.items():
        n = r + k * x
        gone = a / (b + x)
        of_x = shared + lgamma(n) + lgamma(b + x + 1) - lgamma(a + b + x + 1)
        second, third = n * (k > 1), n * (n + 1) / 2 * (k > 2)
        for tx, away, count in alike:  # some 160,000 times a fit: rhythm.outlast written out, for at most 3 stages
            start = alpha + tx
            end = start + away
            part = away / end
            still = min(1.0, (1.0 + part * (second + part * third)) * (start / end) ** n)
            total += count * (of_x + log(still + gone) - n * log(start))
    return -total


def negative_log_posterior(theta: Theta, customers: Tally, k: int) -> float:
    """`negative_log_likelihood` and the prior's doubt of theta; the tally in typical gaps."""
    doubt = fsum(((t - m) / sd) ** 2 / 2 for t, m, sd in zip(theta, prior_centre(k), SPREAD, strict=True))
    return negative_log_likelihood(theta, customers, k) + doubt


def prior_centre(k: int) -> tuple[float, float, float, float]:
    """The theta that nothing known leads to, times in typical gaps."""
    r, alpha, a, b = CENTRE
    return log(r), log(alpha / k), log(a), log(b)


def minimise(f: Callable[[Theta], float], start: Theta, step: float = 0.4, close: float = CLOSE) -> Theta:
    """Where f is smallest near `start` (Nelder and Mead 1965); ends when the corners differ by less than `close`."""
    first = [list(start)] + [[v + step * (i == j) for j, v in enumerate(start)] for i in range(len(start))]
    corners = sorted((f(point), point) for point in first)
    for _ in range(PATIENCE):
        if corners[-1][0] - corners[0][0] < close:
            break
        tried = better_corner(f, corners)
        if tried[0] < corners[-1][0]:
            corners[-1] = tried
        else:
            best = corners[0][1]
            nearer = [[(b + v) / 2 for b, v in zip(best, point, strict=True)] for _, point in corners[1:]]
            corners[1:] = [(f(point), point) for point in nearer]
        corners.sort()
    return corners[0][1]


def better_corner(f: Callable[[Theta], float], corners: Sequence[Corner]) -> Corner:
    """A try to replace the worst of these sorted corners: it mirrored at the others' centre, farther out or nearer."""
    worst_value, worst = corners[-1]
    centre = [sum(column) / len(worst) for column in zip(*(point for _, point in corners[:-1]), strict=True)]

    def beyond(reach: float) -> Corner:
        point = [c + reach * (c - w) for c, w in zip(centre, worst, strict=True)]
        return f(point), point

    mirrored = beyond(1.0)
    if mirrored[0] < corners[0][0]:
        return min(mirrored, beyond(2.0))
    if mirrored[0] < corners[-2][0]:
        return mirrored
    return min(mirrored, beyond(0.5 if mirrored[0] < worst_value else -0.5))


def fit(rows: Sequence[Visits], k: int, close: float = CLOSE) -> Model:
    """The likeliest model of k stages for these customers (days); the prior's centre with fewer than 5 of them.
    `close`: nats by which it may miss the very likeliest."""
    G = typical_gap(rows)
    theta: Theta = prior_centre(k)
    if len(rows) >= FEWEST:
        customers = tally(Visits(x, tx / G, T / G) for x, tx, T in evenly(sorted(rows)))
        theta = minimise(lambda theta: negative_log_posterior(theta, customers, k), theta, close=close)
    r, alpha, a, b = map(exp, theta)
    return Model(G, k, r, alpha * G, a, b)


def evenly(rows: Sequence[Visits]) -> Sequence[Visits]:
    """At most 800 of these rows, evenly spaced."""
    if len(rows) <= ENOUGH:
        return rows
    return [rows[(2 * i + 1) * len(rows) // (2 * ENOUGH)] for i in range(ENOUGH)]


def log_loss(model: Model, rows: Sequence[Visits], came_back: Sequence[bool], h: float) -> float:
    """How badly a model foretold who would come back within `h` days: mean surprise in nats per customer."""
    chances = (min(max(chance_back(model, row, h), SUREST), 1 - SUREST) for row in rows)
    return -fsum(log(p if back else 1 - p) for p, back in zip(chances, came_back, strict=True)) / len(rows)


def choose_k(earlier_rows: Sequence[Visits], came_back: Sequence[bool], h: float) -> int:
    """The stages that best foretell the last `h` days, learnt from the visits before them.

    `earlier_rows`: customers as of today − h; `came_back`: for each, whether they visited since.
    """
    fewer = min(sum(came_back), len(came_back) - sum(came_back))
    if len(earlier_rows) < FEWEST_TO_CHOOSE or fewer < FEWEST_OF_EACH:
        return 1
    price = {
        k: log_loss(fit(earlier_rows, k, CLOSE_ENOUGH), earlier_rows, came_back, h) + STAGE_PRICE * k for k in STAGES
    }
    return min(STAGES, key=price.__getitem__)


def learn(rows: Sequence[Visits], earlier_rows: Sequence[Visits], came_back: Sequence[bool]) -> Model:
    """The shop's model as of today, for customers in days; `earlier_rows` as of one horizon of `rows` ago."""
    return fit(rows, choose_k(earlier_rows, came_back, horizon(typical_gap(rows))))
