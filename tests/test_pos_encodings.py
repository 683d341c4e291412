"""Old files in old code pages: which one it was is told by what is written in them, never guessed in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Garbled, Profile, Receipt, Rejected, Who
from loyaltui.core.refused import Refused
from loyaltui.pos.encoding import encoding_of
from loyaltui.store import Shop
from loyaltui.words import imports as words
from tests.conftest import NOW

Save = Callable[[bytes], Path]
FILES = {  # what a till of that country writes → the code page it writes it in
    "Polish words": ("cp1250", "Data sprzedaży;Kwota;Klient\n02.03.2026;4,20;Łukasz Żółć\n"),
    "Polish names under plain headers": ("cp1250", "Data;Klient;Kwota\n02.03.2026;Grażyna Żółkiewska;1\n"),
    "one Polish name": ("cp1250", "Date;Customer;Amount\n02.03.2026;Paweł Nowak;1\n02.03.2026;Ann;1\n"),
    "Polish ś and ź": ("cp1250", "Data;Towar;Klient;Kwota\n02.03.2026;Śledź;Jaś Woźniak;1\n"),
    "Czech words": ("cp1250", "Datum;Zákazník;Částka\n02.03.2026;Jiří Dvořák;120,00 Kč\n"),
    "Czech names under plain headers": ("cp1250", "Datum;Klient;Celkem\n02.03.2026;Růžena Němcová;1\n"),
    "Slovak words": ("cp1250", "Dátum;Zákazník;Čiastka\n02.03.2026;Ľudmila Šťastná;1,20\n"),
    "Hungarian names": ("cp1250", "Date;Customer;Amount\n02.03.2026;Erdős Győző;1\n02.03.2026;Szűcs Ágnes;1\n"),
    "German words": ("cp1252", "Datum;Kunde;Währung;Betrag\n02.03.2026;Jürgen Weiß;EUR;1,20\n"),
    "French words": ("cp1252", "Date;Prénom;Catégorie;Montant\n02/03/2026;Hélène;Pâtisserie;1,20 €\n"),
    "French names under plain headers": ("cp1252", "Date;Client;Total\n13/03/2026;Thérèse Lefèvre;1,20 €\n"),
    "French œ": ("cp1252", "Date;Article;Client;Total\n13/03/2026;Bœuf;Noël Œillet;1\n"),
    "Spanish words": ("cp1252", "Fecha;Teléfono;Cliente;Importe\n13/03/2026;600;Íñigo Muñoz;1,20\n"),
    "Italian words": ("cp1252", "Data;Quantità;Cliente;Importo\n13/03/2026;1;Nicolò Città;1,20\n"),
    "Portuguese words": ("cp1252", "Data;Cartão;Cliente;Preço\n13/03/2026;1;João Conceição;1,20\n"),
    "Danish words": ("cp1252", "Dato;Kunde;Beløb\n13-03-2026;Søren Kjær;1,20\n"),
    "Swedish words": ("cp1252", "Datum;Kund;Värde\n2026-03-13;Åsa Öberg;1,20\n"),
    "Dutch names": ("cp1252", "Datum;Klant;Bedrag\n13-03-2026;Zoë Coëlho;1,20\n"),
    "Russian words": ("cp1251", "Дата;Покупатель;Сумма\n13.03.2026;Пётр Ильин;1 234,50\n"),
    "Russian names under English headers": ("cp1251", "Date;Customer;Amount\n13.03.2026;Яна;1,20\n"),
    "Ukrainian words": ("cp1251", "Дата;Клієнт;Сума\n13.03.2026;Їжакевич Євген;1,20\n"),
    "Japanese words": ("cp932", "取引日時,会員名,合計\n2026/03/13 14:05,山田 太郎,1240\n"),
    "Japanese kana": ("cp932", "Date,Customer,Total\n2026/03/13,さとう ミキ,1240\n"),
    "Chinese words": ("gb18030", "下单时间,会员昵称,实收款\n2026-03-13,小红,12.40\n"),
    "Chinese names under English headers": ("gb18030", "Date,Customer,Total\n2026-03-13,王小明,12.40\n"),
    "Korean words": ("cp949", "거래일시,고객명,결제금액\n2026-03-13 14:05,김민준,12400\n"),
    "Korean names under English headers": ("cp949", "Date,Customer,Total\n2026-03-13,박지우,12400\n"),
    "rare Chinese characters": ("gb18030", "日期,顾客,金额\n2026-03-13,㐂鑫淼,12.40\n"),
    "a euro sign and nothing else": ("cp1252", "Date;Customer;Amount\n2026-03-13;Ann;1,20 €\n"),
    "a curled quote and nothing else": ("cp1252", "Date;Customer;Amount\n2026-03-13;Ann’s;1,20\n"),
    "English with borrowed accents": ("cp1252", "Date,Customer,Item,Amount\n2026-03-13,Renée,Crème brûlée,1.20\n"),
}


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(content: bytes) -> Path:
        path = tmp_path / "sales.csv"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("what", FILES)
def test_an_old_files_letters_tell_how_it_was_written(save: Save, what: str) -> None:
    codec, text = FILES[what]
    found = encoding_of(save(text.encode(codec)))
    assert (found.name, found.odd) == (codec, 0)
    assert text.encode(codec).decode(found.codec) == text


@pytest.mark.parametrize("what", FILES)
def test_the_same_file_in_unicode_is_unicode(save: Save, what: str) -> None:
    _, text = FILES[what]
    for codec, name, bom in (("utf-8", "utf-8", False), ("utf-8-sig", "utf-8", True), ("utf-16", "utf-16-le", True)):
        assert encoding_of(save(text.encode(codec)))[::2] == (name, bom)


@pytest.mark.parametrize("what", ["Russian words", "Japanese words", "Chinese words", "Polish words"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen_in_any_writing(save: Save, what: str, codec: str) -> None:
    assert encoding_of(save(FILES[what][1].encode(codec))).name == codec


def test_one_broken_byte_does_not_make_a_whole_file_an_old_one(save: Save) -> None:
    text = "Date;Customer;Amount\n13.03.2026;Łukasz Żółć;1\n14.03.2026;Zoë;1\n".encode()
    found = encoding_of(save(text + b"15.03.2026;Ren\xe9e;1\n"))
    assert (found.name, found.odd) == ("utf-8", 1)
    assert encoding_of(save(b"\xef\xbb\xbf" + text + b"15.03.2026;Ren\xe9e;1\n")) == ("utf-8", "utf-8-sig", True, 1)


def test_a_broken_byte_costs_only_its_own_letter(save: Save) -> None:
    text = "Date;Customer;Amount\n13.03.2026;Łukasz Żółć;1\n".encode() + b"15.03.2026;Ren\xe9e;1\n"
    names = [r.who.name for r in pos.read(save(text)).records() if isinstance(r, Receipt) and r.who]
    assert names == ["Łukasz Żółć", "Ren\ufffde"]


def test_a_broken_byte_far_down_a_long_file_is_counted(save: Save) -> None:
    rows = "13.03.2026;Łukasz;1\n" * 60_000
    assert encoding_of(save(f"Date;Customer;Amount\n{rows}".encode() + b"14.03.2026;Ren\xe9;1\n")).odd == 1


def test_an_old_file_is_known_though_its_first_foreign_letter_comes_late(save: Save) -> None:
    rows = "Data;Klient;Kwota\n" + "13.03.2026;Anna;1\n" * 90_000 + "13.03.2026;Paweł Wąs;1\n"
    assert encoding_of(save(rows.encode("cp1250"))).name == "cp1250"


def test_letters_that_fit_no_language_are_refused_not_guessed(save: Save) -> None:
    greek = "Date;Customer;Amount\n13.03.2026;Γιώργος Παπαδόπουλος;1\n".encode("cp737")
    for content in (greek, b"Date,Name,Amount\n2026-03-02,\x81\x8d,4\n"):
        with pytest.raises(Refused) as no:
            encoding_of(save(content))
        assert no.value.code == "encoding_unknown"


def test_a_mark_that_lies_is_refused(save: Save) -> None:
    with pytest.raises(Refused) as no:
        encoding_of(save(b"\xef\xbb\xbf" + "Date;Kunde;Betrag\n13.03.2026;Jürgen Weiß;1\n".encode("cp1252")))
    assert no.value.code == "encoding_broken"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("koi8-r", "Пётр Иванов"),
        ("cp1251", "Пётр Иванов"),
        ("cp1253", "Γιώργος Παπαδόπουλος"),
        ("iso8859-7", "Ελένη Ανδρέου"),
        ("iso8859-15", "Jörg Groß €"),
        ("cp1252", "Jörg Groß €"),
    ],
)
def test_names_of_the_same_bytes_in_several_old_writings_are_read_in_the_right_one(
    tmp_path: Path, codec: str, name: str
) -> None:
    path = tmp_path / "sales.csv"
    path.write_bytes(f"Date,Receipt,Customer,Total\n2026-03-02,17,{name},4.00\n".encode(codec))
    (receipt,) = pos.read(path).records()
    assert isinstance(receipt, Receipt) and receipt.who and receipt.who.name == name


def test_two_broken_bytes_in_a_small_file_spoil_no_other_name(tmp_path: Path) -> None:
    path = tmp_path / "sales.csv"
    rows = "Date,Receipt,Customer,Total\n2026-03-02,17,Zoë,4.00\n2026-03-02,18,".encode() + b"B\xff\xfeo,1.00\n"
    path.write_bytes(rows)
    reading = pos.read(path)
    assert reading.encoding == "utf-8"
    assert [r.who.name for r in reading.records() if isinstance(r, Receipt) and r.who] == ["Zoë", "B\ufffd\ufffdo"]


HALF = b"\xed\xa0\xbd"  # what some programs leave of a smile they cut in two
HEADER = "Date,Receipt,Customer,Email,Item,Total\n"


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}2026-03-02,17,Zoë,,Tea,4.00\n".encode()
        + b"2026-03-02,18,Bo,,Cake "
        + HALF
        + b",1.00\n2026-03-02,19,Al,,Tea,2.00\n",
        (
            HEADER + "2026-03-02,17,Zoë,,Tea,4.00\n2026-03-02,18,Bo,,Cake \ud83d,1.00\n2026-03-02,19,Al,,Tea,2.00\n"
        ).encode("utf-16", "surrogatepass"),
    ],
    ids=["utf-8", "utf-16"],
)
def test_a_row_with_half_a_letter_is_rejected_with_its_line_and_the_rest_is_read(save: Save, content: bytes) -> None:
    records = list(pos.read(save(content)).records())
    assert [r for r in records if not isinstance(r, Receipt)] == [Rejected(3, "unreadable_text")]
    assert [(r.line, r.amount) for r in records if isinstance(r, Receipt)] == [(2, 400), (4, 200)]


def test_rows_with_broken_letters_come_in_and_the_report_says_which_lines(save: Save, shop: Shop) -> None:
    rows = b"2026-03-02,17,Ren\xe9e,,Tea,4.00\n2026-03-02,18,Zo\xc3\xab,,Tea,1.00\n2026-03-02,19,,,T\xffa,2.00\n"
    report = shop.imports.take_in(NOW, "may.csv", pos.read(save(HEADER.encode() + rows)))
    assert (report.visits, report.anonymous_receipts, report.rejected, report.garbled) == (2, 1, [], [2, 4])
    said = words.details(report, shop.settings)
    assert "Letters that can't be read stand in lines 2, 4: they are shown as �." in said


def test_an_address_that_lost_a_letter_tells_nobody_from_another(save: Save) -> None:
    rows = b"2026-03-02,17,Zo\xc3\xab,zo\xffe@example.com,Tea,4.00\n2026-03-02,18,Bo,zo\xfee@example.com,Tea,1.00\n"
    people = [r.who for r in pos.read(save(HEADER.encode() + rows)).records() if isinstance(r, Receipt)]
    assert people == [Who(name="Zoë"), Who(name="Bo")]


def test_a_list_of_customers_says_its_broken_letters_too(save: Save) -> None:
    rows = b"Zo\xc3\xab,zoe@example.com,1990-01-31\nB\xffo,bo@example.com,\n" + HALF + b",al@example.com,\n"
    records = pos.read(save(b"Name,Email,Birthday\n" + rows)).records()
    assert sorted((r.line, type(r)) for r in records if not isinstance(r, Profile)) == [(3, Garbled), (4, Rejected)]
