"""The letters that languages write beside a to z, and how often: what tells one code page from another. Data only."""

from collections.abc import Mapping

# language: letters beside a to z, the commonest group first, groups cut by blanks
PAGES: Mapping[str, Mapping[str, str]] = {
    "cp1252": {
        "en": "é èêëüöäçñáíóï àâåøæôîúãõìòùûÿßœšž",
        "de": "üäö ß é èáàóôñç",
        "nl": "éë ïèöü êàóçáäô",
        "fr": "é èà êçôâ îûùëïœ üöäæÿñ",
        "es": "óíñ áéú üºª¿¡ ç",
        "it": "àèìò ùé òîº óá",
        "pt": "ãçé íáõó êúâàôºª ü",
        "ca": "àéó çèíòú ïü·",
        "da": "øåæ é öäüáèóô",
        "no": "åøæ é òôèêäöü",
        "sv": "äåö é üáèøæ",
        "fi": "äö å éüšž",
        "is": "áíðóæ þúýöé",
        "et": "äõüö šž é",
    },
    "cp1250": {
        "pl": "łóżę ąśćń ź éüöäáčšž",
        "cs": "áíéěčř ůšžýú ňťďó äöüľôł",
        "sk": "áíčéúýžš ľťôňóäď ŕĺ ěřůöü",
        "hu": "éáöő óüíú ű äčšž",
        "ro": "ăîâşţ é áöüș",
        "hr": "čšžć đ éöüá",
        "sl": "čšž ćđ éöüá",
    },
    "cp1254": {"tr": "ışğüçöİ â î"},
    "cp1251": {
        "ru": "оеаинтсрвлкмдпу яыьгзбчйхжшюцщэфё ъ",
        "uk": "оаинвітерсклудмп язьбгйчхцїжшюєщф ґ",
        "bg": "аеиотнрсвдлкп бзгямучщжхъцшюфй ьѝ",
        "sr": "аиоенрсјтдукмвлп згбчжшцхњљ ћђџф",
    },
    "cp1253": {"el": "αοιετσνηυρ πκμλςάίόέή θγδχύφώβξζψ ϊϋΐΰ"},
}
LETTERS: Mapping[str, Mapping[str, str]] = {
    **PAGES,
    "iso8859-2": PAGES["cp1250"],
    "iso8859-15": PAGES["cp1252"],
    "koi8-r": {"ru": PAGES["cp1251"]["ru"]},
}
TIERS = (4, 3, 2, 1)  # points of a letter by its group
STRANGE = -4  # points of a letter the language doesn't have
# signs that stand beside letters without a word said against them
BESIDE = frozenset("’‘“”„«»‹›–—…•·°ºª№©®™\xad")


def points(letters: str) -> Mapping[str, int]:
    """Letter → its points in a language."""
    groups = letters.split()
    return {letter: tier for group, tier in reversed(list(zip(groups, TIERS, strict=False))) for letter in group}
