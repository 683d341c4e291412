"""Header words of tills in French, Spanish, Italian and Portuguese: field → words, the surest first. Data only."""

from collections.abc import Mapping

HEADERS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "date": (
            "date de vente, date du ticket, date vente, date ticket, date de transaction, date transaction, "
            "date de commande, date d achat, date de paiement, date facture, date de facture, date, date et heure, "
            "date heure, jour, le, horodatage, date émission, date d émission, date et heure de vente, vendu le, "
            "payé le"
        ),
        "time": (
            "heure, heure de vente, heure vente, heure du ticket, heure ticket, heure encaissement, heure de paiement"
        ),
        "total": (
            "total ttc, montant total ttc, montant total, net à payer, total à payer, à payer, total général, "
            "total ticket, total, prix total, net à payer ttc, montant à payer, total à régler, total facture, "
            "montant facture"
        ),
        "amount": (
            "montant ttc, montant payé, montant réglé, montant encaissé, montant, somme, ttc, payé, réglé, encaissé, "
            "chiffre d affaires, ca ttc, valeur, prix ttc, prix, montant transaction"
        ),
        "net": "montant ht, total ht, ht, hors taxe, net ht, sous total",
        "tax": "tva, montant tva, taxe, taxes, total tva",
        "discount": "remise, rabais, réduction, montant remise, ristourne",
        "tip": "pourboire, pourboires",
        "gift_card": "ventes de cartes cadeaux, cartes cadeaux vendues, vente carte cadeau, vente bon cadeau",
        "refunded": (
            "montant remboursé, remboursé, retour, retourné, remboursements, remboursement, montant retourné, "
            "montant rendu au client"
        ),
        "currency": "devise, monnaie",
        "customer": "client, cliente, client e, adhérent, acheteur, membre, patient, visiteur, titulaire",
        "customer_id": "n client, n° client, no client, num client, numéro client, numéro de client, code client, "
        "id client, identifiant client, réf client, référence client",
        "name": "nom du client, nom client, nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom",
        "first_name": "prénom, prénom client, prénom du client",
        "last_name": "nom, nom de famille",
        "email": "e mail client, email client, mail client, e mail, email, courriel, adresse e mail, adresse email, "
        "adresse mail, mél, mail",
        "phone": (
            "téléphone client, tél client, téléphone, portable, mobile, téléphone portable, téléphone mobile, "
            "numéro de téléphone, n téléphone, n de téléphone, gsm, tél, tél portable, n mobile, numéro mobile"
        ),
        "card": (
            "carte de fidélité, carte fidélité, n carte, n carte fidélité, n° carte de fidélité, "
            "numéro de carte fidélité, numéro carte fidélité, numéro de carte de fidélité, carte client, "
            "carte de membre, fidélité, n fidélité, numéro fidélité, numéro carte, n carte client, "
            "numéro carte client, id fidélité"
        ),
        "receipt": (
            "n ticket, n° ticket, no ticket, n de ticket, numéro de ticket, numéro ticket, num ticket, ticket, "
            "ticket de caisse, n facture, n de facture, numéro de facture, numéro facture, facture, n reçu, "
            "n de reçu, numéro de reçu, reçu, n commande, n de commande, numéro de commande, id transaction, "
            "numéro de transaction, n transaction, n note, note n, numéro, pièce, n pièce, numéro de pièce, "
            "numéro pièce, vente, n vente, numéro vente, n opération, n bon"
        ),
        "payment": "id paiement, identifiant paiement",
        "staff": "vendeur, vendeuse, vendeur se, caissier, caissière, employé, employée, serveur, serveuse, "
        "opérateur, utilisateur, collaborateur",
        "item": "article, produit, désignation, libellé, nom du produit, nom article, nom de l article, prestation",
        "category": "catégorie, famille, rayon, sous famille",
        "quantity": "qté, quantité, nombre, nb",
        "unit_price": "prix unitaire, prix unitaire ttc, pu, pu ttc, p u, prix u",
        "type": (
            "type de ticket, type de vente, type de transaction, type de document, type opération, type d opération, "
            "opération, type, nature, type ticket, type pièce, type de pièce, type transaction, type de mouvement"
        ),
        "status": (
            "statut, état, statut du paiement, statut commande, état du ticket, état ticket, statut de paiement, "
            "statut paiement, statut du ticket, statut ticket, statut de la vente, statut vente, état de la vente, "
            "état paiement, état du paiement, résultat, statut facture"
        ),
        "birthday": "date de naissance, naissance, anniversaire, né le, née le",
        "marketing": "newsletter, consentement, accepte marketing, opt in, marketing, publicité, rgpd",
        "email_marketing": "newsletter e mail, consentement e mail, opt in email, opt in e mail",
        "sms_marketing": "consentement sms, opt in sms",
        "other": (
            "mode de paiement, moyen de paiement, mode de règlement, règlement, paiement, type de paiement, magasin, "
            "boutique, point de vente, caisse, n caisse, n° caisse, numéro de caisse, comptoir, remarque, remarques, "
            "commentaire, commentaires, notes, description, code article, référence, réf, code barre, code barres, "
            "taux tva, frais, rendu, rendu monnaie, adresse, ville, code postal, cp, pays, société, entreprise, "
            "table, couverts, e mail vendeur, email vendeur, points, points fidélité, statut livraison, "
            "statut de livraison, état livraison"
        ),
    },
    "es": {
        "date": (
            "fecha de venta, fecha venta, fecha de compra, fecha del ticket, fecha ticket, fecha de transacción, "
            "fecha de pedido, fecha de pago, fecha factura, fecha, fecha y hora, fecha hora, día, fecha emisión, "
            "fecha de emisión, fecha de cobro, vendido el, pagado el"
        ),
        "time": "hora, hora de venta, hora venta, hora cobro, hora del ticket, hora ticket",
        "total": (
            "importe total, total con iva, total iva incluido, total a pagar, total pagado, total venta, "
            "total ticket, total factura, monto total, precio total, total, total neto a pagar, total documento, "
            "total c iva, total iva incl"
        ),
        "amount": (
            "importe, importe pagado, importe con iva, monto, monto pagado, pagado, cantidad pagada, suma, cobrado, "
            "facturado, ventas, valor, precio, importe cobrado, importe transacción, importe operación"
        ),
        "net": "base imponible, importe neto, importe sin iva, total sin iva, neto, subtotal, total s iva",
        "tax": "iva, impuesto, impuestos, importe iva, cuota iva",
        "discount": "descuento, descuentos, importe descuento, rebaja, dto",
        "tip": "propina, propinas",
        "gift_card": "venta de tarjetas regalo, tarjetas regalo vendidas, venta tarjeta regalo",
        "refunded": (
            "importe devuelto, importe reembolsado, reembolsado, devuelto, monto reembolsado, devoluciones, "
            "devolución, importe devoluciones, reembolso, reembolsos, total devuelto"
        ),
        "currency": "moneda, divisa",
        "customer": "cliente, clienta, comprador, socio, socia, miembro, paciente, visitante, titular",
        "customer_id": "id cliente, id de cliente, n cliente, nº cliente, n de cliente, nº de cliente, núm cliente, "
        "num cliente, número de cliente, número cliente, código cliente, código de cliente, cód cliente, nº socio, "
        "número de socio, cédula",
        "name": "nombre del cliente, nombre cliente, nombre de cliente, nombre completo, nombre y apellidos, "
        "nombre y apellido, apellidos y nombre, razón social",
        "first_name": "nombre",
        "last_name": "apellido, apellidos, primer apellido",
        "email": "correo del cliente, correo cliente, email cliente, correo electrónico, correo, e mail, email, mail",
        "phone": (
            "teléfono cliente, teléfono del cliente, teléfono, móvil, celular, teléfono móvil, número de teléfono, "
            "nº teléfono, número de celular, whatsapp, tel, tlf, tfno, móvil cliente, celular cliente, nº móvil, "
            "número móvil, nº celular"
        ),
        "card": (
            "tarjeta de cliente, tarjeta cliente, tarjeta de fidelidad, tarjeta fidelidad, tarjeta de fidelización, "
            "tarjeta de socio, tarjeta socio, nº tarjeta cliente, tarjeta de puntos, nº tarjeta, número tarjeta, "
            "número de tarjeta, n tarjeta, nº tarjeta fidelidad, nº socio tarjeta"
        ),
        "receipt": (
            "n ticket, nº ticket, número de ticket, número ticket, n de ticket, nº de ticket, núm ticket, num ticket, "
            "ticket, n factura, nº factura, nº de factura, número de factura, número factura, factura, recibo, "
            "n recibo, nº recibo, número de recibo, folio, nº pedido, número de pedido, id transacción, "
            "id de transacción, número de transacción, nº operación, boleta, comprobante, venta, nº venta, "
            "número de venta, n venta, número de operación, nº documento, n documento, transacción, operación, "
            "nº transacción"
        ),
        "payment": "id de pago, id pago",
        "staff": "vendedor, vendedora, empleado, empleada, cajero, cajera, dependiente, dependienta, camarero, "
        "camarera, mesero, operador, usuario, atendido por, personal",
        "item": "artículo, producto, nombre del producto, nombre producto, descripción artículo, "
        "descripción del artículo, servicio, concepto",
        "category": "categoría, familia, departamento, grupo",
        "quantity": "cantidad, uds, unidades, cant, ud",
        "unit_price": "precio unitario, precio unidad, precio por unidad, p unitario, pvp",
        "type": (
            "tipo de documento, tipo de operación, tipo operación, tipo de transacción, tipo de venta, tipo, "
            "operación, tipo doc, tipo ticket, tipo de ticket, clase, clase de documento, tipo movimiento, "
            "tipo de movimiento"
        ),
        "status": (
            "estado, estado del pago, estado de pago, estado del pedido, situación, estado del ticket, estado ticket, "
            "estado venta, estado de la venta, estado factura, estado transacción, estado de la transacción, "
            "resultado"
        ),
        "birthday": "fecha de nacimiento, nacimiento, cumpleaños, fecha nacimiento",
        "marketing": "publicidad, acepta publicidad, boletín, consentimiento, marketing, acepta marketing, "
        "newsletter, lopd, rgpd",
        "email_marketing": "acepta emails, consentimiento email, boletín por correo",
        "sms_marketing": "acepta sms, consentimiento sms",
        "other": (
            "forma de pago, método de pago, medio de pago, tipo de pago, pago, tienda, sucursal, local, caja, "
            "nº caja, terminal, observaciones, notas, nota, comentario, comentarios, descripción, código, referencia, "
            "ref, código de barras, tipo iva, comisión, cambio, entregado, dirección, ciudad, código postal, cp, "
            "país, provincia, empresa, mesa, comensales, correo vendedor, correo empleado, puntos, nif, cif, dni, "
            "rfc, estado envío, estado de envío, estado entrega"
        ),
    },
    "it": {
        "date": (
            "data vendita, data di vendita, data scontrino, data documento, data acquisto, data transazione, "
            "data ordine, data pagamento, data fattura, data, data e ora, data ora, data/ora, giorno, data emissione, "
            "data di emissione, data operazione, data incasso, venduto il, emesso il"
        ),
        "time": "ora, orario, ora vendita, ora scontrino",
        "total": (
            "totale complessivo, totale ivato, totale iva inclusa, importo totale, totale pagato, totale da pagare, "
            "da pagare, totale scontrino, totale documento, totale, prezzo totale, totale lordo, totale doc, "
            "totale fattura, totale vendita, totale ricevuta, totale c iva, tot iva incl"
        ),
        "amount": (
            "importo, importo pagato, importo ivato, pagato, lordo, importo lordo, incasso, incassato, corrispettivo, "
            "somma, fatturato, valore, prezzo, importo transazione, importo incassato, importo operazione"
        ),
        "net": "imponibile, netto, importo netto, totale netto, totale imponibile, subtotale",
        "tax": "iva, imposta, importo iva, tasse, totale iva",
        "discount": "sconto, sconti, importo sconto, ribasso",
        "tip": "mancia, mance, mance totali",
        "gift_card": "vendita gift card, buoni regalo venduti, vendita buoni regalo",
        "refunded": "importo rimborsato, rimborsato, reso, resi, rimborso, rimborsi, importo reso, totale rimborsato",
        "currency": "valuta, divisa, moneta",
        "customer": "cliente, acquirente, socio, membro, intestatario, paziente, titolare",
        "customer_id": "codice cliente, id cliente, numero cliente, n cliente, n° cliente, nr cliente, cod cliente, "
        "cod. cliente, codice socio, numero socio",
        "name": (
            "nome cliente, nome del cliente, nome e cognome, cognome e nome, nome completo, nominativo, "
            "nominativo cliente, ragione sociale, denominazione, denominazione cliente, cliente nome"
        ),
        "first_name": "nome",
        "last_name": "cognome",
        "email": "e mail cliente, email cliente, e mail, email, posta elettronica, indirizzo e mail, indirizzo email, "
        "mail",
        "phone": (
            "telefono cliente, telefono, cellulare, numero di telefono, numero telefono, recapito telefonico, tel, "
            "cell, n telefono, nr telefono, n cellulare, numero cellulare"
        ),
        "card": (
            "carta fedeltà, tessera fedeltà, numero tessera, n tessera, nr tessera, tessera, carta cliente, "
            "tessera cliente, numero carta fedeltà, fidelity card, fidelity, codice carta, codice tessera, n carta, "
            "numero carta, id tessera, tessera n"
        ),
        "receipt": (
            "numero scontrino, n scontrino, n° scontrino, nr scontrino, num scontrino, scontrino, numero ricevuta, "
            "n ricevuta, ricevuta, numero fattura, n fattura, fattura, numero documento, n documento, nr documento, "
            "documento, numero ordine, id transazione, numero transazione, id ordine, comanda, num doc, nr doc, "
            "n doc, vendita, n vendita, numero vendita, transazione, n transazione, n operazione, numero operazione"
        ),
        "payment": "id pagamento",
        "staff": "operatore, operatrice, cassiere, cassiera, commesso, commessa, addetto, addetta, venditore, "
        "cameriere, cameriera, dipendente, utente",
        "item": "articolo, prodotto, nome prodotto, descrizione articolo, descrizione prodotto, servizio, merce",
        "category": "categoria, reparto, gruppo, categoria merceologica",
        "quantity": "quantità, qtà, q tà, qta, pezzi, pz, nr pezzi",
        "unit_price": "prezzo unitario, prezzo unit, prezzo al pezzo, p unitario",
        "type": (
            "tipo documento, tipo operazione, tipo di operazione, tipo transazione, tipo vendita, tipologia, tipo, "
            "causale, operazione, tipo doc, tipo scontrino, tipo movimento, tipo di documento, tipo di vendita"
        ),
        "status": (
            "stato, stato pagamento, stato ordine, stato documento, stato doc, stato scontrino, stato vendita, "
            "stato transazione, esito, stato fattura"
        ),
        "birthday": "data di nascita, data nascita, compleanno, nato il, nascita",
        "marketing": "consenso marketing, consenso, consenso privacy, marketing, newsletter, pubblicità",
        "email_marketing": "consenso e mail, consenso email, newsletter e mail",
        "sms_marketing": "consenso sms",
        "other": (
            "metodo di pagamento, metodo pagamento, modalità di pagamento, modalità pagamento, tipo pagamento, "
            "pagamento, negozio, punto vendita, cassa, n cassa, numero cassa, note, nota, commento, descrizione, "
            "codice articolo, codice, codice a barre, aliquota iva, aliquota, commissioni, commissione, resto, "
            "indirizzo, città, cap, paese, provincia, azienda, tavolo, coperti, e mail operatore, punti, partita iva, "
            "p iva, codice fiscale, stato consegna, stato spedizione"
        ),
    },
    "pt": {
        "date": (
            "data da venda, data de venda, data venda, data da compra, data do documento, data da transação, "
            "data do pedido, data do pagamento, data da fatura, data, data hora, data e hora, data/hora, dia, "
            "data de emissão, data emissão, emissão, emitido em, vendido em, pago em, data operação"
        ),
        "time": "hora, horário, hora da venda",
        "total": (
            "valor total, total geral, total com iva, total iva incluído, total a pagar, total pago, total da venda, "
            "total do documento, montante total, preço total, total, total c iva, valor total c iva, valor c iva"
        ),
        "amount": (
            "montante, valor, valor pago, valor da venda, valor com iva, quantia, importância, pago, recebido, bruto, "
            "valor bruto, faturado, soma, preço, valor da transação, valor transação, valor recebido, montante pago"
        ),
        "net": (
            "valor líquido, líquido, valor sem iva, total sem iva, total líquido, base tributável, subtotal, "
            "total s iva, valor s iva, valor total s iva"
        ),
        "tax": "iva, imposto, impostos, valor iva, valor do iva",
        "discount": "desconto, descontos, valor do desconto, valor desconto",
        "tip": "gorjeta, gorjetas, gratificação",
        "gift_card": "venda de cartões presente, venda de cartão oferta, cartões presente vendidos, "
        "vale presente vendido",
        "refunded": (
            "valor reembolsado, valor devolvido, reembolsado, valor estornado, devolvido, devoluções, devolução, "
            "estornado, estorno, reembolso, reembolsos, total devolvido"
        ),
        "currency": "moeda, divisa",
        "customer": "cliente, comprador, sócio, consumidor, freguês, membro, paciente, titular",
        "customer_id": "código do cliente, código cliente, código de cliente, cód cliente, id cliente, id do cliente, "
        "número do cliente, número de cliente, n cliente, nº cliente, n de cliente, nº de cliente, nº do cliente, "
        "nº sócio, número de sócio",
        "name": "nome do cliente, nome cliente, nome de cliente, nome completo, nome e apelido, razão social, nome",
        "first_name": "primeiro nome, nome próprio, nome",
        "last_name": "apelido, sobrenome, último nome",
        "email": "e mail do cliente, email do cliente, email cliente, e mail, email, correio eletrónico, "
        "correio eletrônico, mail",
        "phone": (
            "telefone do cliente, telefone cliente, telefone, telemóvel, telemovel, celular, número de telefone, "
            "nº telefone, número de telemóvel, contacto, contato, whatsapp, tel, fone, fone cliente, "
            "celular do cliente, nº telemóvel, nº celular"
        ),
        "card": (
            "cartão cliente, cartão de cliente, cartão do cliente, cartão fidelidade, cartão de fidelidade, "
            "nº cartão cliente, nº cartão fidelidade, cartão de sócio, nº cartão, número do cartão, número cartão, "
            "cartão fidelização, cartão de fidelização"
        ),
        "receipt": (
            "número do recibo, nº recibo, nº do recibo, n recibo, recibo, número da fatura, nº fatura, nº da fatura, "
            "n fatura, fatura, factura, talão, nº talão, n talão, número do talão, cupom, cupom fiscal, nº cupom, "
            "número do pedido, nº pedido, pedido, número do documento, nº documento, documento, nº doc, "
            "id da transação, id transação, número da transação, nº da venda, número da venda, nf, nº nf, "
            "nota fiscal, nº venda, venda, transação, nº transação, operação, nº operação, nº cupom fiscal"
        ),
        "payment": "id do pagamento, id pagamento",
        "staff": "vendedor, vendedora, funcionário, funcionária, empregado, empregada, operador, operadora, "
        "caixa operador, operador de caixa, atendente, garçom, colaborador, usuário, utilizador",
        "item": "artigo, produto, nome do produto, descrição do artigo, descrição do produto, serviço, mercadoria",
        "category": "categoria, família, departamento, grupo, seção",
        "quantity": "quantidade, qtd, qtde, qt, unidades",
        "unit_price": "preço unitário, preço unit, valor unitário, p unitário, pvp",
        "type": (
            "tipo de documento, tipo documento, tipo de operação, tipo de transação, tipo de venda, tipo, operação, "
            "tipo doc, tipo de doc, tipo movimento, tipo de movimento, tipo de cupom"
        ),
        "status": (
            "estado, situação, status, estado do pagamento, status do pagamento, status do pedido, "
            "situação do pedido, situação do pagamento, situação da venda, estado da venda, status da venda, "
            "estado do pedido, estado do documento, situação do documento, resultado"
        ),
        "birthday": "data de nascimento, nascimento, aniversário, data nascimento",
        "marketing": "consentimento, aceita marketing, marketing, newsletter, publicidade, aceita publicidade, rgpd, "
        "lgpd",
        "email_marketing": "aceita e mail, aceita email, consentimento e mail",
        "sms_marketing": "aceita sms, consentimento sms",
        "other": (
            "forma de pagamento, método de pagamento, meio de pagamento, modo de pagamento, tipo de pagamento, "
            "pagamento, loja, filial, caixa, nº caixa, terminal, observações, obs, notas, nota, comentário, "
            "descrição, código, referência, ref, código de barras, taxa iva, taxa de iva, taxa, troco, morada, "
            "endereço, cidade, localidade, código postal, cep, país, empresa, mesa, e mail do vendedor, pontos, nif, "
            "contribuinte, cpf, cnpj, estado da entrega, estado do envio, status da entrega, status de entrega"
        ),
    },
}
