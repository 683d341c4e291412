"""The words that tills write in cells: what is a refund or no sale, who is nobody, months, currencies. Data only."""

from collections.abc import Mapping
from functools import cache

from loyaltui.pos.words import words

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
