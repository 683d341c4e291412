"""Header words of tills in English, German and Dutch: field → words, the surest first. Data only."""

from collections.abc import Mapping

HEADERS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "date": (
            "sale date, transaction date, order date, receipt date, visit date, purchase date, payment date, date, "
            "date time, datetime, timestamp, date and time, business date, sold at, paid at, day, created at, "
            "created, closed at, completed at, opened date, when, trading date, txn date, trans date, bill date, "
            "invoice date, check date, sold on, sold, sale made, opened, opened at, date opened, closed on, "
            "order placed, ordered at"
        ),
        "time": (
            "time, sale time, transaction time, order time, receipt time, time of day, hour, close time, closed time, "
            "open time, opened time, check time, bill time, payment time, txn time, trans time, closed, local time"
        ),
        "total": (
            "grand total, total collected, total paid, order total, sale total, receipt total, total amount, "
            "total due, amount due, total, total price, total inc tax, total incl tax, total including tax, "
            "total incl vat, total inc vat, total inc gst, bill total, check total, ticket total, total sale, "
            "total sales, total to pay, net payable, total payable, payable, bill amount, bill amt, invoice total, "
            "invoice amount, invoice value, sale inc gst, total incl, total inc, total amt, total sale amount, "
            "total value, total charged"
        ),
        "amount": (
            "amount paid, paid amount, sale amount, transaction amount, order amount, amount, amount charged, "
            "amount incl tax, amount inc vat, paid, sum, spent, spend, sales, amount spent, purchase amount, "
            "line total, gross amount, gross, turnover, takings, value, revenue, price, amt, amount collected, "
            "txn amount, trans amount"
        ),
        "net": "net sales, net amount, net total, net, amount excl tax, total excl tax, total ex vat, subtotal, "
        "sub total",
        "tax": "tax, taxes, sales tax, tax amount, total tax, vat, vat amount, gst, hst, tax total",
        "discount": "discount, discounts, discount amount, total discount, discount total, markdown, rebate",
        "tip": (
            "tip, tips, gratuity, tip amount, gratuity amount, tips amount, gratuities, service tip, "
            "tips and gratuities, staff tip, tip total, total tip, total tips"
        ),
        "gift_card": "gift card sales, gift card load, gift card loads, gift cards sold, voucher sales, "
        "vouchers sold, gift voucher sales",
        "refunded": (
            "refunded amount, amount refunded, refund amount, refunded, refund total, partial refunds, refund, "
            "refunds, refunds total, total refunded, total refunds, returned, returned amount, return amount, "
            "is refund, is refunded, return, is return, is returned"
        ),
        "currency": "currency, currency code, ccy",
        "customer": (
            "customer, client, member, guest, sold to, buyer, patron, shopper, bill to, customer details, patient, "
            "account holder, purchaser, visitor"
        ),
        "customer_id": (
            "customer id, customer number, customer no, customer nr, customer code, client id, client number, "
            "client no, client code, member id, member number, member no, member code, customer ref, "
            "customer reference, custid, cust id, cust no, customerid, customer account, account number, "
            "customer account number, customer account no, guest id, guest number, guest no, patient id, "
            "patient number, buyer id, account no, account id"
        ),
        "name": (
            "customer name, client name, member name, guest name, full name, customer full name, name, buyer name, "
            "contact name, party name, patient name, account name, bill to name, billing name, cardholder name, "
            "purchaser name, patron name, visitor name, shopper name, customer details name"
        ),
        "first_name": "customer first name, first name, firstname, given name, forename, client first name",
        "last_name": "customer last name, last name, lastname, surname, family name, client last name",
        "email": (
            "customer email, customer e mail, customer email address, client email, member email, guest email, "
            "email address, e mail address, email, e mail, mail, guest e mail, buyer email, billing email, "
            "account email, contact email, customer mail"
        ),
        "phone": (
            "customer phone, customer phone number, customer mobile, customer telephone, client phone, member phone, "
            "guest phone, phone number, phone no, phone, mobile, mobile number, mobile no, mobile phone, telephone, "
            "telephone number, tel, tel no, cell, cell phone, cellphone, contact number, guest mobile, "
            "guest mobile number, guest phone number, contact no, contact phone, contact mobile, whatsapp no, "
            "whatsapp number, whatsapp, member mobile, client mobile, buyer phone, billing phone, patient phone, "
            "party phone, cell no, cell number, mobile phone number, customer mobile number, customer cell, "
            "customer contact number, customer contact no, customer phone no"
        ),
        "card": (
            "loyalty card, loyalty card number, loyalty card no, loyalty number, loyalty id, membership card, "
            "membership number, member card, member card number, customer card, customer card number, "
            "card no loyalty, rewards number, rewards card, club card, card no, card number, loyalty account, "
            "loyalty account number, membership no, membership id, rewards id, rewards no, rewards member, "
            "rewards account, fidelity card, reward card, reward card number, reward number, loyalty card id, "
            "loyalty member id, club card number, club number, club id, scheme card"
        ),
        "receipt": (
            "receipt number, receipt no, receipt nr, receipt id, receipt, transaction id, transaction number, "
            "transaction no, trans id, invoice number, invoice no, invoice, order number, order id, order no, order, "
            "bill number, bill no, bill id, bill, ticket number, ticket no, ticket id, ticket, check number, "
            "check no, check id, sale id, sale number, sale no, document number, docket, docket number, check, txn, "
            "txn id, txn number, txn no, transaction, sale, slip, slip no, slip number, voucher no, reference no, "
            "reference number, ref, ref no, ref number, reference, seq, sequence no, sequence number, "
            "sales receipt number, invoice id, receipt ref, doc no, doc number, trans no, trans number, cheque no"
        ),
        "payment": "payment id, payment reference",
        "staff": "staff, staff name, employee, employee name, cashier, cashier name, server, server name, waiter, "
        "waitress, sold by, served by, barber, stylist, operator, sales person, salesperson, sales rep, clerk, "
        "assistant, user",
        "item": "item, item name, product, product name, article, item description, product description, menu item, "
        "service, service name, product title",
        "category": "category, department, product category, item category, product group, menu group",
        "quantity": "quantity, qty, count, units, item quantity, quantity sold, pieces, pcs",
        "unit_price": "unit price, price per unit, price each, item price, unit cost, rate",
        "type": (
            "receipt type, event type, transaction type, sale type, document type, line type, record type, type, "
            "operation, operation type, txn type, trans type, doc type, kind, entry type, sales type, bill type, "
            "ticket type, receipt kind, transaction kind"
        ),
        "status": (
            "transaction status, status, payment status, order status, receipt status, sale status, state, "
            "bill status, check status, txn status, order state, sale state, invoice status, payment state, "
            "ticket status, document status, outcome, result, transaction state, sales status, receipt state, "
            "bill state"
        ),
        "birthday": "birthday, date of birth, birth date, birthdate, dob, customer birthday",
        "marketing": "marketing, marketing consent, accepts marketing, consent, newsletter, opt in, opted in, "
        "subscribed, marketing opt in, marketing allowed, allow marketing",
        "email_marketing": "accepts email marketing, email marketing, email consent, email opt in, "
        "email subscription status, email subscription, newsletter email",
        "sms_marketing": "accepts sms marketing, sms marketing, sms consent, sms opt in, text consent",
        "other": (
            "payment method, payment type, payment, tender, tender type, card type, card brand, store, shop, "
            "location, register, till, terminal, device, cash register, note, notes, comment, comments, remarks, "
            "description, details, staff email, employee email, cashier email, server email, user email, staff id, "
            "employee id, cashier id, staff number, sku, barcode, product code, cost, profit, margin, gross sales, "
            "original price, list price, balance, points, address, street, city, zip, postal code, postcode, country, "
            "company, table, covers, channel, source, vat rate, tax rate, time zone, fee, fees, shipping, change, "
            "change due, tendered, amount tendered, cash given, visits, total visits, total spent, last visit, "
            "first visit, lifetime spend, fulfillment status, fulfilment status, delivery status, shipping status, "
            "delivery, email status, sms status, subscription status, kitchen status"
        ),
    },
    "de": {
        "date": (
            "verkaufsdatum, belegdatum, bondatum, rechnungsdatum, kaufdatum, transaktionsdatum, zahlungsdatum, "
            "bestelldatum, buchungsdatum, datum, datum uhrzeit, datum zeit, datum und uhrzeit, datum und zeit, "
            "datum / uhrzeit, tag, zeitpunkt, erstellt am, verkauft am, verkauf am, bezahlt am, kassiert am, "
            "erfasst am, gebucht am, ausgestellt am"
        ),
        "time": "uhrzeit, zeit, verkaufszeit, belegzeit, uhr, kassierzeit, bonzeit, zahlungszeit, buchungszeit",
        "total": (
            "gesamtbetrag, gesamtsumme, gesamt brutto, gesamt, endbetrag, endsumme, rechnungsbetrag, zahlbetrag, "
            "zu zahlen, summe brutto, belegsumme, bonsumme, gesamtpreis, total, gesamtbetrag brutto, total brutto, "
            "bontotal, belegtotal, rechnungstotal, total inkl mwst, gesamt inkl mwst, gesamtbetrag inkl mwst"
        ),
        "amount": (
            "betrag brutto, bruttobetrag, brutto, betrag, betrag inkl mwst, betrag inkl ust, bezahlter betrag, "
            "umsatz brutto, bruttoumsatz, summe, umsatz, preis brutto, bezahlt, einnahme, wert, preis, "
            "betrag transaktion, transaktionsbetrag, zahlungsbetrag, umsatzbetrag, verkaufsbetrag, kassierter betrag, "
            "eingenommen"
        ),
        "net": "netto, nettobetrag, betrag netto, nettoumsatz, summe netto, umsatz netto, betrag exkl mwst, "
        "zwischensumme",
        "tax": "mwst, ust, mehrwertsteuer, umsatzsteuer, steuer, steuerbetrag, mwst betrag, ust betrag",
        "discount": "rabatt, nachlass, rabattbetrag, preisnachlass, ermäßigung, skonto",
        "tip": "trinkgeld, trinkgeldbetrag, trinkgelder, tg, tip",
        "gift_card": "gutscheinverkauf, gutscheine verkauft, gutschein verkauf, gutscheinaufladung",
        "refunded": (
            "erstattet, erstatteter betrag, erstattungsbetrag, rückerstattet, erstattungen, erstattung, retourniert, "
            "zurückgegeben, rückgabe, retoure, rückerstattung, gutgeschrieben"
        ),
        "currency": "währung, waehrung",
        "customer": (
            "kunde, kundin, kunde in, kunden, kunde kundin, käufer, kaeufer, gast, mitglied, auftraggeber, "
            "rechnungsempfänger, kundin kunde, klient, klientin, klient in, patient, patientin, besucher, stammkunde"
        ),
        "customer_id": "kundennummer, kunden nr, kundennr, kunden id, kunden no, kd nr, kdnr, kundencode, "
        "mitgliedsnummer, mitglieds nr, mitglied nr",
        "name": (
            "kundenname, name des kunden, kunde name, name kunde, vor und nachname, vollständiger name, name vorname, "
            "nachname vorname, kundin, vorname name, vorname nachname, kunde name vorname"
        ),
        "first_name": "vorname, vorname kunde",
        "last_name": "nachname, familienname, zuname, nachname kunde",
        "email": "kunden e mail, kunden email, e mail kunde, e mail, email, e mail adresse, mailadresse, mail",
        "phone": "telefon, telefonnummer, telefon nr, telefonnr, handy, handynummer, handynr, mobil, mobilnummer, "
        "mobiltelefon, rufnummer, kundentelefon, tel, tel nr, natel",
        "card": (
            "kundenkarte, kundenkartennummer, kundenkarten nr, kundenkarte nr, kartennummer kunde, bonuskarte, "
            "treuekarte, stammkundenkarte, mitgliedskarte, treuekarten nr, treuekartennummer, bonuskartennummer, "
            "bonuskarten nr, kartennummer, karten nr, kartennr, kundenkarten id, treuenummer, stammkundennummer, "
            "kundenkarte id, clubkarte, vorteilskarte"
        ),
        "receipt": (
            "belegnummer, beleg nr, belegnr, beleg id, bonnummer, bon nr, bonnr, bon id, kassenbon, kassenzettel, "
            "bon, beleg, rechnungsnummer, rechnungs nr, rechnungsnr, rechnung nr, rechnung, quittungsnummer, "
            "quittung nr, quittung, vorgangsnummer, transaktionsnummer, transaktions nr, transaktions id, "
            "bestellnummer, auftragsnummer, kassenbonnummer, kassenbon nr, verkauf, verkaufsnummer, verkaufs nr, "
            "verkauf nr, vorgang, vorgangs nr, vorgang nr, belegnummern, transaktion, transaktion nr, zahlungsnummer, "
            "buchungsnummer, buchung nr, kassabon, kassabon nr, bestellung, bestell nr"
        ),
        "payment": "zahlungs id",
        "staff": "mitarbeiter, mitarbeiterin, mitarbeiter in, mitarbeitername, bediener, bedienerin, kassierer, "
        "kassiererin, kassier, verkäufer, verkaeufer, verkäuferin, bedienung, kellner, kellnerin, personal, benutzer",
        "item": "artikel, artikelname, produkt, produktname, bezeichnung, artikelbezeichnung, leistung, ware",
        "category": "kategorie, warengruppe, artikelgruppe, produktgruppe, hauptgruppe",
        "quantity": "menge, anzahl, stück, stueck, stk",
        "unit_price": "einzelpreis, stückpreis, preis pro stück, preis stück, e preis, ep",
        "type": (
            "belegart, belegtyp, vorgang, vorgangsart, transaktionsart, transaktionstyp, buchungsart, typ, art, "
            "zahlungsart, vorgangstyp, bontyp, bonart, verkaufsart, umsatzart"
        ),
        "status": (
            "status, zustand, zahlungsstatus, belegstatus, bestellstatus, zahlstatus, verkaufsstatus, bonstatus, "
            "vorgangsstatus, rechnungsstatus, transaktionsstatus, zahlungszustand, ergebnis"
        ),
        "birthday": "geburtstag, geburtsdatum, geb datum, geb, geboren",
        "marketing": "werbung, werbung erlaubt, werbeeinwilligung, einwilligung, einwilligung werbung, newsletter, "
        "marketing, marketing einwilligung, dsgvo",
        "email_marketing": "e mail werbung, e mail newsletter, newsletter e mail, werbung per e mail",
        "sms_marketing": "sms werbung, werbung per sms",
        "other": (
            "zahlungsmethode, zahlungsmittel, zahlart, zahlungsform, filiale, kasse, kassennummer, kassen nr, "
            "kassenname, standort, terminal, bemerkung, bemerkungen, notiz, notizen, kommentar, beschreibung, "
            "artikelnummer, artikel nr, ean, mwst satz, steuersatz, ust satz, gebühr, gebühren, gegeben, rückgeld, "
            "bar, adresse, straße, ort, plz, land, firma, tisch, mitarbeiter e mail, kassierer e mail, "
            "personalnummer, mitarbeiter nr, bedienernummer, punkte, guthaben, einkaufspreis, ek, lieferstatus, "
            "versandstatus, lieferung, küchenstatus"
        ),
    },
    "nl": {
        "date": (
            "verkoopdatum, bondatum, factuurdatum, transactiedatum, aankoopdatum, besteldatum, betaaldatum, datum, "
            "datum tijd, datum en tijd, datum en tijdstip, dag, aangemaakt op, verkocht op, betaald op, afgerekend op"
        ),
        "time": "tijd, tijdstip, uur, verkooptijd",
        "total": (
            "totaalbedrag, totaal incl btw, totaal inclusief btw, eindbedrag, te betalen, eindtotaal, totaal, "
            "bontotaal, totaalprijs, totaal incl, totaal te betalen, te betalen totaal, totaal bon"
        ),
        "amount": "bedrag incl btw, bedrag inclusief btw, bedrag, betaald bedrag, betaald, omzet incl btw, omzet, "
        "bruto, som, waarde, prijs",
        "net": "bedrag excl btw, totaal excl btw, omzet excl btw, netto, nettobedrag, subtotaal",
        "tax": "btw, btw bedrag, belasting",
        "discount": "korting, kortingsbedrag",
        "tip": "fooi, fooien",
        "gift_card": "cadeaubonnen verkocht, verkochte cadeaubonnen, cadeaukaart verkoop",
        "refunded": (
            "terugbetaald, terugbetaald bedrag, gecrediteerd, geretourneerd, teruggegeven, terugbetalingen, "
            "terugbetaling, retourbedrag, retour"
        ),
        "currency": "valuta, munt, munteenheid",
        "customer": "klant, koper, lid, gast, afnemer",
        "customer_id": "klantnummer, klantnr, klant nr, klant id, klantcode, klant nummer, lidnummer, ledennummer, "
        "relatienummer",
        "name": "klantnaam, naam klant, klant naam, volledige naam, naam",
        "first_name": "voornaam, voornaam klant",
        "last_name": "achternaam, familienaam, achternaam klant",
        "email": "e mail klant, klant e mail, e mail, email, e mailadres, emailadres, mailadres",
        "phone": (
            "telefoon, telefoonnummer, telefoonnr, tel nr, mobiel, mobiele nummer, mobiel nummer, gsm, gsm nummer, "
            "tel, mobiel nr"
        ),
        "card": (
            "klantenkaart, klantenkaartnummer, klantenkaart nr, klantkaart, spaarkaart, spaarkaartnummer, ledenkaart, "
            "klantpas, klantenpas, pasnummer, klantpasnummer, klantenpasnummer, spaarpas"
        ),
        "receipt": (
            "bonnummer, bonnr, bon nr, bon id, kassabonnummer, kassabon, kasticket, bon, factuurnummer, factuurnr, "
            "factuur, transactienummer, transactie id, ordernummer, bestelnummer, ticketnummer, verkoop, "
            "verkoopnummer, kassabonnr, transactie, transactie nr"
        ),
        "payment": "betalings id, betaling id",
        "staff": "medewerker, verkoper, verkoopster, kassier, kassière, kassamedewerker, personeel, bediende, ober, "
        "gebruiker",
        "item": "artikel, artikelnaam, product, productnaam, omschrijving, artikelomschrijving, dienst",
        "category": "categorie, groep, productgroep, artikelgroep, afdeling",
        "quantity": "aantal, hoeveelheid, stuks",
        "unit_price": "stukprijs, eenheidsprijs, prijs per stuk, prijs per eenheid",
        "type": (
            "soort, type, transactietype, soort transactie, bontype, documenttype, soort bon, type bon, bonsoort, "
            "soort verkoop, transactiesoort"
        ),
        "status": (
            "status, betaalstatus, orderstatus, status betaling, betaal status, bonstatus, bon status, verkoopstatus, "
            "resultaat"
        ),
        "birthday": "geboortedatum, verjaardag",
        "marketing": "nieuwsbrief, marketing, toestemming, marketing toestemming, reclame toestemming",
        "email_marketing": "e mail nieuwsbrief, e mail toestemming",
        "sms_marketing": "sms toestemming",
        "other": (
            "betaalmethode, betaalwijze, betaalmiddel, betaling, winkel, filiaal, kassa, kassanummer, locatie, "
            "opmerking, opmerkingen, notitie, artikelnummer, artikelcode, btw tarief, btw percentage, btw nummer, "
            "wisselgeld, adres, straat, plaats, postcode, land, bedrijf, tafel, medewerker e mail, personeelsnummer, "
            "punten, leverstatus, bezorgstatus, verzendstatus"
        ),
    },
}
