"""Header words of columns that only some exports have: mixed contacts, tax numbers, void marks, marks of a list.

Data only. `MARKS` are no fields: two of them in a header make it a list of people, whatever else stands there.
"""

from collections.abc import Mapping
from functools import cache

from loyaltui.pos.headings import HEADERS, Index, headers
from loyaltui.pos.words import words

# field: header words of every language, the surest first
FIELDWORDS: Mapping[str, str] = {
    "contact": "customer contacts, customer contact, contacts, contact, contact details, kontakt, kontaktdaten, "
    "contacto, contatto, contato, контакт, контакты, контактные данные, 联系方式, 連絡先, "
    "iletişim, elérhetőség, yhteystiedot, 연락처 정보",
    "tax_id": "nip, nip klienta, tax id, tax number, vat no, vat number, vat id, ust id nr, ust idnr, uid nummer, "
    "siret, n tva, numero tva, nif, cif, dni, partita iva, p iva, codice fiscale, btw nummer, kvk nummer, cvr, "
    "cvr nummer, cnpj, cpf, dic, ico, инн, 税号, 纳税人识别号, "
    "vergi no, tckn, vkn, adószám, y tunnus, cui, cif, 사업자번호",
    "void": (
        "voided, void, is voided, is void, cancelled, canceled, is cancelled, storniert, storno, anulowany, "
        "anulowano, annule, annulee, annulation, anulado, anulada, annullato, annullata, stornato, geannuleerd, "
        "annulleret, makuleret, cancelado, cancelada, отменен, отменён, отмена, аннулирован, 作废, 已作废, 取消, "
        "取消区分, is canceled, void flag, cancelled flag, canceled flag, stornoflag, storno kennzeichen, "
        "storniert flag, gestorniert, annulliert, ungultig, supprime, efface, anulacion, eliminado, anulada flag, "
        "stornata, stornato flag, eliminato, vervallen, verwijderd, annulleringen, annullering, annulering, slettet, "
        "annullert, kansellert, makulerad, makulerat, makulering, struken, stornovany, stornovano, stornovane, "
        "zruseno, zrusene, anulado flag, inutilizado, stornowany, uniewazniony, skasowany, удален, удалён, сторно, "
        "сторнирован, анульовано, скасовано, видалено, 取消フラグ, 取消フラッグ, 打消フラグ, 无效, 是否作废, "
        "是否取消, 取消標誌, 取消标志, 無効フラグ, "
        "iptal, iptal edildi, sztornó, sztornózott, törölt, mitätöity, poistettu, anulat, stornat, 무효, 취소여부"
    ),
    "notes": "uwagi, notatki, notatka, opis, komentarz, notes, note, comment, comments, remark, remarks, memo, "
    "bemerkung, bemerkungen, notiz, anmerkung, kommentar, remarque, remarques, commentaire, observations, notas, "
    "observaciones, comentario, nota, annotazioni, osservazioni, opmerking, opmerkingen, bemaerkning, "
    "observacoes, observacao, примечание, комментарий, 备注, 備考, メモ, "
    "açıklama, not, megjegyzés, huomautus, muistiinpanot, lisätiedot, observații, 비고, 메모",
    "tender": "payment method, payment type, tender, tender type, paid by, method of payment, forma platnosci, "
    "sposob platnosci, platnosc, zahlungsmethode, zahlungsmittel, zahlart, bezahlart, mode de paiement, "
    "moyen de paiement, reglement, paiement, forma de pago, metodo de pago, medio de pago, metodo di pagamento, "
    "modalita di pagamento, pagamento, betaalwijze, betaalmethode, betalingsmetode, betalingsmade, "
    "forma de pagamento, metodo de pagamento, способ оплаты, тип оплаты, оплата, 支付方式, 付款方式, "
    "支払方法, 決済方法, "
    "ödeme şekli, ödeme tipi, ödeme türü, ödeme yöntemi, fizetési mód, fizetés módja, fizetőeszköz, maksutapa, "
    "maksuväline, metodă de plată, metoda de plată, modalitate de plată, mod de plată, 결제수단, 결제 수단, "
    "결제방법",
    "unit_price": "unit price, price each, price per unit, item price, prix unitaire, pu, pu ttc, einzelpreis, "
    "stuckpreis, cena jednostkowa, cena jedn, precio unitario, precio unidad, prezzo unitario, stukprijs, "
    "stykpris, enhedspris, preco unitario, цена за единицу, цена за ед, 单价, 単価",
    "line_amount": "line total, line amount, item total, order line total, line value, zeilensumme, positionsbetrag, "
    "positionssumme, wartosc pozycji, total ligne, total article, total linea, importe linea, totale riga, "
    "regeltotaal, linjetotal, total do item, сумма позиции, 小计金额, 明細金額",
    "company": "company, company name, business, business name, organisation, organization, firma, societe, "
    "entreprise, empresa, azienda, bedrijf, virksomhed, компания, организация, 公司, 会社名, "
    "şirket, firma adı, cég, cégnév, yritys, companie, 회사, 회사명, 상호",
    "spent": "lifetime spend, total spent, total spend, spent to date, lifetime value, umsatz gesamt, suma zakupow, "
    "total depense, total gastado, totale speso, totaal besteed, сумма покупок, 累计消费, "
    "toplam harcama, összes költés, ostot yhteensä, total cheltuit, 누적금액, 누적 결제금액",
    "item_type": "itemization type, item type, product type",
    # each of these may number its receipts for itself
    "store": "store, store name, shop, shop name, branch, branch name, outlet, outlet name, location, location name, "
    "filiale, filialname, geschäft, standort, sklep, oddział, punkt sprzedaży, magasin, boutique, point de vente, "
    "tienda, sucursal, establecimiento, negozio, punto vendita, winkel, vestiging, filiaal, butik, butikk, loja, "
    "filial, prodejna, provozovna, pobočka, predajňa, prevádzka, магазин, филиал, торговая точка, точка продаж, філія, "
    "门店, 门店名称, 店铺, 店铺名称, 門市, 店舗, 店舗名, "
    "şube, mağaza, üzlet, bolt, telephely, toimipiste, myymälä, magazin, punct de lucru, locație, 매장, 매장명, "
    "지점, 지점명",
    "register": "register, register name, register no, register number, register id, till, till name, till no, "
    "till number, cash register, terminal, terminal no, terminal id, pos terminal, kasse, kasse nr, kassenname, "
    "kassennummer, kassen nr, kassennr, kasa, nr kasy, numer kasy, kasa fiskalna, caisse, n caisse, numéro caisse, "
    "numéro de caisse, caja, n caja, número de caja, cassa, n cassa, numero cassa, kassa, kassa nr, kassanummer, "
    "kassenummer, caixa, número do caixa, pokladna, číslo pokladny, pokladnica, касса, номер кассы, название кассы, "
    "id кассы, каса, номер каси, 收银机, 收银机号, 收款机, 收款机号, レジ, レジ番号, レジ名, "
    "kasa no, pénztárgép, pénztár, kassza, kassapääte, kassan numero, casa de marcat, casă, nr casă, 포스번호, "
    "단말기, 단말기번호",
}
MARKS = frozenset(
    words(
        "first visit, last visit, last seen, total visits, visits, visit count, number of visits, transaction count, "
        "orders count, total orders, customer since, member since, lifetime spend, total spent, birthday, "
        "date of birth, birth date, birthdate, street, street address, address, address 1, address line 1, city, "
        "postal code, zip, zip code, postcode, state, country, accepts marketing, marketing allowed, newsletter, "
        "data urodzenia, adres, ulica, miasto, kod pocztowy, ostatnia wizyta, liczba wizyt, zgoda marketingowa, "
        "geburtstag, geburtsdatum, strasse, ort, stadt, plz, postleitzahl, letzter besuch, besuche, kunde seit, "
        "date de naissance, anniversaire, adresse, rue, ville, code postal, derniere visite, visites, "
        "fecha de nacimiento, cumpleanos, direccion, ciudad, codigo postal, ultima visita, visitas, "
        "data di nascita, compleanno, indirizzo, citta, cap, ultima visita, visite, "
        "geboortedatum, verjaardag, adres, straat, woonplaats, plaats, laatste bezoek, bezoeken, "
        "fodselsdag, fodselsdato, by, postnummer, data de nascimento, aniversario, endereco, morada, cidade, "
        "дата рождения, день рождения, адрес, город, индекс, последний визит, количество визитов, "
        "生日, 地址, 城市, 邮编, 最近消费, 生年月日, 誕生日, 住所, 郵便番号, 都道府県, 最終来店日, 来店回数, "
        "doğum günü, adres, şehir, son ziyaret, ziyaret sayısı, születésnap, lakcím, város, irányítószám, "
        "utolsó látogatás, syntymäaika, osoite, kaupunki, postinumero, viimeisin käynti, käynnit, data nașterii, "
        "adresă, oraș, cod poștal, ultima vizită, vizite, 생년월일, 생일, 주소, 우편번호, 최근방문일, 방문횟수"
    )
)
# sums that are the whole receipt's, if all its rows give the same
WHOLE = frozenset(
    words(
        "order total, order total amount, receipt total, grand total, ticket total, bill total, check total, "
        "sale total, transaction total, invoice total, total collected, total paid, order amount, bestellsumme, "
        "bestellwert, belegsumme, bonsumme, rechnungsbetrag, rechnungssumme, gesamtbetrag, gesamtsumme, endbetrag, "
        "suma paragonu, wartosc paragonu, do zaplaty, suma zamowienia, total ticket, total du ticket, "
        "total commande, total de la commande, net a payer, total pedido, total del pedido, total del ticket, "
        "importe total, totale scontrino, totale ordine, totale documento, bontotaal, totaalbedrag, "
        "totaal bestelling, ordretotal, ordre total, i alt, total do pedido, valor total, сумма чека, итого по чеку, "
        "сумма заказа, 订单总额, 订单总金额, 订单金额, 实付款, 实收款, 合計, 合計金額, 会計金額, お会計, "
        "fiş toplamı, sipariş toplamı, fatura toplamı, genel toplam, ödenecek tutar, nyugta végösszege, "
        "rendelés végösszege, számla végösszege, végösszeg, fizetendő, kuitin summa, tilauksen summa, loppusumma, "
        "maksettava yhteensä, total bon, total comandă, total factură, total de plată, 총 결제금액, 총결제금액, "
        "합계금액"
    )
)
# headers of refund flags that speak of the row itself: "Refund? yes" is a refund, "Refunded? yes" a sale given back
IS_REFUND = frozenset(
    words(
        "refund, is refund, return, is return, rückgabe, retoure, erstattung, remboursement, retour, avoir, "
        "devolución, reembolso, reso, rimborso, devolução, estorno, zwrot, retur, refusion, återköp, vratka, возврат, "
        "повернення, 退款, 退货, 返品, 返金, "
        "iade, visszáru, visszatérítés, palautus, hyvitys, retur, rambursare, 환불, 반품"
    )
)
# headers of receipt numbers, unless sums of money stand below them
SOLD = frozenset(words("sale, transaction, verkauf, vente, venta, vendita, venda, verkoop, salg, försäljning, prodej"))
# headers of loyalty cards, unless the header speaks of bank cards
ANY_CARD = frozenset(
    words(
        "card no, card number, kartennummer, karten nr, kartennr, numéro carte, n carte, nº tarjeta, número tarjeta, "
        "número de tarjeta, n tarjeta, numero carta, n carta, nº cartão, número do cartão, número cartão, kortnummer, "
        "kort nr, nr karty, numer karty, číslo karty, č karty, номер карты, карта, карта №, номер картки, картка, "
        "卡号, 卡號, カード番号, カードno, "
        "kart no, kart numarası, kártyaszám, korttinumero, kortin numero, nr card, număr card"
    )
)
PAYING = frozenset(
    words(
        "card type, card brand, card scheme, card network, card entry method, pan suffix, last 4, last four, "
        "auth code, authorization code, approval code, expiry, kartentyp, kartenart, kartenmarke, type de carte, "
        "tipo de tarjeta, tipo carta, circuito, bandeira, tipo de cartão, kaarttype, korttype, korttyp, typ karty, "
        "тип карты, 卡类型, カード会社, カード種別"
    )
)
# headers that say what a piece costs, where a quantity stands beside it
PRICES = frozenset(
    words(
        "price, price incl tax, price inc vat, preis, preis brutto, bruttopreis, prix, prix ttc, precio, "
        "precio con iva, prezzo, prezzo ivato, prijs, prijs incl btw, preço, preço com iva, pris, pris inkl moms, "
        "cena, cena brutto, cena s dph, цена, ціна, 价格, 售价, 價格, 售價, 価格, 税込価格, "
        "fiyat, ár, bruttó ár, hinta, preț, 가격, 판매가"
    )
)
FIELDS = (*HEADERS["en"], *(name for name in FIELDWORDS if name not in HEADERS["en"]))  # everything `--map` may name
LATER = 50  # these words count after those of the big tables


@cache
def known(language: str = "") -> Index:
    """Header word → the fields it may stand for with their ranks, of the big tables and this one."""
    index = {word: dict(fields) for word, fields in headers(language).items()}
    for name, text in FIELDWORDS.items():
        for rank, word in enumerate(words(text)):
            index.setdefault(word, {}).setdefault(name, rank + LATER)
    return {word: tuple(fields.items()) for word, fields in index.items()}
