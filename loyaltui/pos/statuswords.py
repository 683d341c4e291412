"""The words that tills write in type and status columns: a sale, a refund, or no sale and why. Data only.

`TYPES` and `STATUSES` hold whole cells, `STEMS` how single words begin where a till says it in a phrase.
"""

from collections.abc import Mapping

REFUND = "refund"
REFUNDED = "refunded"  # a status: the sale was given back whole
# what a cell of a type column means: a refund, or the reason why the row is left out; anything else is a sale
TYPES: Mapping[str, str] = {
    REFUND: (
        "refund, refunded, refunded sale, return, returned, returns, credit note, credit memo, ret, sale return, "
        "sales return, refund receipt, exchange refund, reversal, "
        "zwrot, korekta, zw, kfs, zwrot towaru, faktura korygująca, paragon korygujący, "
        "rückerstattung, erstattung, rückgabe, retoure, storno gutschrift, gutschrift, rückzahlung, "
        "warenrücknahme, rücknahme, "
        "remboursement, avoir, retour, retour client, note de crédit, rembours, "
        "devolución, reembolso, abono, nota de crédito, nota de abono, "
        "reso, rimborso, nota di credito, nota credito, reso merce, "
        "terugbetaling, retourbon, creditnota, teruggave, retournering, "
        "devolução, estorno, devolução de venda, "
        "returnering, refusion, refundering, retur, kreditnota, tilbagebetaling, refusjon, tilbakebetaling, "
        "återköp, återbetalning, kreditfaktura, returköp, "
        "vratka, dobropis, vrácení, vrácení zboží, refundace, vrátenie, refundácia, opravný doklad, "
        "возврат, возврат прихода, возврат продажи, возврат товара, возврат от покупателя, возврат покупателю, "
        "возврат денег, чек возврата, "
        "повернення, повернення товару, повернення продажу, чек повернення, "
        "退款, 退货, 退单, 退款单, 退货单, 销售退货, 退貨, 退單, 退款單, 退貨單, 銷貨退回, 退费, 退費, "
        "teilerstattung, teilretoure, teilrückgabe, teilstorno, return refund, "
        "返品, 返金, 返品取引, 売上返品, 払い戻し, 払戻し, 払戻, "
        "iade, iade fişi, satış iadesi, iade faturası, visszáru, visszatérítés, visszavét, visszavásárlás, "
        "jóváírás, palautus, hyvitys, hyvityslasku, palautuskuitti, rambursare, bon retur, notă de credit, 환불, "
        "반품, 반품거래, 취소, 승인취소, 결제취소, 매출취소"
    ),
    "void": (
        "void, voided, storno, anulacja, annulation, anulación, annullo, anulação, annulering, annullering, "
        "makulering, "
        "stornierung, анулювання, аннулирование, сторно, 作废, 作廢, 取り消し, 打消, 打ち消し"
    ),
    "payout": (
        "payout, auszahlung, wypłata, versement, uitbetaling, udbetaling, utbetaling, utbetalning, výplata, "
        "выплата, виплата, pago saliente, prelievo, retiro, levantamento, 提现, 提現, 出金"
    ),
    "not_a_sale": (
        "quote, quotation, estimate, no sale, pay in, pay out, paid in, paid out, cash in, cash out, deposit, "
        "float, opening float, cash drop, gift card load, gift card sale, gift card top up, gift card activation, "
        "top up, voucher load, tip, gratuity, tip adjustment, points, loyalty, order cancellation, inventory, "
        "transfer, training, account payment, layaway deposit, gift card reload, gift certificate sale, "
        "points earned, points redeemed, points adjustment, loyalty points, bonus points, points expired, "
        "punkte, punkte gesammelt, punkte eingelöst, punktegutschrift, schulung, "
        "points gagnés, points utilisés, points fidélité, formation, puntos, puntos ganados, puntos canjeados, "
        "punti, punti accumulati, punti utilizzati, punten, punten gespaard, punten ingewisseld, "
        "pontos, pontos ganhos, pontos resgatados, punkty, punkty naliczone, punkty wykorzystane, "
        "point, optjente point, brugte point, poeng, poäng, body, připsané body, uplatněné body, "
        "баллы, начисление баллов, списание баллов, бонусы, начисление бонусов, списание бонусов, "
        "бали, нарахування балів, списання балів, 积分, 积分兑换, 积分增加, 積分, 積分兌換, ポイント, "
        "ポイント付与, ポイント利用, "
        "angebot, kostenvoranschlag, einlage, bareinlage, barentnahme, entnahme, gutscheinverkauf, "
        "gutscheinaufladung, trinkgeld, kassenöffnung, anfangsbestand, privatentnahme, "
        "devis, versement espèces, apport, fond de caisse, retrait, vente carte cadeau, pourboire, proforma, "
        "presupuesto, cotización, entrada de caja, salida de caja, fondo de caja, venta tarjeta regalo, recarga, "
        "propina, "
        "preventivo, versamento, fondo cassa, mancia, ricarica, vendita gift card, "
        "orçamento, suprimento, sangria, fundo de caixa, gorjeta, venda cartão presente, "
        "offerte, storting, kasstorting, kasopname, fooi, cadeaubon verkoop, "
        "oferta, wpłata, wpłata do kasy, wypłata z kasy, napiwek, doładowanie, sprzedaż karty podarunkowej, ko, "
        "kp, kw, "
        "tilbud, indbetaling, drikkepenge, gavekortsalg, byttepenge, kontantindskud, innbetaling, kontantuttak, "
        "driks, offert, insättning, dricks, växelkassa, "
        "nabídka, vklad, výběr, spropitné, dýško, vklad do pokladny, výběr z pokladny, ponuka, prepitné, dobití, "
        "внесение, изъятие, внесение наличных, изъятие наличных, инкассация, пополнение, чаевые, "
        "продажа сертификата, открытие смены, закрытие смены, предложение, службове внесення, службова видача, "
        "внесення, вилучення, поповнення, чайові, "
        "充值, 储值, 报价, 小费, 备用金, 儲值, 加值, 報價, 小費, "
        "入金, チャージ, 見積, 見積もり, 両替, 釣銭準備金, 入出金, ギフトカード販売, チップ, "
        "teklif, kasa girişi, kasa çıkışı, avans, puan, puan kullanımı, hediye kartı satışı, bahşiş, ajánlat, "
        "árajánlat, pénzbetét, pénzkivét, befizetés, kifizetés, pont, pontbeváltás, feltöltés, tarjous, "
        "kassaan pano, kassasta otto, pisteet, lataus, lahjakorttimyynti, juomaraha, ofertă, proformă, "
        "intrare numerar, ieșire numerar, puncte, bacșiș, 입금, 출금, 충전, 적립, 포인트 적립, 포인트 사용, 견적, "
        "봉사료"
    ),
    "": (
        "sale, new sale, sales, purchase, exchange, order, online order, verkauf, umtausch, tausch, vente, échange, "
        "venta, cambio, vendita, cambio merce, verkoop, ruil, venda, troca, salg, ombytning, bytte, försäljning, "
        "byte, sprzedaż, wymiana, prodej, predaj, výměna, продажа, приход, обмен, продаж, обмін, 销售, 消费, 換貨, "
        "换货, 銷售, 売上, 販売, 交換, "
        "satış, peşin satış, eladás, értékesítés, csere, nyugta, számla, myynti, vaihto, kuitti, vânzare, schimb, "
        "bon fiscal, 판매, 매출, 승인, 결제, 교환"
    ),
}
STATUSES: Mapping[str, str] = {
    "void": (
        "void, voided, deleted, anulowany, anulowano, anulowane, anulowana, unieważniony, storno, annulé, "
        "annulée, anulado, anulada, annullato, annullata, geannuleerd, nul, "
        "annulleret, makuleret, slettet, annullert, makulert, makulerad, makulerat, annullerad, struken, "
        "stornováno, stornovaný, stornovaná, zrušeno, zrušená, zrušený, stornované, zrušené, "
        "аннулирован, аннулирована, аннулировано, сторно, сторнирован, удален, удалено, анульовано, анульований, "
        "анульована, сторновано, видалено, "
        "作废, 已作废, 撤销, 已撤销, 作廢, 已作廢, 撤銷, 已撤銷, "
        "取り消し, 取消済, 取消済み, 打消, 打消済, 打ち消し, 無効, "
        "sztornó, sztornózott, sztornózva, törölt, törölve, érvénytelen, mitätöity, mitätöinti, poistettu, anulat, "
        "anulată, stornat, stornată, șters, 무효, 삭제, 삭제됨"
    ),
    "cancelled": (
        "cancelled, canceled, cnl, cancel, storniert, abgebrochen, abgesagt, cancelado, cancelada, cancellato, "
        "cancellata, abandonné, kansellert, avbruten, avbrutt, afbrudt, wycofany, odwołany, отменен, отменена, "
        "отменено, отмена, отменённый, скасовано, скасований, скасована, відмінено, 已取消, 取消, 已关闭, 交易关闭, "
        "交易取消, 订单取消, 已關閉, 訂單取消, キャンセル, キャンセル済, キャンセル済み, 中止, no show, no shows, "
        "noshow, did not attend, nicht erschienen, no presentado, absent, non présenté, non presentato, "
        "niet verschenen, nie przyszedł, не явился, не пришел, 未到, 無断キャンセル, 来店なし, "
        "iptal, iptal edildi, iptal edilen, gelmedi, lemondva, lemondott, visszavonva, nem jelent meg, peruttu, "
        "peruutettu, keskeytetty, ei saapunut, abandonat, neprezentat, 취소, 취소됨, 취소완료, 주문취소, 결제취소, "
        "노쇼"
    ),
    "failed": (
        "failed, fail, declined, failure, error, rejected, expired, fehlgeschlagen, abgelehnt, fehler, échoué, échec, "
        "refusé, refusée, fallido, fallida, rechazado, rechazada, fallito, rifiutato, mislukt, geweigerd, falhou, "
        "recusado, recusada, odrzucona, odrzucony, nieudana, nieudany, fejlet, mislykket, mislykkedes, afvist, "
        "feilet, avvist, misslyckad, misslyckades, nekad, avvisad, neúspěšná, neúspěšný, neúspěšné, selhalo, selhala, "
        "zamítnuto, zamítnutá, zlyhalo, zlyhala, zamietnuté, zamietnutá, ошибка, отклонен, отклонена, отклонено, "
        "неуспешно, неудачно, отказ, помилка, відхилено, неуспішно, відмова, 失败, 支付失败, 付款失败, 交易失败, "
        "失敗, 支付失敗, 付款失敗, 交易失敗, 決済失敗, エラー, 拒否, 否認, timed out, timeout, payment error, "
        "scaduto, scaduta, caducado, caducada, périmé, błąd, niezrealizowany, niezrealizowane, 超时, 逾時, 已过期, "
        "başarısız, reddedildi, hata, onaylanmadı, sikertelen, elutasítva, elutasított, hiba, lejárt, epäonnistui, "
        "epäonnistunut, hylätty, virhe, vanhentunut, eșuat, eșuată, respins, respinsă, eroare, expirat, 실패, "
        "결제실패, 거절, 승인거절, 오류"
    ),
    "unpaid": (
        "unpaid, pending, pending payment, awaiting payment, not paid, open, saved, parked, layby, layaway, draft, "
        "on hold, offen, ausstehend, unbezahlt, nicht bezahlt, entwurf, impayé, impayée, non payé, en attente, "
        "brouillon, pendiente, impagado, no pagado, borrador, in sospeso, non pagato, in attesa, da pagare, bozza, "
        "openstaand, onbetaald, niet betaald, concept, pendente, não pago, em aberto, aguardando pagamento, rascunho, "
        "nieopłacony, nieopłacone, nieopłacona, niezapłacone, oczekuje, oczekujący, szkic, ubetalt, ikke betalt, "
        "afventer, åben, kladde, venter, åpen, kladd, obetald, ej betald, väntar, väntande, öppen, utkast, "
        "nezaplaceno, nezaplacená, neuhrazeno, neuhrazená, čeká na platbu, otevřená, otevřený, nezaplatené, "
        "neuhradené, čaká na platbu, otvorený, не оплачен, неоплачен, не оплачено, не оплачена, неоплачено, "
        "ожидает оплаты, в ожидании, ожидание, черновик, отложен, отложенный, открыт, не сплачено, очікує оплати, "
        "в очікуванні, чернетка, відкладено, 未付款, 待付款, 未支付, 待支付, 等待付款, 等待买家付款, 挂单, 未结账, "
        "掛單, 未結帳, 未付, 未払い, 未払, 未会計, 未精算, 支払待ち, 入金待ち, 未入金, 保留, open tab, non réglé, "
        "non réglée, in progress, not completed, offener posten, en cours, "
        "en curso, en espera, sin pagar, sin cobrar, in corso, sospeso, "
        "in afwachting, em andamento, sem pagamento, w trakcie, "
        "pågående, pågår, probíhá, prebieha, новый, предчек, новий, "
        "处理失败, "
        "ödenmedi, ödeme bekliyor, bekliyor, beklemede, açık, taslak, askıda, fizetetlen, kifizetetlen, "
        "nem fizetett, függőben, nyitott, piszkozat, fizetésre vár, maksamatta, avoin, odottaa, odottaa maksua, "
        "luonnos, kesken, neplătit, neplătită, neachitat, neachitată, în așteptare, deschis, ciornă, nefinalizat, "
        "미결제, 결제대기, 대기, 대기중, 입금대기, 미수, 미입금, 보류"
    ),
    REFUNDED: (
        "refunded, zwrocone, zwrocona, zwrocono, erstattet, ruckerstattet, rembourse, remboursee, "
        "reembolsado, reembolsada, rimborsato, rimborsata, terugbetaald, refunderet, возвращен, возвращён, "
        "已退款, 返金済, return, refund, reso, charge back, rückgabe, vratka, reklamace, zwrot, retour, retur, "
        "iade, iade edildi, visszatérítve, visszafizetve, palautettu, hyvitetty, rambursat, rambursată, returnat, "
        "returnată, 환불, 환불완료, 환불됨, 반품, 반품완료"
    ),
    REFUND: (  # papers of their own, whatever column they stand in
        "credit note, credit memo, gutschrift, avoir, note de crédit, nota de crédito, nota de abono, nota di credito, "
        "nota credito, creditnota, kreditnota, kreditfaktura, dobropis, faktura korygująca"
    ),
    "not_a_sale": (
        "quote, estimate, angebot, devis, presupuesto, preventivo, orçamento, offerte, tilbud, offert, nabídka"
    ),
    "": (
        "ok, processing, in bearbeitung, in arbeit, en proceso, in lavorazione, in behandeling, em processamento, "
        "w realizacji, under behandling, в обработке, в работе, в обробці, 处理中, 處理中, 処理中, pago, paga, payé, "
        "payée, réglé, réglée, encaissé, encaissée, terminé, validé, complet, comped, on account, bezahlt bar, "
        "emesso, emessa, emitido, emitida, 正常, 有效, 有効, 通常, 黒伝, 訂正, 退款中, 退款失败, 退款申请中, "
        "退款關閉, 退款关闭, "
        "ödendi, tamamlandı, onaylandı, kapalı, fizetve, kifizetve, teljesítve, lezárva, sikeres, maksettu, "
        "suoritettu, valmis, plătit, plătită, achitat, achitată, încasat, finalizat, finalizată, 완료, 결제완료, "
        "정상, 승인"
    ),
    "uncaptured": ("uncaptured, authorized, authorised, requires capture, autorisiert, autorisé, autorizado"),
}

# how single words begin, of a phrase in such a cell
PAID, DONE, PARTLY = "paid", "done", "partly"
STEMS: Mapping[str, str] = {
    "void": (
        "void, delet, storno, stornow, stornov, stornat, anulow, anulad, anulac, anulat, annul, geannul, makul, slett, "
        "raderad, struken, usuniet, uniewaz, smazan, odstran, gelosch, ungultig, invalid, supprim, eliminad, eliminat, "
        "excluid, apagad, inutiliz, verwijder, vervallen, revers, revertid, contrepass, "
        "аннулир, анульов, удален, видален, сторн, "
        "sztorn, ervenytel, mitatoi, poistet"
    ),
    "cancelled": (
        "cancel, annull, stornier, abgebroch, abgesagt, verworf, abandon, kanselle, avbrut, afbrud, afbrut, wycof, "
        "odwol, porzuc, zrus, отмен, скасов, відмін, прерван, "
        "iptal, perutt, peruut, lemond, visszavon"
    ),
    "failed": (
        "fail, declin, denied, denial, reject, error, expir, unsuccess, unauthori, fehlgeschl, abgelehn, abgelauf, "
        "gescheiter, echou, echec, refus, expir, fallid, rechaz, deneg, negad, fallit, respint, rifiut, mislu, geweig, "
        "verlopen, falhou, falhad, recusad, odrzuc, nieudan, wygas, fejlet, feilet, mislyk, misslyck, afvist, avvis, "
        "nekad, neuspes, selhal, zamitn, zlyhal, zamietn, ошибк, отклон, неуспеш, неудач, отказ, просроч, помилк, "
        "відхил, неусп, відмов, "
        "basarisiz, reddedil, sikertelen, elutas, epaonnist, hylat, esuat, esuata"
    ),
    "unpaid": (
        "unpaid, pending, await, outstand, open, parked, draft, layby, layaway, incomplet, unfinish, unsettl, "
        "unbezahl, ausstehend, offen, gepark, entwurf, warte, zuruckgestell, impay, attente, brouillon, pendient, "
        "pendent, impagad, borrador, abiert, espera, sospes, attesa, apert, bozza, onbetaal, openstaan, afwacht, "
        "aguard, rascunh, abert, nieoplac, niezaplac, oczek, szkic, otwart, wstrzym, ubetal, afvent, avvent, obetal, "
        "vantar, vantan, kladd, utkast, nezaplac, neuhraz, cekaj, cakaj, otevr, otvoren, nezaplat, neuhrad, rozprac, "
        "неоплач, ожида, чернов, отлож, открыт, предчек, несплач, очіку, чернет, відклад, відкрит, "
        "odenmem, odenmed, bekliyor, bekleme, fizetetlen, kifizetetlen, fuggo, nyitot, maksamat, avoin, odotta, "
        "neplatit, neachit"
    ),
    REFUNDED: (
        "refund, return, chargeback, erstatt, ruckerstatt, zuruckgegeb, zuruckgezahl, zuruckerstatt, ruckabgewick, "
        "ruckgab, retour, retur, gutgeschrieb, rembours, restitu, devuel, devoluc, devolv, reembols, rimbors, estorn, "
        "terugbetaal, teruggegev, geretour, gecredit, refusj, refusi, refunder, tilbagebetal, tilbakebetal, aterbetal, "
        "aterkop, zwrot, zwroc, vracen, vraten, refundov, возвра, возвращ, поверн, "
        "iade, visszater, visszafiz, palautet, hyvitet, rambursat"
    ),
    PAID: (  # no nouns: "payment failed" isn't paid
        "paid, bezahlt, gezahlt, beglichen, payee, acquitt, pagad, pagat, cobrad, saldad, liquidad, saldat, incassat, "
        "betaald, betalt, betald, voldaan, afgereken, oplac, zaplac, uhrazen, zaplaten, uhraden, оплачен, сплачен, "
        "odendi, odenen, fizetve, kifizet, maksett, platit, achitat"
    ),
    DONE: (
        "completed, complete, completad, completat, success, succes, approved, accepted, captured, settled, closed, "
        "finished, finalizad, finalised, finalized, fulfilled, confirmed, confirmad, confermat, abgeschloss, erfolg, "
        "genehmigt, gebucht, verbucht, autorise, autorizad, autorizzat, authorised, authorized, termine, terminad, "
        "terminat, cloture, validee, cerrad, exito, exitos, chius, conclus, concluid, riuscit, voltooid, afgerond, "
        "geslot, geslaagd, goedgekeurd, fechad, aprovad, sucesso, zrealizowan, zakoncz, zamknie, zatwierdzon, "
        "gennemf, afslutt, lykkedes, godkendt, fullfor, avslutt, genomford, slutford, godkand, dokoncen, uspes, "
        "uzavr, uzatvor, schvalen, заверш, выполнен, закрыт, проведен, успеш, одобрен, виконан, закрит, успіш, "
        "tamamland, onayland, teljesit, lezar, sikeres, suoritet"
    ),
    PARTLY: (
        "partial, partly, teil, partiel, parcial, parzial, gedeelt, czesc, delvis, delvist, castec, ciastoc, "
        "частич, частков"
    ),
}
# of languages that are written without blanks, the first that stands in a cell
EASTERN: Mapping[str, str] = {
    PARTLY: "部分, 一部, 부분, 일부",
    "unpaid": (
        "待付, 待支付, 待结, 未付, 未支付, 未结, 未結, 未收, 挂单, 掛單, 等待, 未払, 未会計, 未精算, 支払待, 入金待, "
        "未入金, 保留, 미결제, 미입금, 미수, 대기, 보류"
    ),
    REFUNDED: "退款, 退货, 退貨, 退单, 退單, 退费, 退費, 返品, 返金, 払戻, 払い戻, 拒付, 환불, 반품",
    "void": (
        "作废, 作廢, 撤销, 撤銷, 撤单, 撤單, 反结账, 反結帳, 冲正, 沖正, 冲红, 红冲, 删除, 刪除, 打消, 取り消, 無効, "
        "无效, 無效, 削除, 赤伝, 무효, 삭제"
    ),
    "cancelled": "取消, 关闭, 關閉, キャンセル, 中止, 취소",
    "failed": "失败, 失敗, エラー, 拒否, 否認, 拒绝, 拒絕, 超时, 逾時, 过期, 過期, 실패, 거절, 오류",
    DONE: "成功, 完成, 完了, 会計済, 精算済, 已结, 已結, 成立, 완료, 성공, 승인",
    PAID: "已付, 已支付, 已收, 支払済, 支払い済, 入金済, 決済済",
}
NOT = (
    "not, no, non, never, without, nicht, kein, keine, ohne, pas, ne, sans, sin, senza, niet, geen, zonder, nao, sem, "
    "ikke, uden, uten, inte, ej, utan, nie, bez, nem, ei, не, нет, без, ні"
)
NOT_EAST = "未, 無, 无, 不, 非, 没, 沒, なし"
