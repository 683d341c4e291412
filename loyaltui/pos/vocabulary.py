"""Words that tills write: headers per language, and what stands in cells. Data only; `key` is how they are compared."""

import re
from collections.abc import Mapping
from functools import cache

from loyaltui.core.text import fold, tidy

# field: header words, the best first. A language is one more entry here and nothing else.
HEADERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "date": "sale date, transaction date, order date, receipt date, visit date, purchase date, payment date, date, "
        "date time, datetime, timestamp, date and time, day, created at, created, closed at, when",
        "time": "time, sale time, transaction time, order time, time of day",
        "total": "grand total, total collected, total paid, order total, sale total, receipt total, total amount, "
        "total, total price, total inc tax, total incl tax, total incl vat",
        "amount": "amount paid, paid amount, sale amount, amount, amount charged, paid, sum, spent, spend, sales, "
        "amount spent, purchase amount, value, price, revenue",
        "net": "net sales, net amount, net total, net, subtotal, sub total",
        "tax": "tax, taxes, sales tax, tax amount, total tax, vat, vat amount, gst",
        "discount": "discount, discounts, discount amount, total discount",
        "tip": "tip, tips, gratuity, tip amount",
        "gift_card": "gift card sales, gift card load, gift cards sold, voucher sales",
        "currency": "currency, currency code",
        "customer": "customer, client, member, guest, sold to, buyer, patron, shopper",
        "customer_id": "customer id, customer number, customer no, customer code, client id, client number, member id, "
        "member number, member no, member code, customer ref, customer reference, custid, cust id, customerid, "
        "account number",
        "name": "customer name, client name, member name, guest name, full name, name, buyer name",
        "first_name": "customer first name, first name, firstname, given name",
        "last_name": "customer last name, last name, lastname, surname, family name",
        "email": "customer email, customer email address, email address, email, e mail, mail, client email",
        "phone": "customer phone, customer phone number, phone number, phone, mobile, mobile number, mobile phone, "
        "telephone, tel, cell, cell phone, client phone, customer mobile",
        "card": "loyalty card, loyalty card number, loyalty number, loyalty id, membership card, membership number, "
        "member card, customer card, card no loyalty, rewards number",
        "receipt": "receipt number, receipt no, receipt id, receipt, transaction id, transaction number, "
        "invoice number, "
        "invoice no, invoice, order number, order id, order no, bill number, bill no, ticket number, ticket, "
        "check number, "
        "sale id, sale number, document number",
        "payment": "payment id",
        "staff": "staff, staff name, employee, employee name, cashier, cashier name, server, sold by, barber, stylist",
        "item": "item, item name, product, product name, article, item description",
        "category": "category, department, product category, item category",
        "quantity": "quantity, qty, count, units, item quantity",
        "type": "receipt type, event type, transaction type, sale type, type, operation, operation type",
        "status": "transaction status, status, payment status, order status, receipt status, state",
    },
    "pl": {
        "date": "data sprzedazy, data transakcji, data paragonu, data wystawienia, data, data i godzina, dzien",
        "time": "godzina, czas, godzina sprzedazy",
        "total": "razem brutto, do zaplaty, razem, suma brutto, wartosc brutto",
        "amount": "kwota brutto, brutto, kwota, zaplacono, suma, wartosc, cena",
        "net": "netto, kwota netto, wartosc netto",
        "tax": "vat, kwota vat, podatek",
        "discount": "rabat, upust, znizka",
        "tip": "napiwek",
        "currency": "waluta",
        "customer": "klient, kontrahent, nabywca",
        "customer_id": "numer klienta, nr klienta, id klienta, kod klienta",
        "name": "nazwa klienta, imie i nazwisko, nazwisko i imie",
        "first_name": "imie",
        "last_name": "nazwisko",
        "email": "e mail, email, adres e mail",
        "phone": "telefon, nr telefonu, numer telefonu, komorka, tel",
        "card": "karta klienta, nr karty, numer karty, karta stalego klienta, karta lojalnosciowa",
        "receipt": "nr paragonu, numer paragonu, paragon, nr dokumentu, numer dokumentu, dokument, nr transakcji",
        "staff": "kasjer, sprzedawca, pracownik, obsluga",
        "item": "towar, produkt, nazwa towaru, artykul",
        "category": "kategoria, grupa",
        "quantity": "ilosc, szt",
        "type": "typ, rodzaj, typ dokumentu, rodzaj dokumentu",
        "status": "status, stan",
    },
    "de": {
        "date": "verkaufsdatum, belegdatum, rechnungsdatum, buchungsdatum, datum, datum uhrzeit, tag, zeitpunkt",
        "time": "uhrzeit, zeit",
        "total": "gesamtbetrag, gesamtsumme, gesamt, endbetrag, rechnungsbetrag, summe brutto",
        "amount": "betrag brutto, bruttobetrag, brutto, betrag, betrag inkl mwst, summe, umsatz, preis brutto, "
        "bezahlt, "
        "preis, wert",
        "net": "netto, nettobetrag, betrag netto",
        "tax": "mwst, ust, mehrwertsteuer, umsatzsteuer, steuer, steuerbetrag",
        "discount": "rabatt, nachlass",
        "tip": "trinkgeld, trinkgeldbetrag",
        "currency": "wahrung, waehrung",
        "customer": "kunde, kundin, kunde in, kaufer, gast, mitglied",
        "customer_id": "kundennummer, kunden nr, kundennr, kunden id, kd nr, kdnr, mitgliedsnummer",
        "name": "kundenname, name des kunden",
        "first_name": "vorname",
        "last_name": "nachname, familienname",
        "email": "e mail, email, e mail adresse, mailadresse",
        "phone": "telefon, telefonnummer, handy, handynummer, mobil, mobilnummer, tel",
        "card": "kundenkarte, kundenkartennummer, kartennummer kunde, bonuskarte, treuekarte",
        "receipt": "belegnummer, beleg nr, belegnr, bonnummer, bon nr, bonnr, bon, beleg, rechnungsnummer, "
        "rechnungsnr, "
        "rechnung, quittungsnummer, transaktionsnummer, transaktions id",
        "staff": "mitarbeiter, mitarbeiterin, bediener, kassierer, kassiererin, verkaufer, bedienung",
        "item": "artikel, artikelname, produkt, bezeichnung, artikelbezeichnung",
        "category": "kategorie, warengruppe",
        "quantity": "menge, anzahl, stuck, stk",
        "type": "typ, art, belegart, vorgang, zahlungsart",
        "status": "status, zustand",
    },
    "fr": {
        "date": "date de vente, date du ticket, date vente, date, date et heure, jour",
        "time": "heure, heure de vente",
        "total": "total ttc, montant total, net a payer, total",
        "amount": "montant ttc, montant, prix ttc, somme, ttc, paye, prix, encaisse",
        "net": "montant ht, total ht, ht",
        "tax": "tva, montant tva, taxe",
        "discount": "remise, rabais, reduction",
        "tip": "pourboire",
        "currency": "devise, monnaie",
        "customer": "client, cliente, adherent, acheteur",
        "customer_id": "n client, no client, numero client, numero de client, code client, id client",
        "name": "nom du client, nom client, nom complet",
        "first_name": "prenom, prenom client",
        "last_name": "nom, nom de famille",
        "email": "e mail, email, courriel, adresse e mail, adresse email, mel",
        "phone": "telephone, portable, mobile, numero de telephone, tel",
        "card": "carte de fidelite, carte fidelite, n carte, numero de carte fidelite, carte client",
        "receipt": "n ticket, no ticket, numero de ticket, numero ticket, ticket, n facture, numero de facture, "
        "facture, n recu",
        "staff": "vendeur, vendeuse, caissier, caissiere, employe",
        "item": "article, produit, designation, libelle",
        "category": "categorie, famille, rayon",
        "quantity": "qte, quantite",
        "type": "type, nature",
        "status": "statut, etat",
    },
    "es": {
        "date": "fecha de venta, fecha venta, fecha, fecha y hora, dia",
        "time": "hora",
        "total": "importe total, total con iva, total",
        "amount": "importe, monto, precio, pagado, cantidad pagada, valor",
        "net": "base imponible, importe neto, neto, subtotal",
        "tax": "iva, impuesto, impuestos, importe iva",
        "discount": "descuento",
        "tip": "propina",
        "currency": "moneda, divisa",
        "customer": "cliente, clienta, comprador, socio",
        "customer_id": "id cliente, n cliente, numero de cliente, numero cliente, codigo cliente, "
        "codigo de cliente, cod cliente",
        "name": "nombre del cliente, nombre cliente, nombre completo, nombre y apellidos",
        "first_name": "nombre",
        "last_name": "apellido, apellidos",
        "email": "correo electronico, correo, e mail, email",
        "phone": "telefono, movil, celular, numero de telefono",
        "card": "tarjeta de cliente, tarjeta cliente, tarjeta de fidelidad, tarjeta fidelidad, tarjeta socio",
        "receipt": "n ticket, numero de ticket, n de ticket, ticket, n factura, numero de factura, factura, recibo, "
        "n recibo",
        "staff": "vendedor, vendedora, empleado, cajero, cajera, dependiente",
        "item": "articulo, producto, descripcion articulo",
        "category": "categoria, familia",
        "quantity": "cantidad, uds, unidades",
        "type": "tipo, tipo de documento",
        "status": "estado",
    },
    "it": {
        "date": "data vendita, data scontrino, data, data e ora, giorno",
        "time": "ora, orario",
        "total": "totale complessivo, totale ivato, importo totale, totale",
        "amount": "importo, importo pagato, pagato, prezzo, lordo, valore, incasso",
        "net": "imponibile, netto, importo netto, subtotale",
        "tax": "iva, imposta, importo iva",
        "discount": "sconto",
        "tip": "mancia",
        "currency": "valuta, divisa",
        "customer": "cliente, acquirente, socio",
        "customer_id": "codice cliente, id cliente, numero cliente, n cliente, cod cliente",
        "name": "nome cliente, nome e cognome, nominativo, ragione sociale",
        "first_name": "nome",
        "last_name": "cognome",
        "email": "e mail, email, posta elettronica, indirizzo e mail",
        "phone": "telefono, cellulare, numero di telefono, tel",
        "card": "carta fedelta, tessera, numero tessera, carta cliente, tessera fedelta",
        "receipt": "numero scontrino, n scontrino, scontrino, numero ricevuta, ricevuta, numero fattura, fattura, "
        "numero documento",
        "staff": "operatore, cassiere, commesso, commessa, addetto",
        "item": "articolo, prodotto, descrizione articolo",
        "category": "categoria, reparto",
        "quantity": "quantita, qta, pezzi",
        "type": "tipo, tipo documento",
        "status": "stato",
    },
    "nl": {
        "date": "verkoopdatum, bondatum, factuurdatum, datum, datum tijd, datum en tijd, dag",
        "time": "tijd, tijdstip, uur",
        "total": "totaalbedrag, totaal incl btw, eindbedrag, totaal",
        "amount": "bedrag incl btw, bedrag, betaald, prijs, omzet, bruto",
        "net": "bedrag excl btw, netto, subtotaal",
        "tax": "btw, btw bedrag",
        "discount": "korting",
        "tip": "fooi",
        "currency": "valuta, munt",
        "customer": "klant, koper, lid, gast",
        "customer_id": "klantnummer, klantnr, klant nr, klant id, klantcode, lidnummer",
        "name": "klantnaam, naam klant, naam",
        "first_name": "voornaam",
        "last_name": "achternaam, familienaam",
        "email": "e mail, email, e mailadres, emailadres",
        "phone": "telefoon, telefoonnummer, mobiel, gsm, tel",
        "card": "klantenkaart, klantenkaartnummer, spaarkaart",
        "receipt": "bonnummer, bonnr, bon, kassabon, factuurnummer, factuur, transactienummer",
        "staff": "medewerker, verkoper, kassier",
        "item": "artikel, product, omschrijving",
        "category": "categorie, groep",
        "quantity": "aantal, hoeveelheid",
        "type": "type, soort",
        "status": "status",
    },
    "pt": {
        "date": "data da venda, data venda, data, data hora, data e hora, dia",
        "time": "hora, horario",
        "total": "valor total, total geral, total com iva, total",
        "amount": "montante, valor, valor pago, quantia, preco, importancia, pago",
        "net": "valor liquido, liquido, subtotal",
        "tax": "iva, imposto, impostos",
        "discount": "desconto",
        "tip": "gorjeta",
        "currency": "moeda",
        "customer": "cliente, comprador, socio",
        "customer_id": "codigo do cliente, codigo cliente, id cliente, numero do cliente, n cliente, n de cliente",
        "name": "nome do cliente, nome cliente, nome completo",
        "first_name": "nome, primeiro nome",
        "last_name": "apelido, sobrenome",
        "email": "e mail, email, correio eletronico",
        "phone": "telefone, telemovel, celular, numero de telefone",
        "card": "cartao cliente, cartao de cliente, cartao fidelidade, cartao de fidelidade",
        "receipt": "numero do recibo, n recibo, recibo, numero da fatura, n fatura, fatura, talao, n talao, cupom",
        "staff": "vendedor, vendedora, funcionario, empregado, operador",
        "item": "artigo, produto, descricao do artigo",
        "category": "categoria, familia",
        "quantity": "quantidade, qtd",
        "type": "tipo, tipo de documento",
        "status": "estado, situacao",
    },
}

REFUND = "refund"
# what a cell of a type column means: a refund, or the reason why the row is left out; anything else is a sale
TYPES = {
    REFUND: "refund, refunded sale, return, returned, credit note, ret, sale return, zwrot, korekta, zw, "
    "ruckerstattung, erstattung, ruckgabe, retoure, storno gutschrift, gutschrift, remboursement, avoir, retour, "
    "devolucion, reembolso, abono, reso, rimborso, nota di credito, terugbetaling, retourbon, creditnota, "
    "devolucao, estorno",
    "void": "void, voided, storno, anulacja, annulation, anulacion, annullo, anulacao",
    "payout": "payout, auszahlung, wyplata, versement, uitbetaling",
    "not_a_sale": "quote, quotation, estimate, no sale, pay in, pay out, gift card load, angebot, devis, "
    "presupuesto, preventivo, orcamento",
}
STATUSES = {
    "void": "void, voided, anulowany, anulowano, anulowane, storniert, storno, annule, annulee, anulado, anulada, "
    "annullato, annullata, geannuleerd, nul",
    "cancelled": "cancelled, canceled, cnl, abgebrochen, cancelado, cancelada, cancellato",
    "failed": "failed, fail, declined, failure, error, rejected, expired, fehlgeschlagen, abgelehnt, echoue, refuse, "
    "fallido, rechazado, fallito, rifiutato, mislukt, geweigerd, falhou, recusado, odrzucona, nieudana",
    "unpaid": "unpaid, pending, open, saved, layby, offen, ausstehend, impaye, en attente, pendiente, in sospeso, "
    "non pagato, openstaand, onbetaald, pendente, nieoplacony, oczekuje",
    "uncaptured": "uncaptured, authorized, authorised, requires capture",
}
# names and codes that tills give to everybody and nobody
WALK_IN = (
    "walk in, walkin, walk in customer, walk ins, guest, guest customer, cash, cash sale, cash customer, counter, "
    "counter sale, counter customer, anonymous, anonymous customer, no customer, no name, none, null, nil, nan, "
    "n a, na, "
    "unknown, unknown customer, retail customer, default customer, general customer, passer by, customer, "
    "valued customer, cardholder, valued cardholder, not specified, unassigned, "
    "klient detaliczny, klient, klient anonimowy, detaliczny, sprzedaz detaliczna, brak, paragon, anonim, "
    "laufkunde, laufkundschaft, laufkundin, barverkauf, barkunde, diverse, gast, unbekannt, tageskunde, ohne, "
    "comptoir, client comptoir, vente comptoir, passage, client de passage, client passage, divers, client divers, "
    "inconnu, anonyme, client, "
    "mostrador, cliente mostrador, cliente de mostrador, cliente de paso, contado, cliente contado, publico general, "
    "publico en general, varios, cliente varios, anonimo, sin nombre, "
    "cliente occasionale, cliente generico, cliente di passaggio, banco, vendita al banco, cliente banco, privato, "
    "cliente anonimo, sconosciuto, cliente, "
    "passant, losse klant, contante klant, contant, balie, balieverkoop, anoniem, onbekend, klant, "
    "consumidor final, cliente final, cliente balcao, balcao, venda ao balcao, cliente indiferenciado, desconhecido"
)
TOTALS = (
    "total, totals, grand total, total general, sum, totale, totale generale, totaal, gesamt, gesamtsumme, summe, "
    "razem, suma, ogolem, total sales, total geral, totaux, totales, totali, eindtotaal"
)
SUBTOTALS = (
    "subtotal, sub total, day total, daily total, total for day, tagessumme, zwischensumme, sous total, total du jour, "
    "subtotale, totale giorno, subtotaal, dagtotaal, total del dia, total do dia, suma dnia, razem dzien"
)
FOOTERS = (  # beginnings
    "exported, export, generated, printed, report, end of, page, created on, powered by, wygenerowano, wydrukowano, "
    "erstellt, gedruckt, seite, imprime, genere, edite, exporte, generado, impreso, generato, stampato, afgedrukt, "
    "gerado"
)
MONTHS = (
    "january february march april may june july august september october november december",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
)
SIGNS: Mapping[str, str] = {  # what stands beside an amount → the currencies it may mean, the likeliest first
    "$": "USD CAD AUD NZD SGD HKD MXN ARS CLP COP",
    "US$": "USD",
    "CA$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "€": "EUR",
    "£": "GBP EGP",
    "¥": "JPY CNY",
    "￥": "JPY CNY",
    "円": "JPY",
    "元": "CNY",
    "R$": "BRL",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "kr": "SEK NOK DKK ISK",
    "kr.": "DKK SEK NOK ISK",
    "Fr.": "CHF",
    "SFr.": "CHF",
    "lei": "RON",
    "лв": "BGN",
    "лв.": "BGN",
    "₽": "RUB",
    "руб": "RUB",
    "руб.": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₹": "INR",
    "₩": "KRW",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₪": "ILS",
    "₦": "NGN",
    "R": "ZAR",
    "RM": "MYR",
    "Rp": "IDR",
    "S/": "PEN",
}
CODES = frozenset(
    code
    for codes in (
        "AED ARS AUD BAM BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL GHS HKD HUF IDR ILS INR IQD ISK JOD",
        "JPY KES KRW KWD KZT LYD MAD MDL MKD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB",
        "TND TRY TWD UAH USD UYU VND XAF XOF ZAR",
    )
    for code in codes.split()
)
GAP = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """What a word of a header or cell is compared by: folded, "
    "marks and blanks as single blanks ("E-Mail " → "e mail")."""
    return bare(tidy(text))


def bare(text: str) -> str:
    """The key of a text that is tidy already."""
    return GAP.sub(" ", fold(text)).strip()


def words(text: str) -> list[str]:
    """The keys of a table's entry, in its order."""
    return [key(word) for word in text.split(",")]


@cache
def headers() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Header word → the fields it may stand for, each with its rank in its language (0 is the surest)."""
    index: dict[str, dict[str, int]] = {}
    for language in HEADERS.values():
        for name, text in language.items():
            for rank, word in enumerate(words(text)):
                fields = index.setdefault(word, {})
                fields[name] = min(rank, fields.get(name, rank))
    return {word: tuple(fields.items()) for word, fields in index.items()}


@cache
def meanings(table: str) -> Mapping[str, str]:
    """Cell word → meaning, of the table of that name: "type" or "status"."""
    entries = {"type": {**STATUSES, **TYPES}, "status": STATUSES}[table]
    return {word: meaning for meaning, text in entries.items() for word in words(text)}


@cache
def month_numbers() -> Mapping[str, int]:
    """Month name → number, whole or cut to three or four letters where that is one month in every language."""
    found: dict[str, set[int]] = {}
    for language in MONTHS:
        for number, name in enumerate(language.split(), 1):
            for form in {name, name[:3], name[:4]}:
                found.setdefault(form, set()).add(number)
    found["sept"] = {9}
    return {form: numbers.pop() for form, numbers in found.items() if len(numbers) == 1}
