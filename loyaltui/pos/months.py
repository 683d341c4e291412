"""The names of months on receipts, in every language that tills are read in. Data only."""

from collections.abc import Mapping
from functools import cache

from loyaltui.core.text import fold

MONTHS = (
    "january february march april may june july august september october november december",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber maerz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "január február marec apríl máj jún júl august september október november december",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "január február március április május június július augusztus szeptember október november december",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
SHORT = {
    "sept": 9,
    "mrt": 3,
    "mrz": 3,
    "mär": 3,
    "lip": 7,
    "cze": 6,
    "čvn": 6,
    "čvc": 7,
    "juil": 7,
    "jui": 6,
    "brez": 3,
}


@cache
def month_numbers() -> Mapping[str, int]:
    """Month name → number, whole or cut to three or four letters where that is one month in every language."""
    found: dict[str, set[int]] = {}
    for language in MONTHS:
        for number, name in enumerate(fold(language).split(), 1):
            for form in {name, name[:3], name[:4]}:
                found.setdefault(form, set()).add(number)
    settled = {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1}
    return {**settled, **{fold(name): number for name, number in SHORT.items()}}


def month_number(word: str) -> int | None:
    """The number of a month named in a cell, None where it is none."""
    name, known = fold(word), month_numbers()
    return known.get(name) or known.get(name[:4]) or known.get(name[:3])
