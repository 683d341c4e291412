"""The names of months and weekdays on receipts, in every language that tills are read in. Data only."""

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
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
SHORT = {
    "sept": 9,
    "mar": 3,
    "mrt": 3,
    "mrz": 3,
    "mär": 3,
    "lip": 7,
    "cze": 6,
    "čvn": 6,
    "čvc": 7,
    "juil": 7,
    "brez": 3,
}

WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon pn wt śr czw cz pt sob sb nd niedz ndz "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim le "
    "lunes martes miércoles jueves viernes sábado domingo mar mié jue vie sáb dom "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica gio "
    "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
    "seg ter qua qui sex "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo "
    "mandag tirsdag onsdag torsdag fredag lørdag søndag man tir ons tor tors fre lør søn ti on to lø sø "
    "måndag tisdag lördag söndag mån tis lör sön "
    "pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne "
    "pondelok utorok streda štvrtok piatok nedeľa ut št pi "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "hétfő kedd szerda csütörtök péntek szombat vasárnap "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz "
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ke pe la su "
    "luni marți miercuri joi vineri sâmbătă duminică "
    "понеділок вівторок середа четвер субота неділя нд"
)


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


def weekdays() -> list[str]:
    """The names of weekdays and their short forms, the longest first."""
    return sorted(set(fold(WEEKDAYS).split()), key=lambda name: (-len(name), name))
