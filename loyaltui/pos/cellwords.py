"""The words that tills write in cells: who is nobody, totals, yes and no. Data only."""

from collections.abc import Mapping
from functools import cache

from loyaltui.pos.words import words

# names and codes that tills give to everybody and nobody
WALK_IN = (
    "walk in, walkin, walk in customer, walk in client, walk ins, walk in guest, guest, guest customer, cash, "
    "cash sale, cash customer, counter, counter sale, counter customer, over the counter, anonymous, "
    "anonymous customer, no customer, no name, none, null, nil, nan, n a, na, unknown, unknown customer, retail, "
    "retail customer, default customer, default, general customer, general, passer by, customer, client, member, "
    "valued customer, cardholder, valued cardholder, not specified, not set, unassigned, pos customer, till customer, "
    "store customer, casual customer, various, miscellaneous, test, test customer, klient detaliczny, klient, "
    "klient anonimowy, klient indywidualny, klient jednorazowy, klient przypadkowy, klient z ulicy, klient gotówkowy, "
    "detaliczny, detal, sprzedaż detaliczna, brak, paragon, anonim, anonimowy, gość, nieznany, osoba fizyczna, "
    "konsument, kontrahent jednorazowy, kontrahent detaliczny, nabywca detaliczny, laufkunde, laufkundschaft, "
    "laufkundin, laufkunden, barverkauf, barkunde, bar kunde, diverse, divers, gast, gastkunde, unbekannt, "
    "tageskunde, ohne, ohne kunde, kein kunde, kunde, privatkunde, endkunde, standardkunde, standard kunde, passant, "
    "anonym, thekenverkauf, ladenverkauf, einmalkunde, comptoir, client comptoir, vente comptoir, vente au comptoir, "
    "passage, client de passage, client passage, client divers, clients divers, clientèle de passage, particulier, "
    "client particulier, inconnu, client inconnu, anonyme, client anonyme, aucun, sans client, sans nom, invité, "
    "vente directe, client par défaut, au comptant, client comptant, mostrador, cliente mostrador, "
    "cliente de mostrador, venta mostrador, venta de mostrador, cliente de paso, contado, cliente contado, "
    "cliente de contado, venta al contado, público general, público en general, varios, cliente varios, "
    "clientes varios, anónimo, cliente anónimo, sin nombre, sin cliente, ninguno, invitado, desconocido, particular, "
    "cliente general, cliente genérico, cliente final, consumidor final, cliente occasionale, cliente di passaggio, "
    "banco, vendita al banco, cliente banco, cliente al banco, privato, cliente privato, sconosciuto, cliente, "
    "ospite, nessuno, nessun cliente, senza nome, cliente sconosciuto, consumatore finale, cliente contanti, "
    "clienti vari, vari, passanten, losse klant, losse verkoop, contante klant, contant, balie, balieverkoop, "
    "toonbank, toonbankverkoop, toonbankklant, anoniem, onbekend, onbekende klant, klant, geen klant, geen, "
    "particuliere klant, diversen, winkelklant, kassaklant, contante verkoop, cliente balcão, balcão, "
    "venda ao balcão, venda balcão, cliente indiferenciado, consumidor, cliente avulso, avulso, cliente padrão, "
    "cliente não identificado, não identificado, não informado, desconhecido, sem nome, sem cliente, nenhum, "
    "convidado, diversos, clientes diversos, cliente diversos, kontantkunde, kontant, kontantsalg, diverse kunde, "
    "diverse kunder, anonym kunde, ukendt, ukendt kunde, ukjent, ukjent kunde, gæst, gjest, gæstekunde, ingen kunde, "
    "ingen, butikskunde, drop in, drop in kunde, kassekunde, løssalg, kontantkund, kontantförsäljning, diverse kund, "
    "anonym kund, okänd, okänd kund, ingen kund, kund, butikskund, drop in kund, privatkund, dagskund, "
    "koncový zákazník, neregistrovaný zákazník, neregistrovaný, anonymní zákazník, anonymní, maloobchod, "
    "maloobchodní zákazník, hotovostní zákazník, hotovostní prodej, zákazník, host, neznámý, neznámý zákazník, "
    "bez zákazníka, běžný zákazník, drobný prodej, prodej za hotové, anonymný zákazník, anonymný, "
    "maloobchodný zákazník, hotovostný zákazník, розничный покупатель, розничный клиент, розница, розничная продажа, "
    "физлицо, физическое лицо, физ лицо, частное лицо, частный клиент, гость, аноним, анонимный покупатель, "
    "анонимный клиент, без клиента, без имени, неизвестный, неизвестно, неизвестный покупатель, покупатель, клиент, "
    "случайный покупатель, разовый покупатель, разовый клиент, прочие, наличные, наличный расчет, не указан, "
    "не указано, нет, посетитель, контрагент по умолчанию, прохожий, роздрібний покупець, роздрібний клієнт, роздріб, "
    "роздрібний продаж, фізична особа, фізособа, фіз особа, приватна особа, гість, анонім, анонімний покупець, "
    "анонімний клієнт, без клієнта, невідомий, невідомо, покупець, клієнт, випадковий покупець, готівка, не вказано, "
    "кінцевий споживач, 散客, 零售客户, 零售顾客, 零售, 普通顾客, 普通客户, 普通散客, 临时客户, 临时顾客, 匿名, "
    "匿名用户, 匿名顾客, 游客, 路人, 过路客, 非会员, 无, 未知, 默认客户, 现金客户, 门店散客, 顾客, 客户, 会员, "
    "一般顾客, 一般客户, 无会员, 散户, 零售客戶, 零售顧客, 一般顧客, 一般客戶, 一般客, 匿名顧客, 訪客, 遊客, 過路客, "
    "非會員, 無, 現金客, 現金客戶, 門市散客, 顧客, 客戶, 預設客戶, 臨時客戶, 來店客, 一般, 一般のお客様, 一般客様, "
    "ゲスト, ゲスト様, 非会員, 非会員様, 匿名様, 店頭, 店頭客, 店頭販売, 現金売, 現金売上, 不明, なし, 無し, 未登録, "
    "未設定, 未登録客, フリー, フリー客, 一見客, 飛び込み, 通りすがり, お客様, 会員なし, 顧客なし, 名無し, 上様, "
    "新規, pos guest, non member, non members, not registered, unregistered, unregistered customer, not a member, "
    "retail sale, retail sales, takeaway, take away, takeout, take out, to go, eat in, dine in, visitor, "
    "walk in sale, no member, no customer selected, no loyalty, anonymous guest, guest checkout, house account, "
    "privat, private, tagesgast, tagesgäste, abholer, ausser haus, außer haus, im haus, zum mitnehmen, "
    "straßenverkauf, nicht registriert, kein mitglied, nichtmitglied, gäste, client occasionnel, non inscrit, "
    "non membre, non adhérent, à emporter, sur place, passant, client privé, cliente ocasional, no registrado, "
    "no socio, para llevar, venta general, publico, cliente esporádico, sin registrar, non registrato, non socio, "
    "da asporto, asporto, privati, consumidor não identificado, consumidor nao identificado, não registado, "
    "não cadastrado, não sócio, sem cadastro, takeaway cliente, levar, para levar, cliente ocasional balcão, "
    "niet geregistreerd, geen lid, afhaal, afhalen, meenemen, losse bezoeker, niezarejestrowany, "
    "klient niezarejestrowany, klient okazjonalny, na wynos, bez karty, bez klienta, ikke medlem, ikke registreret, "
    "ikke registrert, privatkunde kontant, ej medlem, inte medlem, oregistrerad, avhämtning, bez registrace, "
    "bez registrácie, neregistrovaný zákazník predaj, s sebou, незарегистрированный, не зарегистрирован, без карты, "
    "самовывоз, с собой, незареєстрований, без картки, з собою, 未注册, 外带, 堂食, 非會員顧客, 外帶, 未登錄, 外卖, "
    "外賣, 持ち帰り, 会員外, 非会員客, テイクアウト, "
    "perakende müşteri, perakende, perakende satış, peşin müşteri, nakit müşteri, peşin satış, nakit satış, "
    "nihai tüketici, muhtelif müşteri, muhtelif müşteriler, muhtelif, misafir, isimsiz, müşteri, genel müşteri, "
    "üye olmayan, kayıtsız müşteri, gel al, tezgah satış, bireysel müşteri, készpénzes vevő, lakossági vevő, "
    "lakosság, alkalmi vevő, névtelen, névtelen vevő, ismeretlen, ismeretlen vevő, vendég, vevő, vásárló, "
    "magánszemély, kiskereskedelmi vevő, végfelhasználó, elvitel, elvitelre, pultos eladás, egyéb vevő, "
    "nem regisztrált, käteisasiakas, satunnainen asiakas, satunnaisasiakas, tuntematon, tuntematon asiakas, "
    "anonyymi, vieras, asiakas, kuluttaja, kuluttaja asiakas, yksityisasiakas, ei asiakasta, käteismyynti, "
    "tiskimyynti, mukaan, noutoasiakas, ei jäsen, persoană fizică, client persoană fizică, persoane fizice, "
    "client ocazional, client generic, client anonim, client retail, vânzare cu amănuntul, consumator final, "
    "client final, necunoscut, client necunoscut, oaspete, fără client, fără nume, clienți diverși, "
    "client diverși, diverși, la pachet, neînregistrat, 비회원, 비회원고객, 일반고객, 일반 고객, 일반, 손님, 고객, "
    "게스트, 현금고객, 미등록, 미등록고객, 무기명, 익명, 방문고객, 방문 고객, 없음, 알수없음, 알 수 없음, 포장, "
    "워크인, 개인"
)
# what is nobody when a number stands behind it: a guest, a seat
NUMBERED = (
    "walk in, walkin, walk in customer, guest, pos guest, table, tab, seat, bar, room, gast, laufkunde, tisch, platz, "
    "zimmer, table client, invité, chambre, mesa, invitado, barra, habitación, tavolo, ospite, camera, convidado, "
    "tafel, bord, gæst, gjest, gäst, stolik, gość, stůl, host, stôl, hosť, стол, гость, столик, стіл, гість, 桌, 台, "
    "散客, 客人, 卓, テーブル, ゲスト, "
    "masa, misafir, vendég, asztal, vieras, pöytä, oaspete, 테이블, 손님, 좌석, 게스트"
)
# who brings it to somebody else, and how it was paid: nobody's name, with or without a number behind it
DELIVERY = (
    "deliveroo, uber eats, ubereats, uber, just eat, justeat, just eat takeaway, takeaway com, wolt, glovo, "
    "bolt food, doordash, door dash, grubhub, grub hub, postmates, skip the dishes, skipthedishes, gopuff, pyszne, "
    "pyszne pl, lieferando, lieferando de, foodora, foodpanda, food panda, mjam, thuisbezorgd, thuisbezorgd nl, "
    "menulog, talabat, hungerstation, jahez, careem food, noon food, swiggy, zomato, eatclub, grabfood, grab food, "
    "gofood, shopeefood, rappi, ifood, pedidosya, pedidos ya, didi food, getir, getir yemek, yemeksepeti, "
    "trendyol yemek, efood, foody, netpincer, foodpanda hu, dáme jídlo, damejidlo, bistro sk, too good to go, "
    "smood, eat ch, delivery club, яндекс еда, yandex eats, деливери клаб, самокат, meituan, 美团, 美团外卖, "
    "饿了么, ele me, eleme, 京东到家, 出前館, ウーバーイーツ, 배달의민족, 배민, 요기요, 쿠팡이츠, coupang eats, "
    "baemin, yogiyo, delivery, home delivery, lieferung, lieferdienst, livraison, entrega a domicilio, "
    "consegna a domicilio, bezorging, dostawa, rozvoz, доставка, 外送, 배달, bar, bargeld, barzahlung, barzahler, "
    "efectivo, en efectivo, espèces, en espèces, contanti, in contanti, dinheiro, em dinheiro, gotówka, hotově, "
    "hotovost, nakit, käteinen, készpénz, numerar, kontanter, наличка, 现金, 現金, 현금"
)
TOTALS = (
    "total, totals, grand total, total general, sum, total sales, overall total, sum total, "
    "razem, suma, ogółem, łącznie, suma końcowa, razem brutto, "
    "gesamt, gesamtsumme, summe, gesamtbetrag, summen, endsumme, total brutto, "
    "totaux, totaux généraux, totales, suma total, totale, totale generale, totali, totale complessivo, "
    "total geral, totais, soma, soma total, "
    "totaal, eindtotaal, totalen, i alt, ialt, total i alt, totalt, sum totalt, totalsumma, summa, totalsum, "
    "celkem, součet, celkový součet, úhrnem, spolu, celkom, súčet, celkový súčet, "
    "итого, всего, итог, общий итог, итого за период, всего итого, разом, всього, усього, підсумок, "
    "загальний підсумок, "
    "合计, 总计, 总合计, 共计, 合計, 總計, 總合計, 共計, 总和, 全部合计, 总额, 總額, 総合計, 総計, 合計金額, "
    "toplam, genel toplam, összesen, mindösszesen, végösszeg, yhteensä, kaikki yhteensä, loppusumma, totaluri, "
    "합계, 총계, 총합계, 총 합계, 총합"
)
SUBTOTALS = (
    "subtotal, sub total, sub totals, day total, daily total, total for day, page total, carried forward, "
    "tagessumme, zwischensumme, tagestotal, übertrag, seitensumme, sous total, sous totaux, total du jour, "
    "total jour, à reporter, "
    "subtotale, totale giorno, totale del giorno, totale giornaliero, parziale, subtotaal, dagtotaal, "
    "total del día, total día, total diario, total do dia, sub total do dia, "
    "suma dnia, razem dzień, suma częściowa, podsuma, razem za dzień, suma dzienna, "
    "dagstotal, dagens total, delsum, delsumma, dagssumma, dagsum, mellomsum, mezisoučet, denní součet, "
    "celkem za den, medzisúčet, denný súčet, spolu za deň, "
    "итого за день, подытог, промежуточный итог, всего за день, итого за смену, підсумок за день, "
    "проміжний підсумок, разом за день, всього за день, "
    "小计, 小計, 本日合计, 日合计, 当日合计, 本日合計, 日合計, 當日合計, 日計, 本页合计, 本頁合計, 当日小計, "
    "日小計, 部門計, "
    "ara toplam, günlük toplam, gün toplamı, részösszeg, napi összesen, nap összesen, välisumma, päivä yhteensä, "
    "päivän summa, total zi, total pe zi, 소계, 일계, 일합계"
)
FOOTERS = (  # beginnings
    "exported, export, generated, printed, report, end of, page, created on, powered by, prepared by, as of, "
    "number of, run date, "
    "wygenerowano, wydrukowano, strona, wydruk, sporządzono, liczba, "
    "erstellt, gedruckt, seite, ausgedruckt, bericht, anzahl, "
    "imprimé, généré, édité, exporté, rapport, nombre de, fin de, "
    "generado, impreso, exportado, página, informe, "
    "generato, stampato, esportato, fine, rapporto, gerado, impresso, relatório, fim do, "
    "afgedrukt, gegenereerd, geëxporteerd, einde, udskrevet, eksporteret, genereret, side, skrevet ut, eksportert, "
    "generert, utskriven, exporterad, genererad, sida, "
    "vytištěno, vygenerováno, strana, exportováno, vytlačené, vygenerované, "
    "сформирован, сформировано, напечатан, напечатано, отчет, страница, выгружено, экспорт, дата формирования, "
    "конец, сформовано, надруковано, звіт, сторінка, "
    "导出, 打印, 制表, 报表, 第, 导出时间, 匯出, 列印, 製表, 報表, 印刷, 出力, 作成, 帳票, ページ, "
    "oluşturulma, yazdırma, rapor, sayfa, dışa aktar, készült, nyomtatva, oldal, jelentés, exportálva, tulostettu, "
    "luotu, sivu, raportti, tipărit, pagina, exportat, 출력일, 작성일, 페이지, 보고서, 생성일"
)
YES = (
    "yes, y, true, t, 1, on, x, subscribed, opted in, opt in, accepted, allowed, granted, checked, "
    "ja, j, wahr, oui, o, vrai, si, s, verdadero, vero, sim, verdadeiro, waar, sand, sann, sant, tak, prawda, ano, "
    "pravda, да, д, истина, так, правда, "
    "是, 有, 对, 真, 同意, 已同意, 已订阅, 接受, 對, 已訂閱, はい, 有り, あり, 許可, 可, 希望する, 希望, 同意する, "
    "済, する, 受信する, "
    "evet, doğru, izinli, onaylı, igen, igaz, kyllä, tosi, sallittu, da, adevărat, 예, 네, 동의, 허용, 있음, "
    "수신동의"
)
NO = (
    "no, n, false, f, 0, off, unsubscribed, not subscribed, opted out, opt out, declined, denied, bounced, never, "
    "none, unchecked, "
    "nein, falsch, non, faux, falso, não, nee, onwaar, nej, nei, falsk, falskt, usann, nie, fałsz, ne, nepravda, "
    "нет, н, ложь, ні, хибність, неправда, "
    "否, 无, 不, 假, 不同意, 未同意, 未订阅, 拒绝, 無, 未訂閱, 拒絕, いいえ, 無し, なし, 不可, 拒否, 希望しない, "
    "同意しない, しない, 受信しない, 未, "
    "hayır, yok, yanlış, izinsiz, nem, hamis, ei, epätosi, kielletty, nu, fals, 아니오, 아니요, 미동의, 거부, "
    "없음"
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
    "C$": "CAD",
    "AU$": "AUD",
    "HK$": "HKD",
    "NT$": "TWD",
    "S$": "SGD",
    "MX$": "MXN",
    "CN¥": "CNY",
    "RMB": "CNY",
    "圓": "TWD JPY",
    "元人民币": "CNY",
    "zl": "PLN",
    "ZŁ": "PLN",
    "Zł": "PLN",
    "KČ": "CZK",
    "kč": "CZK",
    "Kr": "SEK NOK DKK ISK",
    "Kr.": "DKK SEK NOK ISK",
    "DKr": "DKK",
    "SKr": "SEK",
    "NKr": "NOK",
    "Sfr.": "CHF",
    "Fr": "CHF",
    "eur": "EUR",
    "Eur": "EUR",
    "Euro": "EUR",
    "euro": "EUR",
    "р": "RUB",
    "р.": "RUB",
    "Руб": "RUB",
    "Руб.": "RUB",
    "грн": "UAH",
    "грн.": "UAH",
    "₸": "KZT",
    "원": "KRW",
    "TL": "TRY",
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
def truths() -> Mapping[str, bool]:
    """Cell word → whether it says yes, in every language."""
    return {**dict.fromkeys(words(NO), False), **dict.fromkeys(words(YES), True)}
