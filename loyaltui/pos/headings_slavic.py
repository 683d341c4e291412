"""Header words of tills in Polish, Czech, Slovak, Russian and Ukrainian: field → words, the surest first. Data only."""

from collections.abc import Mapping

HEADERS: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "date": (
            "data sprzedaży, data transakcji, data paragonu, data wystawienia, data zakupu, data wizyty, "
            "data zamówienia, data płatności, data dokumentu, data, data i godzina, data godzina, data i czas, "
            "data/godzina, dzień, data wyst, data sprz, data i godzina sprzedaży, sprzedano, data zapłaty"
        ),
        "time": "godzina, czas, godzina sprzedaży, godz, godzina transakcji, godz sprzedaży, czas transakcji",
        "total": "razem brutto, do zapłaty, razem do zapłaty, razem, suma brutto, wartość brutto, łącznie, "
        "kwota razem, suma paragonu, ogółem",
        "amount": "kwota brutto, brutto, kwota, zapłacono, kwota zapłacona, kwota sprzedaży, suma, obrót, utarg, "
        "wartość, cena brutto, cena",
        "net": "netto, kwota netto, wartość netto, suma netto, razem netto",
        "tax": "vat, kwota vat, podatek, podatek vat, suma vat, ptu",
        "discount": "rabat, upust, zniżka, kwota rabatu",
        "tip": "napiwek, napiwki, kwota napiwku, napiwek kwota",
        "gift_card": "sprzedaż kart podarunkowych, sprzedaż bonów, doładowanie karty",
        "refunded": (
            "kwota zwrotu, zwrócono, zwrócona kwota, zwrot, zwroty, wartość zwrotu, wartość zwrotów, suma zwrotów, "
            "zwrócone"
        ),
        "currency": "waluta",
        "customer": "klient, kontrahent, nabywca, kupujący, klientka, odbiorca, gość, pacjent, osoba",
        "customer_id": "numer klienta, nr klienta, id klienta, kod klienta, nr kontrahenta, kod kontrahenta, "
        "id kontrahenta, identyfikator klienta",
        "name": "nazwa klienta, imię i nazwisko, nazwisko i imię, imię i nazwisko klienta, nazwa kontrahenta, "
        "nazwa nabywcy",
        "first_name": "imię, imię klienta",
        "last_name": "nazwisko, nazwisko klienta",
        "email": "e mail klienta, email klienta, e mail, email, adres e mail, adres email, mail, poczta",
        "phone": (
            "telefon klienta, tel klienta, telefon, nr telefonu, numer telefonu, telefon komórkowy, komórka, tel, "
            "tel kom, nr tel, telefon kontaktowy, nr tel kom, komórka klienta"
        ),
        "card": (
            "karta klienta, nr karty klienta, numer karty klienta, karta stałego klienta, karta lojalnościowa, "
            "nr karty lojalnościowej, numer karty lojalnościowej, nr karty, numer karty, nr karty stałego klienta, "
            "numer karty stałego klienta, karta rabatowa, nr karty rabatowej, karta nr"
        ),
        "receipt": (
            "nr paragonu, numer paragonu, paragon, nr dokumentu, numer dokumentu, dokument, nr transakcji, "
            "numer transakcji, id transakcji, nr rachunku, numer rachunku, rachunek, nr faktury, numer faktury, "
            "faktura, nr zamówienia, numer zamówienia, nr dok, numer dok, sprzedaż, nr sprzedaży, transakcja, nr zam"
        ),
        "payment": "id płatności",
        "staff": "kasjer, kasjerka, sprzedawca, sprzedawczyni, pracownik, obsługa, kelner, kelnerka, operator, "
        "użytkownik, wystawił",
        "item": "towar, produkt, nazwa towaru, nazwa produktu, artykuł, usługa, nazwa, asortyment",
        "category": "kategoria, grupa, grupa towarowa, dział",
        "quantity": "ilość, szt, liczba, sztuk",
        "unit_price": "cena jednostkowa, cena jedn, cena szt, cena za szt, cena jednostkowa brutto, cj",
        "type": (
            "typ dokumentu, rodzaj dokumentu, typ transakcji, rodzaj transakcji, typ, rodzaj, operacja, typ dok, "
            "rodzaj dok, typ paragonu, rodzaj paragonu, rodzaj sprzedaży, typ sprzedaży"
        ),
        "status": (
            "status, stan, status płatności, status zamówienia, status paragonu, stan płatności, stan zamówienia, "
            "stan dokumentu, stan paragonu, status transakcji, status dokumentu, status sprzedaży, wynik"
        ),
        "birthday": "data urodzenia, urodziny, data ur",
        "marketing": "zgoda marketingowa, zgody marketingowe, zgoda, marketing, newsletter, rodo",
        "email_marketing": "zgoda e mail, zgoda email, zgoda na e mail, zgoda na newsletter",
        "sms_marketing": "zgoda sms, zgoda na sms",
        "other": (
            "forma płatności, sposób płatności, metoda płatności, płatność, rodzaj płatności, sklep, oddział, kasa, "
            "nr kasy, numer kasy, stanowisko, punkt sprzedaży, uwagi, notatka, notatki, komentarz, opis, kod, "
            "kod towaru, kod kreskowy, ean, indeks, stawka vat, reszta, wpłacono, adres, ulica, miasto, miejscowość, "
            "kod pocztowy, kraj, firma, stolik, e mail pracownika, e mail kasjera, punkty, nip, lp, status dostawy, "
            "stan dostawy, status wysyłki"
        ),
    },
    "cs": {
        "date": (
            "datum prodeje, datum účtenky, datum transakce, datum nákupu, datum objednávky, datum platby, "
            "datum vystavení, datum, datum a čas, datum čas, den, vytvořeno, prodáno, zaplaceno dne"
        ),
        "time": "čas, hodina, čas prodeje",
        "total": "celkem s dph, celková částka, celkem k úhradě, k úhradě, k zaplacení, celkem, cena celkem, součet",
        "amount": "částka s dph, částka, zaplaceno, uhrazeno, zaplacená částka, tržba, suma, hodnota, cena s dph, cena",
        "net": "částka bez dph, celkem bez dph, bez dph, základ daně, základ, cena bez dph, mezisoučet",
        "tax": "dph, částka dph, daň",
        "discount": "sleva, slevy, výše slevy",
        "tip": "spropitné, dýško, tuzér",
        "gift_card": "prodej dárkových poukazů, prodané poukazy, dobití karty",
        "refunded": "vrácená částka, vráceno, refundováno, vratka, vratky, refundace, vrácené, částka vratky",
        "currency": "měna",
        "customer": "zákazník, klient, odběratel, kupující, zákaznice, host, člen",
        "customer_id": "číslo zákazníka, id zákazníka, kód zákazníka, č zákazníka, zákaznické číslo, číslo klienta, "
        "id klienta",
        "name": "jméno zákazníka, jméno a příjmení, příjmení a jméno, celé jméno, název zákazníka",
        "first_name": "jméno, křestní jméno",
        "last_name": "příjmení",
        "email": "e mail zákazníka, email zákazníka, e mail, email, emailová adresa, mail",
        "phone": "telefon zákazníka, telefon, telefonní číslo, tel číslo, mobil, mobilní telefon, tel",
        "card": (
            "zákaznická karta, číslo zákaznické karty, věrnostní karta, číslo věrnostní karty, klubová karta, "
            "číslo karty zákazníka, karta zákazníka, číslo karty, č karty, věrnostní karta číslo, věrnostní číslo"
        ),
        "receipt": (
            "číslo účtenky, č účtenky, účtenka, číslo dokladu, č dokladu, doklad, paragon, číslo paragonu, "
            "číslo faktury, faktura, číslo objednávky, objednávka, id transakce, číslo transakce, id účtenky, č účt, "
            "prodej, číslo prodeje, č prodeje, transakce, č transakce"
        ),
        "payment": "id platby",
        "staff": "pokladní, prodavač, prodavačka, prodejce, zaměstnanec, obsluha, číšník, servírka, uživatel",
        "item": "zboží, položka, produkt, název zboží, název produktu, název položky, artikl, služba, název",
        "category": "kategorie, skupina, skupina zboží, oddělení",
        "quantity": "množství, počet, ks, kusů, počet ks",
        "unit_price": "jednotková cena, cena za kus, cena za ks, cena ks, cena za jednotku",
        "type": (
            "typ dokladu, typ účtenky, typ transakce, druh dokladu, typ, druh, operace, typ prodeje, druh prodeje, "
            "druh transakce"
        ),
        "status": (
            "stav, status, stav platby, stav objednávky, stav dokladu, stav účtenky, stav prodeje, stav transakce, "
            "status platby, výsledek"
        ),
        "birthday": "datum narození, narozeniny, narození",
        "marketing": "souhlas s marketingem, marketingový souhlas, souhlas, newsletter, marketing, gdpr",
        "email_marketing": "souhlas e mail, zasílat e maily, zasílat newsletter",
        "sms_marketing": "souhlas sms, zasílat sms",
        "other": (
            "způsob platby, způsob úhrady, forma úhrady, typ platby, platba, prodejna, pobočka, provozovna, pokladna, "
            "číslo pokladny, poznámka, poznámky, popis, kód, kód zboží, čárový kód, ean, sazba dph, sazba, "
            "vráceno zpět, adresa, ulice, město, psč, země, firma, stůl, e mail pokladní, e mail zaměstnance, body, "
            "ičo, dič, stav doručení, stav dodání"
        ),
    },
    "sk": {
        "date": (
            "dátum predaja, dátum dokladu, dátum transakcie, dátum nákupu, dátum objednávky, dátum platby, "
            "dátum vystavenia, dátum, dátum a čas, dátum čas, deň, predané, zaplatené dňa"
        ),
        "time": "čas, hodina, čas predaja",
        "total": "spolu s dph, celková suma, na úhradu, k úhrade, celkom, spolu, celkom s dph, cena spolu",
        "amount": "suma s dph, suma, čiastka, zaplatené, uhradené, tržba, hodnota, cena s dph, cena",
        "net": "suma bez dph, spolu bez dph, bez dph, základ dane, základ, cena bez dph, medzisúčet",
        "tax": "dph, suma dph, daň",
        "discount": "zľava, zľavy, výška zľavy",
        "tip": "sprepitné, prepitné, tringelt",
        "gift_card": "predaj darčekových poukážok, predané poukážky",
        "refunded": "vrátená suma, vrátené, vratka, vratky, refundácia, refundované, suma vratky",
        "currency": "mena",
        "customer": "zákazník, klient, odberateľ, kupujúci, zákazníčka, hosť, člen",
        "customer_id": "číslo zákazníka, id zákazníka, kód zákazníka, č zákazníka, zákaznícke číslo, číslo klienta",
        "name": "meno zákazníka, meno a priezvisko, priezvisko a meno, celé meno, názov zákazníka",
        "first_name": "meno, krstné meno",
        "last_name": "priezvisko",
        "email": "e mail zákazníka, email zákazníka, e mail, email, emailová adresa",
        "phone": "telefón zákazníka, telefón, telefónne číslo, tel číslo, mobil, mobilný telefón, tel",
        "card": (
            "zákaznícka karta, číslo zákazníckej karty, vernostná karta, číslo vernostnej karty, klubová karta, "
            "karta zákazníka, číslo karty zákazníka, číslo karty, č karty, vernostné číslo"
        ),
        "receipt": (
            "číslo bločku, bloček, číslo pokladničného dokladu, číslo dokladu, č dokladu, doklad, účtenka, "
            "číslo účtenky, číslo faktúry, faktúra, číslo objednávky, objednávka, id transakcie, číslo transakcie, "
            "č bločku, predaj, číslo predaja, č predaja, transakcia, č transakcie"
        ),
        "payment": "id platby",
        "staff": "pokladník, pokladníčka, predavač, predavačka, predajca, zamestnanec, obsluha, čašník, čašníčka, "
        "používateľ",
        "item": "tovar, položka, produkt, názov tovaru, názov produktu, názov položky, služba, názov",
        "category": "kategória, skupina, skupina tovaru, oddelenie",
        "quantity": "množstvo, počet, ks, kusov, počet ks",
        "unit_price": "jednotková cena, cena za kus, cena za ks, cena ks",
        "type": (
            "typ dokladu, typ transakcie, druh dokladu, typ, druh, operácia, typ predaja, druh predaja, "
            "druh transakcie, typ bločku"
        ),
        "status": (
            "stav, status, stav platby, stav objednávky, stav dokladu, stav bločku, stav predaja, stav transakcie, "
            "status platby, výsledok"
        ),
        "birthday": "dátum narodenia, narodeniny",
        "marketing": "súhlas s marketingom, marketingový súhlas, súhlas, newsletter, marketing, gdpr",
        "email_marketing": "súhlas e mail, súhlas s e mailom",
        "sms_marketing": "súhlas sms",
        "other": (
            "spôsob platby, spôsob úhrady, forma úhrady, typ platby, platba, predajňa, pobočka, prevádzka, "
            "pokladnica, pokladňa, číslo pokladne, poznámka, poznámky, popis, kód, kód tovaru, čiarový kód, ean, "
            "sadzba dph, sadzba, výdavok, adresa, ulica, mesto, psč, krajina, firma, stôl, e mail pokladníka, body, "
            "ičo, dič, stav doručenia, stav dodania"
        ),
    },
    "ru": {
        "date": (
            "дата продажи, дата чека, дата операции, дата заказа, дата покупки, дата оплаты, дата визита, "
            "дата документа, дата, дата и время, дата время, дата/время, день, период, дата и время продажи, "
            "дата закрытия, продано"
        ),
        "time": "время, время продажи, время чека, время операции, час, время оплаты, время закрытия",
        "total": "итого, всего, итого к оплате, к оплате, итоговая сумма, общая сумма, сумма чека, сумма итого, "
        "итого с ндс, сумма к оплате",
        "amount": "сумма со скидкой, сумма с учетом скидки, сумма оплаты, сумма продажи, сумма заказа, "
        "сумма операции, сумма с ндс, сумма, оплачено, выручка, оборот, стоимость, продажи, цена",
        "net": "сумма без ндс, без ндс, итого без ндс, нетто",
        "tax": "ндс, сумма ндс, налог",
        "discount": "скидка, сумма скидки, скидки",
        "tip": "чаевые, сумма чаевых, чаевые сумма",
        "gift_card": "продажа сертификатов, продажа подарочных карт, пополнение карты, пополнение счета",
        "refunded": "сумма возврата, возвращено, возврат, возвраты, возвращенная сумма, сумма возвратов",
        "currency": "валюта",
        "customer": "клиент, покупатель, контрагент, заказчик, гость, посетитель, пациент",
        "customer_id": "код клиента, номер клиента, id клиента, ид клиента, № клиента, код контрагента, "
        "код покупателя, id покупателя, номер покупателя",
        "name": (
            "имя клиента, фио клиента, фио, фио покупателя, имя покупателя, наименование клиента, имя и фамилия, "
            "фамилия и имя, фамилия имя, фамилия имя отчество, полное имя, наименование контрагента, "
            "наименование покупателя"
        ),
        "first_name": "имя",
        "last_name": "фамилия",
        "email": "e mail клиента, email клиента, почта клиента, электронная почта, эл почта, почта, e mail, email, "
        "емейл, адрес электронной почты",
        "phone": (
            "телефон клиента, телефон покупателя, номер телефона, телефон, мобильный телефон, мобильный, тел, "
            "сотовый, контактный телефон, моб телефон, моб тел, моб, тел моб, номер мобильного"
        ),
        "card": (
            "карта клиента, номер карты клиента, карта лояльности, номер карты лояльности, дисконтная карта, "
            "номер дисконтной карты, бонусная карта, номер бонусной карты, накопительная карта, клубная карта, карта, "
            "номер карты, № карты, карта №, код карты"
        ),
        "receipt": (
            "номер чека, № чека, чек, чек №, номер документа, № документа, документ, номер заказа, № заказа, заказ, "
            "номер операции, id операции, id чека, номер продажи, номер накладной, номер счета, счет, номер, №, "
            "продажа, № продажи, транзакция, номер транзакции"
        ),
        "payment": "id платежа, номер платежа",
        "staff": "кассир, продавец, сотрудник, продавец консультант, менеджер, официант, официантка, мастер, "
        "оператор, администратор, пользователь",
        "item": "товар, наименование, наименование товара, номенклатура, название товара, название, услуга, блюдо, "
        "позиция",
        "category": "категория, группа, группа товаров, отдел, категория товара",
        "quantity": "количество, кол во, к во, шт",
        "unit_price": "цена за единицу, цена за ед, цена за шт, цена единицы, цена товара",
        "type": (
            "тип операции, вид операции, тип документа, вид документа, тип чека, вид чека, тип, вид, операция, "
            "вид продажи, тип продажи, признак расчета"
        ),
        "status": (
            "статус, состояние, статус чека, статус заказа, статус оплаты, статус продажи, статус операции, "
            "статус документа, состояние чека, состояние заказа, результат"
        ),
        "birthday": "дата рождения, день рождения, др",
        "marketing": "согласие на рассылку, согласие, рассылка, согласие на рекламу, маркетинг, реклама",
        "email_marketing": "email рассылка, e mail рассылка, согласие на email",
        "sms_marketing": "sms рассылка, смс рассылка, согласие на sms, согласие на смс",
        "other": (
            "способ оплаты, форма оплаты, тип оплаты, вид оплаты, оплата, магазин, торговая точка, касса, "
            "название кассы, id кассы, номер кассы, ккт, смена, номер смены, комментарий, примечание, описание, код, "
            "артикул, код товара, штрихкод, штрих код, ставка ндс, себестоимость, прибыль, сдача, внесено, адрес, "
            "город, индекс, страна, организация, стол, столик, e mail кассира, e mail сотрудника, бонусы, баллы, инн, "
            "п п, № п п, сумма без скидки, единица измерения, ед изм, статус доставки, состояние доставки"
        ),
    },
    "uk": {
        "date": "дата продажу, дата чека, дата операції, дата замовлення, дата покупки, дата оплати, дата документа, "
        "дата, дата і час, дата та час, дата час, день",
        "time": "час, час продажу, час чека, година",
        "total": "разом, всього, усього, разом до сплати, до сплати, загальна сума, сума чека, підсумок",
        "amount": "сума зі знижкою, сума оплати, сума продажу, сума замовлення, сума з пдв, сума, сплачено, оплачено, "
        "виручка, вартість, ціна",
        "net": "сума без пдв, без пдв, разом без пдв, нетто",
        "tax": "пдв, сума пдв, податок",
        "discount": "знижка, сума знижки, знижки",
        "tip": "чайові, сума чайових",
        "gift_card": "продаж сертифікатів, продаж подарункових карток, поповнення картки",
        "refunded": "сума повернення, повернено, повернення, повернена сума, сума повернень",
        "currency": "валюта",
        "customer": "клієнт, покупець, контрагент, замовник, гість, відвідувач, пацієнт",
        "customer_id": "код клієнта, номер клієнта, id клієнта, ід клієнта, № клієнта, код контрагента, id покупця",
        "name": "ім'я клієнта, ім’я клієнта, піб клієнта, піб, піб покупця, прізвище та ім'я, ім'я та прізвище, "
        "повне ім'я",
        "first_name": "ім'я, ім’я, імя",
        "last_name": "прізвище",
        "email": "e mail клієнта, email клієнта, електронна пошта, ел пошта, пошта, e mail, email",
        "phone": "телефон клієнта, телефон покупця, номер телефону, телефон, мобільний телефон, мобільний, тел",
        "card": (
            "картка клієнта, номер картки клієнта, картка лояльності, номер картки лояльності, дисконтна картка, "
            "номер дисконтної картки, бонусна картка, карта, картка, номер картки, номер карти, № картки, код картки, "
            "номер бонусної картки"
        ),
        "receipt": (
            "номер чека, номер чеку, № чека, чек, чек №, номер документа, № документа, документ, номер замовлення, "
            "№ замовлення, замовлення, номер операції, id операції, рахунок, номер, продаж, номер продажу, № продажу, "
            "транзакція, номер транзакції"
        ),
        "payment": "id платежу",
        "staff": "касир, продавець, співробітник, працівник, менеджер, офіціант, офіціантка, майстер, оператор, "
        "користувач",
        "item": "товар, найменування, назва товару, назва, номенклатура, послуга, страва, позиція",
        "category": "категорія, група, група товарів, відділ",
        "quantity": "кількість, к сть, к ть, шт",
        "unit_price": "ціна за одиницю, ціна за од, ціна за шт",
        "type": (
            "тип операції, вид операції, тип документа, вид документа, тип чека, тип, вид, операція, вид продажу, "
            "тип продажу, тип транзакції"
        ),
        "status": (
            "статус, стан, статус чека, статус замовлення, статус оплати, статус продажу, статус операції, "
            "статус документа, стан чека, стан замовлення, результат"
        ),
        "birthday": "дата народження, день народження",
        "marketing": "згода на розсилку, згода, розсилка, згода на рекламу, маркетинг",
        "email_marketing": "email розсилка, e mail розсилка, згода на email",
        "sms_marketing": "sms розсилка, смс розсилка, згода на sms",
        "other": (
            "спосіб оплати, форма оплати, тип оплати, вид оплати, оплата, магазин, торгова точка, каса, номер каси, "
            "назва каси, зміна, коментар, примітка, опис, код, артикул, код товару, штрихкод, штрих код, ставка пдв, "
            "собівартість, прибуток, решта, адреса, місто, індекс, країна, організація, стіл, e mail касира, бонуси, "
            "бали, інн, єдрпоу, статус доставки, стан доставки"
        ),
    },
}
