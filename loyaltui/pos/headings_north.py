"""Header words of tills in Danish, Norwegian, Swedish and Finnish: field → words, the surest first. Data only."""

from collections.abc import Mapping

HEADERS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "date": (
            "salgsdato, bondato, fakturadato, købsdato, transaktionsdato, ordredato, betalingsdato, dato, "
            "dato og tid, dato tid, dato klokkeslæt, dag, tidspunkt, solgt den, betalt den, udstedelsesdato, "
            "bilagsdato"
        ),
        "time": "tid, klokkeslæt, kl, salgstidspunkt, klokken, kl slæt, bontidspunkt",
        "total": "total inkl moms, i alt inkl moms, totalbeløb, samlet beløb, at betale, i alt, ialt, total, bontotal",
        "amount": "beløb inkl moms, beløb, betalt beløb, betalt, brutto, bruttobeløb, omsætning, salg, sum, værdi, "
        "pris",
        "net": "beløb ekskl moms, beløb ekskl. moms, total ekskl moms, netto, nettobeløb, subtotal",
        "tax": "moms, momsbeløb, afgift",
        "discount": "rabat, rabatbeløb, nedslag",
        "tip": "drikkepenge, tips, drikkepengebeløb",
        "gift_card": "solgte gavekort, gavekort salg, salg af gavekort",
        "refunded": (
            "refunderet, refunderet beløb, tilbagebetalt, returneret, returneret beløb, retur, refusion, refusioner, "
            "tilbagebetalinger"
        ),
        "currency": "valuta, valutakode",
        "customer": "kunde, køber, medlem, gæst",
        "customer_id": "kundenummer, kundenr, kunde nr, kunde id, kundekode, medlemsnummer, medlemsnr, medlemsnr.",
        "name": "kundenavn, kundens navn, kunde navn, fulde navn, navn",
        "first_name": "fornavn",
        "last_name": "efternavn",
        "email": "kundens e mail, kunde e mail, e mail, email, mail, e mailadresse, mailadresse",
        "phone": "telefon, telefonnummer, telefonnr, tlf, tlf nr, tlfnr, mobil, mobilnummer, mobilnr, mobiltelefon",
        "card": (
            "kundekort, kundekortnummer, medlemskort, fordelskort, bonuskort, kortnummer, kort nr, medlemskortnummer, "
            "kundekort nr, klubkort"
        ),
        "receipt": (
            "kvitteringsnummer, kvitteringsnr, kvittering, bonnummer, bonnr, bon nr, bon, fakturanummer, fakturanr, "
            "faktura, ordrenummer, ordrenr, transaktionsnummer, transaktions id, bilagsnummer, bilagsnr, "
            "kvittering nr, bilag nr, bilag, salg, salgsnummer, salgs nr, transaktion, transaktions nr, ordre nr"
        ),
        "payment": "betalings id",
        "staff": "personale, medarbejder, ekspedient, sælger, kasserer, kassemedarbejder, tjener, betjent af, bruger",
        "item": "vare, varenavn, produkt, produktnavn, varetekst, ydelse, artikel",
        "category": "kategori, varegruppe, afdeling",
        "quantity": "antal, mængde, stk",
        "unit_price": "stykpris, enhedspris, pris pr stk, pris pr. stk",
        "type": (
            "type, hændelsestype, art, transaktionstype, bilagstype, salgstype, bontype, kvitteringstype, "
            "betalingshændelse, slags"
        ),
        "status": (
            "status, betalingsstatus, ordrestatus, salgsstatus, bonstatus, kvitteringsstatus, status betaling, "
            "fakturastatus, resultat"
        ),
        "birthday": "fødselsdag, fødselsdato",
        "marketing": "nyhedsbrev, markedsføring, samtykke, markedsføringssamtykke, permission",
        "email_marketing": "e mail samtykke, nyhedsbrev e mail",
        "sms_marketing": "sms samtykke, sms permission",
        "other": (
            "betalingsmetode, betalingsmåde, betalingstype, betalingsform, kortudsteder, sidste cifre, solgt via, "
            "butik, kasse, kassenummer, kasse nr, sted, bemærkning, bemærkninger, note, kommentar, beskrivelse, "
            "varenummer, varenr, momssats, gebyr, byttepenge, adresse, by, postnummer, postnr, land, firma, bord, "
            "medarbejdernummer, medarbejder e mail, point, leveringsstatus, forsendelsesstatus"
        ),
    },
    "no": {
        "date": (
            "salgsdato, bongdato, fakturadato, kjøpsdato, transaksjonsdato, ordredato, betalingsdato, dato, "
            "dato og tid, dato tid, dato klokkeslett, dag, tidspunkt, solgt den, betalt den, bilagsdato, utstedt"
        ),
        "time": "tid, klokkeslett, kl, klokken, tidspunkt",
        "total": "totalt inkl mva, total inkl mva, sum inkl mva, totalbeløp, å betale, totalt, total, totalsum",
        "amount": "beløp inkl mva, beløp, betalt beløp, betalt, brutto, bruttobeløp, omsetning, salg, sum, verdi, pris",
        "net": "beløp eks mva, sum eks mva, netto, nettobeløp, delsum",
        "tax": "mva, mva beløp, merverdiavgift, avgift",
        "discount": "rabatt, rabattbeløp, avslag",
        "tip": "tips, driks, drikkepenger",
        "gift_card": "solgte gavekort, gavekort salg, salg av gavekort",
        "refunded": (
            "refundert, refundert beløp, tilbakebetalt, returnert, returnert beløp, retur, refusjon, refusjoner, "
            "tilbakebetalinger"
        ),
        "currency": "valuta",
        "customer": "kunde, kjøper, medlem, gjest",
        "customer_id": "kundenummer, kundenr, kunde nr, kunde id, kundekode, medlemsnummer, medlemsnr",
        "name": "kundenavn, kundens navn, fullt navn, navn",
        "first_name": "fornavn",
        "last_name": "etternavn",
        "email": "e post, epost, e postadresse, epostadresse, kundens e post, e mail, email",
        "phone": "telefon, telefonnummer, telefonnr, tlf, tlf nr, mobil, mobilnummer, mobilnr, mobiltelefon",
        "card": (
            "kundekort, kundekortnummer, medlemskort, fordelskort, bonuskort, kortnummer, kort nr, medlemskortnummer, "
            "kundekort nr, klubbkort"
        ),
        "receipt": (
            "kvitteringsnummer, kvitteringsnr, kvittering, bongnummer, bongnr, bong, fakturanummer, fakturanr, "
            "faktura, ordrenummer, ordrenr, transaksjonsnummer, transaksjons id, bilagsnummer, bilagsnr, "
            "kvittering nr, bilag nr, bilag, salg, salgsnummer, transaksjon, transaksjonsnr, ordre nr"
        ),
        "payment": "betalings id",
        "staff": "ansatt, medarbeider, selger, kasserer, ekspeditør, betjent av, personale, servitør, bruker",
        "item": "vare, varenavn, produkt, produktnavn, varetekst, tjeneste, artikkel",
        "category": "kategori, varegruppe, avdeling",
        "quantity": "antall, mengde, stk",
        "unit_price": "enhetspris, stykkpris, pris per stk, pris pr stk",
        "type": "type, transaksjonstype, salgstype, bilagstype, bongtype, kvitteringstype, hendelsestype, slag",
        "status": (
            "status, betalingsstatus, ordrestatus, salgsstatus, bongstatus, kvitteringsstatus, fakturastatus, resultat"
        ),
        "birthday": "fødselsdag, fødselsdato, bursdag",
        "marketing": "nyhetsbrev, markedsføring, samtykke, markedsføringssamtykke",
        "email_marketing": "e post samtykke, samtykke e post",
        "sms_marketing": "sms samtykke, samtykke sms",
        "other": (
            "betalingsmåte, betalingsmetode, betalingstype, betalingsmiddel, butikk, kasse, kassenummer, kassenr, "
            "sted, merknad, kommentar, notat, beskrivelse, varenummer, varenr, mva sats, gebyr, veksel, adresse, "
            "poststed, postnummer, postnr, land, firma, bord, ansattnummer, ansatt e post, poeng, leveringsstatus, "
            "forsendelsesstatus"
        ),
    },
    "sv": {
        "date": (
            "försäljningsdatum, kvittodatum, fakturadatum, köpdatum, transaktionsdatum, orderdatum, betalningsdatum, "
            "datum, datum och tid, datum tid, datum klockslag, dag, tidpunkt, såld den, betald den, bokföringsdatum"
        ),
        "time": "tid, klockslag, kl, klockan",
        "total": "totalt inkl moms, total inkl moms, summa inkl moms, totalbelopp, att betala, totalsumma, totalt, "
        "total",
        "amount": "belopp inkl moms, belopp, betalt belopp, betalt, brutto, bruttobelopp, omsättning, försäljning, "
        "summa, värde, pris",
        "net": "belopp exkl moms, summa exkl moms, netto, nettobelopp, delsumma",
        "tax": "moms, momsbelopp, skatt",
        "discount": "rabatt, rabattbelopp, avdrag",
        "tip": "dricks, dricksbelopp, dricks belopp",
        "gift_card": "sålda presentkort, presentkort försäljning, försäljning presentkort",
        "refunded": (
            "återbetalt, återbetalt belopp, återbetalning, återbetalningar, returnerat, retur, återköp, returbelopp"
        ),
        "currency": "valuta",
        "customer": "kund, köpare, medlem, gäst",
        "customer_id": "kundnummer, kundnr, kund nr, kund id, kundkod, medlemsnummer, medlemsnr",
        "name": "kundnamn, kundens namn, fullständigt namn, för och efternamn, namn",
        "first_name": "förnamn",
        "last_name": "efternamn",
        "email": "e post, epost, e postadress, epostadress, kundens e post, e mail, email, mejl, mail",
        "phone": "telefon, telefonnummer, telefonnr, tel, tfn, mobil, mobilnummer, mobilnr, mobiltelefon",
        "card": (
            "kundkort, kundkortsnummer, medlemskort, bonuskort, lojalitetskort, kortnummer, kort nr, "
            "medlemskortsnummer, medlemskort nr, kundkort nr, klubbkort"
        ),
        "receipt": (
            "kvittonummer, kvittonr, kvitto nr, kvitto, notanummer, nota, fakturanummer, fakturanr, faktura, "
            "ordernummer, ordernr, transaktionsnummer, transaktions id, verifikationsnummer, kvitto nummer, "
            "försäljning, försäljningsnummer, transaktion, transaktionsnr, köp nr, köpnummer, bong, bongnummer"
        ),
        "payment": "betalnings id",
        "staff": "personal, anställd, medarbetare, säljare, kassör, kassörska, expedit, servitör, servitris, användare",
        "item": "artikel, artikelnamn, produkt, produktnamn, vara, varunamn, benämning, tjänst",
        "category": "kategori, varugrupp, artikelgrupp, avdelning",
        "quantity": "antal, kvantitet, mängd, st",
        "unit_price": "styckpris, enhetspris, á pris, a pris, pris per st, pris st",
        "type": "typ, transaktionstyp, händelsetyp, kvittotyp, köptyp, försäljningstyp, bongtyp, notatyp, slag",
        "status": (
            "status, betalningsstatus, orderstatus, kvittostatus, försäljningsstatus, köpstatus, fakturastatus, "
            "status betalning, resultat"
        ),
        "birthday": "födelsedag, födelsedatum",
        "marketing": "nyhetsbrev, marknadsföring, samtycke, marknadsföringssamtycke",
        "email_marketing": "e post samtycke, nyhetsbrev e post",
        "sms_marketing": "sms samtycke, samtycke sms",
        "other": (
            "betalningsmetod, betalningssätt, betalningstyp, betalsätt, butik, kassa, kassanummer, kassanr, plats, "
            "anteckning, kommentar, anmärkning, beskrivning, artikelnummer, artikelnr, momssats, avgift, växel, "
            "adress, ort, postnummer, postnr, land, företag, bord, anställningsnummer, personal e post, poäng, "
            "leveransstatus, fraktstatus"
        ),
    },
    "fi": {
        "date": (
            "myyntipäivä, ostopäivä, kuittipäivä, laskupäivä, tilauspäivä, tapahtumapäivä, maksupäivä, myyntipvm, "
            "kuittipvm, tapahtuma pvm, päivämäärä ja aika, päivämäärä, päivä ja aika, pvm ja klo, pvm, päiväys, "
            "päivä, ajankohta, aikaleima"
        ),
        "time": "kellonaika, klo, myyntiaika, aika, kello",
        "total": (
            "maksettava yhteensä, yhteensä sis alv, loppusumma, summa sis alv, kokonaissumma, maksettava, "
            "kuitin summa, tilauksen summa, yhteensä"
        ),
        "amount": (
            "maksettu summa, verollinen summa, verollinen, bruttosumma, brutto, hinta sis alv, hinta yhteensä, "
            "summa, myynti, maksettu"
        ),
        "net": "veroton summa, veroton, nettosumma, netto, yhteensä ilman alv, välisumma",
        "tax": "alv summa, alv määrä, alv, arvonlisävero, veron määrä, vero",
        "discount": "alennuksen määrä, alennus summa, alennus, alennukset",
        "tip": "juomaraha, tippi",
        "gift_card": "myydyt lahjakortit, lahjakorttimyynti, lahjakortin myynti",
        "refunded": "palautettu summa, hyvitetty summa, palautuksen määrä, palautettu, hyvitetty",
        "currency": "valuutta, valuuttakoodi",
        "customer": "asiakas, ostaja, jäsen, vieras",
        "customer_id": (
            "asiakasnumero, asiakasnro, asiakas nro, asiakas id, asiakastunnus, asiakkaan numero, jäsennumero, jäsennro"
        ),
        "name": "asiakkaan nimi, asiakasnimi, asiakas nimi, ostajan nimi, jäsenen nimi, koko nimi, nimi",
        "first_name": "etunimi",
        "last_name": "sukunimi",
        "email": "asiakkaan sähköposti, asiakkaan sähköpostiosoite, sähköpostiosoite, sähköposti, email, e mail",
        "phone": (
            "asiakkaan puhelin, asiakkaan puhelinnumero, puhelinnumero, puhelin, puh nro, puh, matkapuhelin, gsm"
        ),
        "card": (
            "kanta asiakaskortti, kanta asiakasnumero, kanta asiakas, asiakaskortti, asiakaskortin numero, "
            "jäsenkortti, bonuskortti"
        ),
        "receipt": (
            "kuittinumero, kuitin numero, kuittinro, kuitti nro, kuitti, tositenumero, tosite, laskun numero, "
            "laskunumero, lasku, tilausnumero, tilausnro, tilaus, tapahtumanumero, tapahtumatunnus, tapahtuma id, "
            "myyntinumero"
        ),
        "payment": "maksutunnus, maksun tunnus",
        "staff": "myyjä, kassanhoitaja, työntekijä, tarjoilija, asiakaspalvelija, kassahenkilö, palvelija, käyttäjä",
        "item": "tuote, tuotenimi, tuotteen nimi, tuotenimike, nimike, artikkeli, palvelu",
        "category": "tuoteryhmä, kategoria, osasto, ryhmä",
        "quantity": "kpl, lukumäärä, kappalemäärä, määrä",
        "unit_price": "yksikköhinta, kappalehinta, a hinta, hinta",
        "type": (
            "tapahtumatyyppi, tapahtuman tyyppi, myyntityyppi, tositetyyppi, kuittityyppi, tyyppi, laji, tapahtuma"
        ),
        "status": "tila, maksun tila, maksutila, tilauksen tila, kuitin tila, laskun tila, status",
        "birthday": "syntymäaika, syntymäpäivä",
        "marketing": "markkinointilupa, suoramarkkinointilupa, uutiskirje",
        "email_marketing": "sähköpostimarkkinointi, sähköpostilupa",
        "sms_marketing": "tekstiviestimarkkinointi, tekstiviestilupa, sms lupa",
        "other": (
            "maksutapa, maksuväline, maksutyyppi, kassa, kassan numero, kassapääte, toimipiste, myymälä, pöytä, "
            "huomautus, muistiinpanot, lisätiedot, kuvaus, tuotenumero, tuotekoodi, viivakoodi, alv kanta, "
            "alv prosentti, verokanta, palkkio, vaihtoraha, osoite, kaupunki, postinumero, maa, yritys, y tunnus, "
            "pisteet, myyjän sähköposti, työntekijän sähköposti, kassanhoitajan sähköposti, työntekijänumero, "
            "toimitustila, yksikkö"
        ),
    },
}
