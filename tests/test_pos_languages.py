"""Tills nobody has heard of, one for each language: read by their own words, in their own writing, to the cent."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from loyaltui import pos
from loyaltui.core.receipt import Ignored, Receipt
from loyaltui.pos.headings import HEADERS, OTHERS, headers, language_of
from loyaltui.pos.months import month_number
from loyaltui.pos.people import walk_ins
from loyaltui.pos.values import truth
from loyaltui.pos.words import key

Save = Callable[[bytes], Path]
ANN, BOB, NOBODY, BACK, VOID, ALL = range(6)  # what the six rows of every file are
# language → (encoding, currency said by the shop, the file): a sale, a large sale, a walk-in, a refund of the first,
# a sale that never was, and the sum; 12.50 + 1234.50 + 3.20 - 12.50 everywhere, yen without their decimals
TILLS = {
    "en": (
        "utf-8",
        "Sold at,Receipt no,Client,Served by,Cashier email,Sale type,Payment status,Total inc VAT\n"
        "05/03/2026 09:05,A1,Zoe Hart,Kim,kim@shop.example,Sale,Paid,£12.50\n"
        '13/03/2026 10:15,A2,Bob Ng,Kim,kim@shop.example,Sale,Paid,"£1,234.50"\n'
        "13/03/2026 10:20,A3,Walk-in customer,Kim,kim@shop.example,Sale,Paid,£3.20\n"
        "14/03/2026 11:00,A4,Zoe Hart,Kim,kim@shop.example,Return,Paid,£12.50\n"
        "14/03/2026 11:30,A5,Bob Ng,Kim,kim@shop.example,Sale,Declined,£9.00\n"
        ",,,,,,Total,£1237.70\n",
    ),
    "pl": (
        "cp1250",
        "Data i godzina;Nr paragonu;Nabywca;Kasjer;E-mail kasjera;Rodzaj dokumentu;Stan;Do zapłaty\n"
        "05.03.2026 09:05;1/26;Grażyna Wąs;Ewa;ewa@sklep.example;Paragon;OK;12,50 zł\n"
        "13.03.2026 10:15;2/26;Łukasz Żak;Ewa;ewa@sklep.example;Paragon;OK;1 234,50 zł\n"
        "13.03.2026 10:20;3/26;Klient detaliczny;Ewa;ewa@sklep.example;Paragon;OK;3,20 zł\n"
        "14.03.2026 11:00;4/26;Grażyna Wąs;Ewa;ewa@sklep.example;Zwrot;OK;12,50 zł\n"
        "14.03.2026 11:30;5/26;Łukasz Żak;Ewa;ewa@sklep.example;Paragon;nieopłacony;9,00 zł\n"
        ";;;;;;Suma;1 237,70 zł\n",
    ),
    "de": (
        "cp1252",
        "Belegdatum;Uhrzeit;Bon-Nr.;Kunde/Kundin;Bediener;Mitarbeiter E-Mail;Vorgang;Zahlungsstatus;Endbetrag\n"
        "05.03.2026;9:05;1;Jürgen Weiß;Uwe;uwe@laden.example;Verkauf;bezahlt;12,50 €\n"
        "13.03.2026;10:15;2;Zoë Groß;Uwe;uwe@laden.example;Verkauf;bezahlt;1.234,50 €\n"
        "13.03.2026;10:20;3;Laufkunde;Uwe;uwe@laden.example;Verkauf;bezahlt;3,20 €\n"
        "14.03.2026;11:00;4;Jürgen Weiß;Uwe;uwe@laden.example;Rückgabe;bezahlt;12,50- €\n"
        "14.03.2026;11:30;5;Zoë Groß;Uwe;uwe@laden.example;Verkauf;fehlgeschlagen;9,00 €\n"
        ";;;;;;;Summe;1.237,70 €\n",
    ),
    "fr": (
        "cp1252",
        "Date de vente;Heure;N° de ticket;Client(e);Vendeur;E-mail vendeur;Opération;État;Net à payer\n"
        "05/03/2026;9h05;1;Hélène Bœuf;Luc;luc@boutique.example;Vente;réglé;12,50 €\n"
        "13/03/2026;10h15;2;Noël Çà;Luc;luc@boutique.example;Vente;réglé;1 234,50 €\n"
        "13/03/2026;10h20;3;COMPTOIR;Luc;luc@boutique.example;Vente;réglé;3,20 €\n"
        "14/03/2026;11h00;4;Hélène Bœuf;Luc;luc@boutique.example;Remboursement;réglé;12,50 €\n"
        "14/03/2026;11h30;5;Noël Çà;Luc;luc@boutique.example;Vente;impayé;9,00 €\n"
        ";;;;;;;Total général;1 237,70 €\n",
    ),
    "es": (
        "cp1252",
        "Fecha y hora;Nº de ticket;Cliente;Cajero;Correo empleado;Tipo de operación;Estado;Total con IVA\n"
        "05/03/2026 9:05;1;Íñigo Muñoz;Eva;eva@tienda.example;Venta;Pagado;12,50 €\n"
        "13/03/2026 10:15;2;Begoña Peña;Eva;eva@tienda.example;Venta;Pagado;1.234,50 €\n"
        "13/03/2026 10:20;3;Cliente mostrador;Eva;eva@tienda.example;Venta;Pagado;3,20 €\n"
        "14/03/2026 11:00;4;Íñigo Muñoz;Eva;eva@tienda.example;Devolución;Pagado;12,50 €\n"
        "14/03/2026 11:30;5;Begoña Peña;Eva;eva@tienda.example;Venta;Anulado;9,00 €\n"
        ";;;;;;Total general;1.237,70 €\n",
    ),
    "it": (
        "cp1252",
        "Data/ora;N° scontrino;Nominativo;Operatore;E-mail operatore;Causale;Stato documento;Totale da "
        "pagare;Quantità\n"
        "05/03/2026 9.05;1;Nicolò Città;Ugo;ugo@bottega.example;Vendita;ok;12,50;1\n"
        "13/03/2026 10.15;2;Zoè Papà;Ugo;ugo@bottega.example;Vendita;ok;1.234,50;3\n"
        "13/03/2026 10.20;3;Cliente generico;Ugo;ugo@bottega.example;Vendita;ok;3,20;1\n"
        "14/03/2026 11.00;4;Nicolò Città;Ugo;ugo@bottega.example;Reso;ok;-12,50;1\n"
        "14/03/2026 11.30;5;Zoè Papà;Ugo;ugo@bottega.example;Vendita;annullato;9,00;1\n"
        ";;;;;;Totale;1.237,70;\n",
    ),
    "nl": (
        "cp1252",
        "Datum en tijd;Bonnr.;Klantnaam;Verkoper;Medewerker e-mail;Soort;Betaalstatus;Te betalen\n"
        "05-03-2026 09:05;1;Zoë Faÿ;Jan;jan@winkel.example;Verkoop;betaald;€ 12,50\n"
        "13-03-2026 10:15;2;Daniël;Jan;jan@winkel.example;Verkoop;betaald;€ 1.234,50\n"
        "13-03-2026 10:20;3;Losse klant;Jan;jan@winkel.example;Verkoop;betaald;€ 3,20\n"
        "14-03-2026 11:00;4;Zoë Faÿ;Jan;jan@winkel.example;Retour;betaald;€ 12,50\n"
        "14-03-2026 11:30;5;Daniël;Jan;jan@winkel.example;Verkoop;geannuleerd;€ 9,-\n"
        ";;;;;;Eindtotaal;€ 1.237,70\n",
    ),
    "da": (
        "cp1252",
        "Dato;Klokkeslæt;Kvitteringsnr.;Køber;Ekspedient;Medarbejder e-mail;Hændelsestype;Status;I alt inkl. moms\n"
        "05-03-2026;09.05;1;Søren Kjær;Bo;bo@butik.example;Salg;Betalt;12,50 kr.\n"
        "13-03-2026;10.15;2;Åse Bø;Bo;bo@butik.example;Salg;Betalt;1.234,50 kr.\n"
        "13-03-2026;10.20;3;Kontantkunde;Bo;bo@butik.example;Salg;Betalt;3,20 kr.\n"
        "14-03-2026;11.00;4;Søren Kjær;Bo;bo@butik.example;Returnering;Betalt;12,50 kr.\n"
        "14-03-2026;11.30;5;Åse Bø;Bo;bo@butik.example;Salg;Annulleret;9,00 kr.\n"
        ";;;;;;;I alt;1.237,70 kr.\n",
    ),
    "no": (
        "utf-8",
        "Dato;Tid;Bongnr;Kundens navn;Selger;Ansatt e-post;Transaksjonstype;Status;Sum inkl. mva\n"
        "05.03.2026;09:05;1;Øyvind Bø;Bo;bo@butikk.example;Salg;Betalt;kr 12,50\n"
        "13.03.2026;10:15;2;Åse Lie;Bo;bo@butikk.example;Salg;Betalt;kr 1 234,50\n"
        "13.03.2026;10:20;3;Drop-in;Bo;bo@butikk.example;Salg;Betalt;kr 3,20\n"
        "14.03.2026;11:00;4;Øyvind Bø;Bo;bo@butikk.example;Retur;Betalt;kr 12,50\n"
        "14.03.2026;11:30;5;Åse Lie;Bo;bo@butikk.example;Salg;Avvist;kr 9,00\n"
        ";;;;;;;Totalt;kr 1 237,70\n",
    ),
    "sv": (
        "utf-16",
        "Datum och tid\tKvittonummer\tKundens namn\tKassör\tPersonal e-post\tKöptyp\tStatus\tAtt betala\n"
        "2026-03-05 09:05\t1\tÅsa Öberg\tBo\tbo@butik.example\tKöp\tBetald\t12,50 kr\n"
        "2026-03-13 10:15\t2\tPär Äng\tBo\tbo@butik.example\tKöp\tBetald\t1 234,50 kr\n"
        "2026-03-13 10:20\t3\tKontantkund\tBo\tbo@butik.example\tKöp\tBetald\t3,20 kr\n"
        "2026-03-14 11:00\t4\tÅsa Öberg\tBo\tbo@butik.example\tRetur\tBetald\t12,50 kr\n"
        "2026-03-14 11:30\t5\tPär Äng\tBo\tbo@butik.example\tKöp\tMakulerad\t9,00 kr\n"
        "\t\t\t\t\t\tTotalsumma\t1 237,70 kr\n",
    ),
    "pt": (
        "cp1252",
        "Data da venda;Hora;Nº do talão;Nome do cliente;Funcionário;E-mail do vendedor;Operação;Situação;Valor total\n"
        "05/03/2026;09:05;1;João Conceição;Rui;rui@loja.example;Venda;Pago;12,50 €\n"
        "13/03/2026;10:15;2;Inês Simões;Rui;rui@loja.example;Venda;Pago;1.234,50 €\n"
        "13/03/2026;10:20;3;Consumidor final;Rui;rui@loja.example;Venda;Pago;3,20 €\n"
        "14/03/2026;11:00;4;João Conceição;Rui;rui@loja.example;Devolução;Pago;12,50 €\n"
        "14/03/2026;11:30;5;Inês Simões;Rui;rui@loja.example;Venda;Recusado;9,00 €\n"
        ";;;;;;;Total geral;1.237,70 €\n",
    ),
    "cs": (
        "cp1250",
        "Datum prodeje;Čas;Číslo účtenky;Zákazník;Obsluha;E-mail pokladní;Typ dokladu;Stav;Celkem s DPH\n"
        "5. 3. 2026;9:05;1;Jiří Dvořák;Iva;iva@obchod.example;Prodej;Zaplaceno;12,50 Kč\n"
        "13. 3. 2026;10:15;2;Růžena Malá;Iva;iva@obchod.example;Prodej;Zaplaceno;1 234,50 Kč\n"
        "13. 3. 2026;10:20;3;Koncový zákazník;Iva;iva@obchod.example;Prodej;Zaplaceno;3,20 Kč\n"
        "14. 3. 2026;11:00;4;Jiří Dvořák;Iva;iva@obchod.example;Vratka;Zaplaceno;12,50 Kč\n"
        "14. 3. 2026;11:30;5;Růžena Malá;Iva;iva@obchod.example;Prodej;Stornováno;9,- Kč\n"
        ";;;;;;;Celkem;1 237,70 Kč\n",
    ),
    "sk": (
        "cp1250",
        "Dátum predaja;Čas;Číslo bločku;Zákazník;Predavačka;E-mail zamestnanca;Typ dokladu;Stav;Spolu s DPH\n"
        "05.03.2026;9:05;1;Ľudmila Šťastná;Iva;iva@obchod.example;Predaj;Zaplatené;12,50 €\n"
        "13.03.2026;10:15;2;Ján Kováč;Iva;iva@obchod.example;Predaj;Zaplatené;1 234,50 €\n"
        "13.03.2026;10:20;3;Anonymný zákazník;Iva;iva@obchod.example;Predaj;Zaplatené;3,20 €\n"
        "14.03.2026;11:00;4;Ľudmila Šťastná;Iva;iva@obchod.example;Vrátenie;Zaplatené;12,50 €\n"
        "14.03.2026;11:30;5;Ján Kováč;Iva;iva@obchod.example;Predaj;Neuhradené;9,00 €\n"
        ";;;;;;;Spolu;1 237,70 €\n",
    ),
    "ru": (
        "cp1251",
        "Дата чека;Время;№ чека;Покупатель;Кассир;E-mail кассира;Вид операции;Статус;Итого к оплате\n"
        "05.03.2026;9:05;1;Пётр Ильин;Ия;ia@magazin.example;Продажа;Оплачен;12,50 руб.\n"
        "13.03.2026;10:15;2;Юлия Щукина;Ия;ia@magazin.example;Продажа;Оплачен;1 234,50 руб.\n"
        "13.03.2026;10:20;3;Розничный покупатель;Ия;ia@magazin.example;Продажа;Оплачен;3,20 руб.\n"
        "14.03.2026;11:00;4;Пётр Ильин;Ия;ia@magazin.example;Возврат;Оплачен;12,50 руб.\n"
        "14.03.2026;11:30;5;Юлия Щукина;Ия;ia@magazin.example;Продажа;Отменён;9,00 руб.\n"
        ";;;;;;;Итого;1 237,70 руб.\n",
    ),
    "uk": (
        "cp1251",
        "Дата та час;Номер чека;Клієнт;Касир;E-mail касира;Тип операції;Стан;До сплати\n"
        "05.03.2026 9:05;1;Їжак Євген;Ія;ia@kramnytsia.example;Продаж;Сплачено;12,50 грн\n"
        "13.03.2026 10:15;2;Ганна Щур;Ія;ia@kramnytsia.example;Продаж;Сплачено;1 234,50 грн\n"
        "13.03.2026 10:20;3;Роздрібний покупець;Ія;ia@kramnytsia.example;Продаж;Сплачено;3,20 грн\n"
        "14.03.2026 11:00;4;Їжак Євген;Ія;ia@kramnytsia.example;Повернення;Сплачено;12,50 грн\n"
        "14.03.2026 11:30;5;Ганна Щур;Ія;ia@kramnytsia.example;Продаж;Скасовано;9,00 грн\n"
        ";;;;;;Разом;1 237,70 грн\n",
    ),
    "zh": (
        "gb18030",
        "下单时间,订单编号,会员昵称,收银员,收银员邮箱,交易类型,订单状态,实收金额\n"
        "2026年3月5日 9:05,1,王小明,小红,hong@shop.example,销售,已完成,12.50元\n"
        '2026年3月13日 10:15,2,李娜,小红,hong@shop.example,销售,已完成,"1,234.50元"\n'
        "2026年3月13日 10:20,3,散客,小红,hong@shop.example,销售,已完成,3.20元\n"
        "2026年3月14日 11:00,4,王小明,小红,hong@shop.example,退货,已完成,12.50元\n"
        "2026年3月14日 11:30,5,李娜,小红,hong@shop.example,销售,已取消,9.00元\n"
        ",,,,,,合计,1237.70元\n",
    ),
    "tw": (
        "utf-8-sig",
        "結帳時間,單據號碼,會員姓名,服務人員,交易類別,交易狀態,實收金額\n"
        "2026/03/05 09:05,1,陳怡君,小林,銷售,完成,NT$12.50\n"
        '2026/03/13 10:15,2,林志偉,小林,銷售,完成,"NT$1,234.50"\n'
        "2026/03/13 10:20,3,一般客,小林,銷售,完成,NT$3.20\n"
        "2026/03/14 11:00,4,陳怡君,小林,退貨,完成,NT$12.50\n"
        "2026/03/14 11:30,5,林志偉,小林,銷售,已作廢,NT$9.00\n"
        ",,,,,合計,NT$1237.70\n",
    ),
    "ja": (
        "cp932",
        "会計日時,伝票番号,お客様名,レジ担当者,担当者メールアドレス,売上区分,会計状態,お会計金額\n"
        "2026年3月5日 9時05分,1,山田 花子,佐藤,sato@mise.example,売上,会計済,￥1250\n"
        '2026年3月13日 10時15分,2,髙橋 一郎,佐藤,sato@mise.example,売上,会計済,"￥123,450"\n'
        "2026年3月13日 10時20分,3,一般,佐藤,sato@mise.example,売上,会計済,￥３２０\n"
        "2026年3月14日 11時00分,4,山田 花子,佐藤,sato@mise.example,返品,会計済,￥1250\n"
        "2026年3月14日 11時30分,5,髙橋 一郎,佐藤,sato@mise.example,売上,取消済,￥900\n"
        ",,,,,,合計,￥123770\n",
    ),
    "hu": (
        "cp1250",
        "Nyugta dátuma;Időpontja;Nyugtaszám;Vevő neve;Pénztáros;Pénztáros e-mail;Bizonylat típusa;Állapot;Fizetendő\n"
        "2026.03.05.;9:05;1;Szűcs Ödön;Éva;eva@bolt.example;Eladás;Fizetve;12,50 Ft\n"
        "2026.03.13.;10:15;2;Győri Ágnes;Éva;eva@bolt.example;Eladás;Fizetve;1 234,50 Ft\n"
        "2026.03.13.;10:20;3;Alkalmi vevő;Éva;eva@bolt.example;Eladás;Fizetve;3,20 Ft\n"
        "2026.03.14.;11:00;4;Szűcs Ödön;Éva;eva@bolt.example;Visszáru;Fizetve;12,50 Ft\n"
        "2026.03.14.;11:30;5;Győri Ágnes;Éva;eva@bolt.example;Eladás;Sztornózott;9,00 Ft\n"
        ";;;;;;;Összesen;1 237,70 Ft\n",
    ),
    "ro": (
        "utf-8",
        "Data bonului;Ora;Nr. bon;Nume client;Casier;E-mail casier;Tip document;Stare;Total de plată\n"
        "05.03.2026;09:05;1;Ștefan Mușat;Ana;ana@magazin.example;Bon fiscal;Achitat;12,50 lei\n"
        "13.03.2026;10:15;2;Ioana Țurcanu;Ana;ana@magazin.example;Bon fiscal;Achitat;1.234,50 lei\n"
        "13.03.2026;10:20;3;Persoană fizică;Ana;ana@magazin.example;Bon fiscal;Achitat;3,20 lei\n"
        "14.03.2026;11:00;4;Ștefan Mușat;Ana;ana@magazin.example;Retur;Achitat;12,50 lei\n"
        "14.03.2026;11:30;5;Ioana Țurcanu;Ana;ana@magazin.example;Bon fiscal;Neachitat;9,00 lei\n"
        ";;;;;;;Total general;1.237,70 lei\n",
    ),
    "tr": (
        "cp1254",
        "Tarih;Saat;Fiş No;Müşteri Adı;Kasiyer;Kasiyer e-posta;İşlem Türü;Durum;Genel Toplam\n"
        "05.03.2026;09:05;1;Ayşe Yılmaz;Can;can@dukkan.example;Satış;Ödendi;12,50 TL\n"
        "13.03.2026;10:15;2;Çağrı Işık;Can;can@dukkan.example;Satış;Ödendi;1.234,50 TL\n"
        "13.03.2026;10:20;3;Perakende Müşteri;Can;can@dukkan.example;Satış;Ödendi;3,20 TL\n"
        "14.03.2026;11:00;4;Ayşe Yılmaz;Can;can@dukkan.example;İade;Ödendi;12,50 TL\n"
        "14.03.2026;11:30;5;Çağrı Işık;Can;can@dukkan.example;Satış;İptal edildi;9,00 TL\n"
        ";;;;;;;Toplam;1.237,70 TL\n",
    ),
    "fi": (
        "cp1252",
        "Pvm;Klo;Kuitin numero;Asiakkaan nimi;Myyjä;Myyjän sähköposti;Tapahtumatyyppi;Tila;Yhteensä (sis. alv)\n"
        "5.3.2026;9.05;1;Päivi Mäki;Eero;eero@kauppa.example;Myynti;Maksettu;12,50 €\n"
        "13.3.2026;10.15;2;Jyri Hämäläinen;Eero;eero@kauppa.example;Myynti;Maksettu;1 234,50 €\n"
        "13.3.2026;10.20;3;Käteisasiakas;Eero;eero@kauppa.example;Myynti;Maksettu;3,20 €\n"
        "14.3.2026;11.00;4;Päivi Mäki;Eero;eero@kauppa.example;Palautus;Maksettu;12,50 €\n"
        "14.3.2026;11.30;5;Jyri Hämäläinen;Eero;eero@kauppa.example;Myynti;Mitätöity;9,00 €\n"
        ";;;;;;;Yhteensä;1 237,70 €\n",
    ),
    "ko": (
        "cp949",
        "거래일자,거래시간,영수증번호,고객명,담당자,담당자 이메일,거래구분,결제상태,실결제금액\n"
        "2026년 3월 5일,오전 9:05,1,김민준,이서연,lee@store.example,판매,결제완료,1250원\n"
        '2026년 3월 13일,오전 10:15,2,박지우,이서연,lee@store.example,판매,결제완료,"123,450원"\n'
        "2026년 3월 13일,오전 10:20,3,비회원,이서연,lee@store.example,판매,결제완료,320원\n"
        "2026년 3월 14일,오전 11:00,4,김민준,이서연,lee@store.example,환불,결제완료,1250원\n"
        "2026년 3월 14일,오전 11:30,5,박지우,이서연,lee@store.example,판매,결제취소,900원\n"
        ",,,,,,,합계,123770원\n",
    ),
}


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(content: bytes) -> Path:
        path = tmp_path / "sales.csv"
        path.write_bytes(content)
        return path

    return write


@pytest.mark.parametrize("language", TILLS)
def test_a_till_nobody_has_heard_of_is_read_in_its_own_language(save: Save, language: str) -> None:
    codec, text = TILLS[language]
    reading = pos.read(save(text.encode(codec)))
    records = list(reading.records())
    sales = [r for r in records if isinstance(r, Receipt)]
    assert reading.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(codec, codec)
    assert [r.amount for r in sales] == [1250, 123450, 320, -1250]
    assert [r.kind for r in sales] == ["sale", "sale", "sale", "refund"]
    assert [(date.fromordinal(r.day).isoformat(), r.second) for r in sales] == [
        ("2026-03-05", 32700),
        ("2026-03-13", 36900),
        ("2026-03-13", 37200),
        ("2026-03-14", 39600),
    ]
    assert [bool(r.who) for r in sales] == [True, True, False, True]
    assert sales[ANN].who == sales[BACK].who != sales[BOB].who
    assert isinstance(records[VOID], Ignored)
    assert records[ALL] == Ignored(7, "totals_row")


@pytest.mark.parametrize("language", TILLS)
def test_whoever_stands_at_the_till_is_never_taken_for_the_customer(save: Save, language: str) -> None:
    codec, text = TILLS[language]
    reading = pos.read(save(text.encode(codec)))
    assert all(not r.who.email for r in reading.records() if isinstance(r, Receipt) and r.who)
    assert {r.staff for r in reading.records() if isinstance(r, Receipt)} not in ({""}, set())
    assert reading.identity == "name_only"


@pytest.mark.parametrize("language", HEADERS)
def test_every_language_has_words_for_every_column(language: str) -> None:
    assert list(HEADERS[language]) == list(HEADERS["en"])
    assert OTHERS[language]


def test_a_headers_own_language_comes_first() -> None:
    assert language_of(["Datum", "Kvitto", "Belopp", "Kund"]) == "sv"
    assert language_of(["Qwx", "17"]) == ""
    fields = dict(headers("it")[key("Nome")])
    assert fields["first_name"] < 100 <= dict(headers("de")[key("Nome")])["first_name"]
    assert key("Nota") not in headers("it")  # a note in Italian, a receipt in Swedish


@pytest.mark.parametrize(
    ("word", "month"),
    [
        *(("mrt", 3), ("März", 3), ("févr", 2), ("août", 8), ("paź", 10), ("września", 9), ("června", 6)),
        *(("července", 7), ("мая", 5), ("нояб", 11), ("серпня", 8), ("maj", 5), ("Sept", 9), ("dic", 12), ("Dez", 12)),
        *(("Mar", 3), ("marraskuuta", 11), ("Şubat", 2), ("Ağu", 8), ("ianuarie", 1), ("iul.", 7)),
    ],
)
def test_months_are_known_by_name(word: str, month: int) -> None:
    assert month_number(word) == month


@pytest.mark.parametrize("word", ["soon", "jui", "červ", "total"])
def test_a_word_that_could_be_two_months_is_none(word: str) -> None:
    assert month_number(word) is None


def test_yes_and_no_are_understood_in_every_language() -> None:
    assert all(
        truth(word) for word in ("Yes", "ja", "Oui", "Sí", "sim", "Tak", "ano", "Да", "так", "是", "はい", "✓", "1")
    )
    no = ("No", "nein", "Non", "não", "nie", "nej", "ne", "Нет", "ні", "否", "いいえ", "0", "FALSE")
    assert all(truth(word) is False for word in no)
    assert truth("perhaps") is truth("") is None


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Walk-in",
            "Guest",
            "Laufkunde",
            "COMPTOIR",
            "Klient detaliczny",
            "Cliente mostrador",
            "Розничный покупатель",
        ),
        *("Perakende müşteri", "Alkalmi vevő", "Käteisasiakas", "Persoană fizică", "비회원", "일반 고객"),
        *("散客", "一般客", "ゲスト", "Kontantkund", "Consumidor Final", "Cliente occasionale", "Koncový zákazník"),
    ],
)
def test_placeholders_for_nobody_are_known(name: str) -> None:
    assert key(name) in walk_ins()
