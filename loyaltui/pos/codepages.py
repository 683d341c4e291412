"""Which old code page a file was written in, told by its letters and words: most bytes are valid in all of them.

A page earns points for header words of a language written in it and for that language's letters, and loses some for
what no till writes: letters the language lacks, signs inside words, two scripts or capitals in the middle of a word.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import pairwise

from loyaltui.pos.alphabets import BESIDE, HANGUL, LETTERS, STRANGE, points
from loyaltui.pos.headings import languages
from loyaltui.pos.words import key

PAGES = (
    "cp1252",
    "cp1250",
    "cp1251",
    "cp932",
    "gb18030",
    "cp949",
    "iso8859-2",
    "cp1254",
    "iso8859-15",
    "cp1253",
    "koi8-r",
)  # of two that fit alike the first is taken
NOT_LATIN = ("cp1251", "cp1253", "koi8-r")
EASTERN = {"cp932": "ja", "gb18030": "zh", "cp949": "ko"}
WORDS_LOOKED_AT = 5000
HEADER_LINES = 60
KNOWN, KNOWN_ASCII = 12, 2  # points of a header word; one in ASCII says only the language
UNREADABLE, ODD_SHAPE, TWO_SCRIPTS, UNSPEAKABLE = -8, -3, -6, -6
COMMON, RARE, NEVER = 4, -1, -6  # points of an East Asian character
COMMON_HANGUL = 5  # its bytes are common in Chinese, too, but not the other way round
LONG_RUN = 5  # letters beyond a to z in a row; "żółć" has four
RUN = re.compile(r"[^\W\d_\x00-\x7f]{3,}")
NO_SIGN = re.compile("[\x80-\x9f\ufffd¤─-■⌠⌡≈≤≥]")  # no till writes them; "¤" is the euro of iso8859-15
WORD = re.compile(r"[^\s\x00-\x40\[-`{-\x7f]+")  # letters, with what stands between them
BESIDE_SMALL = re.compile(r"[a-z](?=[\u3040-\uffdf])|[\u3040-\uffdf](?=[a-z])")
SPLIT = re.compile(r"(?<=[^\W\d_])[„“”«»‹›…•®©™№](?=[^\W\d_])")
CONSONANTS = re.compile(r"[бвгджзйклмнпрстфхцчшщьъ]{5,}", re.IGNORECASE)
CELL = re.compile(r'[,;\t|\r\n"]+')
PLAIN_EAST = frozenset("、。・ー（）「」『』：；／％＃￥～，．－＋＆！？＊々〆“”—…·○●※【】《》　")


def best_page(sample: bytes, head: bytes) -> str:
    """The code page that lines with odd bytes and a file's first lines speak for; empty where none fits."""
    won, _, page = max((fitness(page, sample, head), -place, page) for place, page in enumerate(PAGES))
    return page if won >= 0 else ""


def fitness(page: str, sample: bytes, head: bytes) -> int:
    """How well a code page fits, in the language it fits best; below 0 more speaks against it than for."""
    text = sample.decode(page, "replace")
    found = [word for word in dict.fromkeys(WORD.findall(text)) if not word.isascii()][:WORDS_LOOKED_AT]
    said = header_points(head.decode(page, "replace"))
    signs = Counter(ch for word in found for ch in word if not ch.isascii())
    broken = UNREADABLE * sum(signs.pop(sign) for sign in [*signs] if NO_SIGN.match(sign))
    if page in EASTERN:
        mixed = sum(len(BESIDE_SMALL.findall(word)) for word in found)
        return broken + eastern(page, signs) + TWO_SCRIPTS * mixed + said[EASTERN[page]]
    western = {language: said[language] + spelled(points(text), signs) for language, text in LETTERS[page].items()}
    return broken + shapes(found, latin=page not in NOT_LATIN) + max(western.values())


def words_known(page: str, head: bytes) -> int:
    """What the header words of any one language say for a code page, or for UTF-8."""
    return max(header_points(head.decode(page, "replace")).values(), default=0)


def spelled(letters: Mapping[str, int], signs: Mapping[str, int]) -> int:
    """What a language's letters say about the ones found."""
    total = 0
    for sign, times in signs.items():
        low = sign.lower()
        total += times * (letters[low] if low in letters else STRANGE if sign.isalpha() else 0)
    return total


def shapes(found: Iterable[str], latin: bool) -> int:
    """What the shape of words says against a code page."""
    total = 0
    for word in found:
        total += STRANGE * len(SPLIT.findall(word))
        if latin:
            total += sum(ODD_SHAPE if len(run) < LONG_RUN else UNSPEAKABLE * len(run) for run in RUN.findall(word))
        else:
            total += TWO_SCRIPTS * any(ch.isascii() and ch.isalpha() for ch in word)
            total += UNSPEAKABLE * sum(map(len, CONSONANTS.findall(word)))
        for one, two in pairwise(word):
            if one.islower() and two.isupper() and not (one.isascii() and two.isascii()):
                total += ODD_SHAPE if latin else UNREADABLE
            elif one.isalpha() != two.isalpha() and not {one, two} & BESIDE:
                total += STRANGE
    return total


def eastern(page: str, signs: Mapping[str, int]) -> int:
    """What the commonness of East Asian characters says about a code page."""
    return sum(times * eastern_points(page)(sign) for sign, times in signs.items())


@cache
def eastern_points(page: str) -> Callable[[str], int]:
    """The points of a character in one of the East Asian code pages."""
    if page == "cp949":
        return korean_points
    common, rare = {"cp932": ((0x889F, 0x9872), (0x989F, 0xEAA4)), "gb18030": ((0xB0A1, 0xD7F9), (0xD8A1, 0xF7FE))}[
        page
    ]

    def of(sign: str) -> int:
        if sign in PLAIN_EAST or "\uff10" <= sign <= "\uff5a":
            return 0 if sign in PLAIN_EAST else 1
        if "\uff61" <= sign <= "\uff9f":  # half-width kana: every byte of other pages looks like one
            return -1
        if "\u3040" <= sign <= "\u30ff":
            return COMMON if page == "cp932" else RARE
        code = sign.encode(page, "replace")
        number = int.from_bytes(code, "big") if len(code) == 2 else 0
        if common[0] <= number <= common[1]:
            return COMMON
        return RARE if rare[0] <= number <= rare[1] and sign.isalpha() else NEVER

    return of


def korean_points(sign: str) -> int:
    """The points of a character in the Korean code page."""
    if sign in PLAIN_EAST or "\uff10" <= sign <= "\uff5a":
        return 0
    return COMMON_HANGUL if sign in HANGUL else RARE if sign.isalpha() else NEVER


def header_points(head: str) -> Counter[str]:
    """Language → what the header words in a file's first lines say for it."""
    lines = head.splitlines()[:HEADER_LINES]
    total: Counter[str] = Counter()
    for cell in {cell.strip() for line in lines for cell in CELL.split(line) if len(cell) <= 60}:
        for language in languages().get(key(cell), ()):
            total[language] += KNOWN_ASCII if cell.isascii() else KNOWN
    return total
