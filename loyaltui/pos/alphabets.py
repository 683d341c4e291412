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
HANGUL = frozenset(  # the commonest syllables of names, goods and receipts; of 2,350 others a random text has most
    "가각간감강개거건결겸경계고곡공과곽관광교구국군권규균금기길김나남내녀년노농누능니다단담당대덕도독돈동두드득들"
    "등라락란람랑래량려력련령로록론료루류륜르름리린림립마만말맘매맥면명모목무묵문물미민밀바박반발방배백번범법변별"
    "병보복본봉부북분불브비빈빵사산삼상새생서석선설섭성세소속손솔송수숙순술숨숭스습승시식신실심쌀아악안알암애액야"
    "약양어언엄업에여역연열염엽영예오옥온올옹완왕외요용우욱운울웅원월위유육윤율은을음응의이익인일임입잎자작잔장재"
    "저적전절점정제조존종좌주죽준줄중즈증지직진집차찬참창채책처천철청체초촌총최추축춘출충취치친카칼캐커컵케코쿠쿨"
    "크키타탁탕태택터텔토통투트특티파판팔페편평포표푸품프플피필하학한할함합항해행향허헌혁현협형혜호홍화환황회효후"
    "훈휘휴흥희히"
)
TIERS = (4, 3, 2, 1)  # points of a letter by its group
STRANGE = -4  # points of a letter the language doesn't have
# signs that stand beside letters without a word said against them
BESIDE = frozenset("’‘“”„«»‹›–—…•·°ºª№©®™\xad")


def points(letters: str) -> Mapping[str, int]:
    """Letter → its points in a language."""
    groups = letters.split()
    return {letter: tier for group, tier in reversed(list(zip(groups, TIERS, strict=False))) for letter in group}
