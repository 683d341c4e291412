"""Header words of tills in Hungarian, Romanian and Turkish: field → words, the surest first. Data only."""

from collections.abc import Mapping

HEADERS: Mapping[str, Mapping[str, str]] = {
    "hu": {
        "date": (
            "eladás dátuma, vásárlás dátuma, bizonylat dátuma, nyugta dátuma, számla dátuma, számla kelte, "
            "rendelés dátuma, tranzakció dátuma, fizetés dátuma, teljesítés dátuma, eladás időpontja, "
            "dátum és idő, dátum idő, dátum, időpont, kelt, teljesítés, nap"
        ),
        "time": "idő, időpontja, óra, eladás ideje, kiállítás ideje",
        "total": (
            "bruttó végösszeg, végösszeg, fizetendő összeg, fizetendő, fizetett összeg, bruttó összesen, "
            "mindösszesen, összesen, számla végösszege, nyugta végösszege, rendelés végösszege"
        ),
        "amount": "bruttó összeg, bruttó érték, bruttó, eladás összege, összeg, érték, forgalom, bevétel",
        "net": "nettó összeg, nettó érték, nettó összesen, nettó, részösszeg, áfa nélkül",
        "tax": "áfa összege, áfa összeg, áfa érték, áfa, adó összege, adó",
        "discount": "kedvezmény összege, kedvezmény, engedmény összege, engedmény",
        "tip": "borravaló, szervizdíj",
        "gift_card": "eladott ajándékkártya, ajándékkártya eladás, utalvány eladás, egyenlegfeltöltés",
        "refunded": "visszatérített összeg, visszafizetett összeg, visszáru összege, visszatérítés, visszatérítve",
        "currency": "pénznem, devizanem, deviza, valuta",
        "customer": "vevő, vásárló, ügyfél, partner, vendég",
        "customer_id": (
            "vevőkód, vevő kód, vevő azonosító, vevőazonosító, vásárló azonosító, ügyfélazonosító, "
            "ügyfél azonosító, ügyfélszám, partnerkód, partner kód, partner azonosító, tagsági szám"
        ),
        "name": (
            "vevő neve, vevőnév, vevő név, vásárló neve, vásárló név, ügyfél neve, ügyfélnév, partner neve, "
            "partner név, partnernév, vendég neve, teljes név, név"
        ),
        "first_name": "keresztnév, utónév",
        "last_name": "vezetéknév, családnév",
        "email": "vevő e mail, vevő email, vásárló e mail, ügyfél e mail, e mail cím, email cím, e mail, email",
        "phone": (
            "vevő telefonszáma, vevő telefon, vásárló telefonszáma, ügyfél telefonszáma, telefonszám, telefon, "
            "mobilszám, mobiltelefon, mobil"
        ),
        "card": (
            "törzsvásárlói kártya, törzsvásárlói kártyaszám, hűségkártya, hűségkártya szám, hűségkártya száma, "
            "klubkártya, pontgyűjtő kártya, vásárlói kártya"
        ),
        "receipt": (
            "nyugtaszám, nyugta száma, nyugta sorszáma, nyugta sorszám, nyugta, bizonylatszám, bizonylat száma, "
            "bizonylat sorszáma, bizonylat, számlaszám, számla száma, számla sorszáma, számla, rendelésszám, "
            "rendelés száma, rendelésazonosító, tranzakció azonosító, tranzakció száma, blokkszám, "
            "eladás azonosító, sorszám"
        ),
        "payment": "fizetés azonosító, fizetésazonosító",
        "staff": (
            "pénztáros, eladó, kasszás, felszolgáló, dolgozó, munkatárs, alkalmazott, kezelő, kiszolgáló, felhasználó"
        ),
        "item": "termék, terméknév, termék neve, cikk, cikknév, cikk neve, megnevezés, árucikk, tétel, szolgáltatás",
        "category": "kategória, termékkategória, termékcsoport, cikkcsoport, árucsoport",
        "quantity": "mennyiség, darabszám, darab, db",
        "unit_price": "bruttó egységár, egységár, darabár",
        "type": (
            "bizonylat típusa, bizonylattípus, tranzakció típusa, tranzakció típus, művelet típusa, művelet, "
            "eladás típusa, típus"
        ),
        "status": (
            "státusz, állapot, fizetés állapota, fizetési állapot, fizetési státusz, rendelés állapota, "
            "rendelés státusza, bizonylat állapota, számla állapota"
        ),
        "birthday": "születési dátum, születési idő, születésnap",
        "marketing": "hírlevél, marketing hozzájárulás, feliratkozott",
        "email_marketing": "e mail hozzájárulás, hírlevél e mail",
        "sms_marketing": "sms hozzájárulás",
        "other": (
            "fizetési mód, fizetés módja, fizetőeszköz, üzlet, bolt, kassza, pénztár, pénztárgép, telephely, "
            "asztal, megjegyzés, cikkszám, vonalkód, áfakulcs, áfa kulcs, jutalék, visszajáró, cím, város, "
            "irányítószám, ország, cég, cégnév, adószám, pontok, pénztáros azonosító, pénztáros e mail, "
            "eladó e mail, dolgozó e mail, munkatárs e mail, szállítási állapot, mennyiségi egység"
        ),
    },
    "ro": {
        "date": (
            "data vânzării, data bonului, data facturii, data documentului, data comenzii, data tranzacției, "
            "data plății, data emiterii, data și ora, data ora, dată, data, ziua"
        ),
        "time": "ora vânzării, ora bonului, ora emiterii, ora, oră",
        "total": (
            "total de plată, total plată, total cu tva, total plătit, suma totală, valoare totală, total bon, "
            "total factură, total comandă, total general, total"
        ),
        "amount": (
            "valoare cu tva, sumă plătită, suma plătită, valoare brută, valoare, sumă, suma, brut, încasat, "
            "încasări, vânzări"
        ),
        "net": "valoare fără tva, total fără tva, valoare netă, sumă netă, subtotal",
        "tax": "valoare tva, total tva, tva, taxă, taxe",
        "discount": "valoare reducere, valoare discount, reducere, discount, rabat",
        "tip": "valoare bacșiș, bacșiș",
        "gift_card": "carduri cadou vândute, vânzare card cadou, încărcare card",
        "refunded": "sumă rambursată, suma rambursată, sumă returnată, suma returnată, valoare retur, rambursat",
        "currency": "monedă, moneda, valută, valuta",
        "customer": "client, cumpărător, membru, oaspete",
        "customer_id": "cod client, id client, nr client, număr client, cod partener, nr membru",
        "name": (
            "nume client, numele clientului, denumire client, nume complet, nume și prenume, nume prenume, "
            "nume cumpărător, nume partener"
        ),
        "first_name": "prenume, prenume client",
        "last_name": "nume de familie, nume",
        "email": "email client, e mail client, adresă de email, adresă email, adresa de e mail, e mail, email",
        "phone": "telefon client, nr telefon, număr telefon, număr de telefon, telefon mobil, telefon, mobil",
        "card": (
            "card fidelitate, card de fidelitate, nr card fidelitate, număr card fidelitate, card client, card membru"
        ),
        "receipt": (
            "nr bon, număr bon, nr bon fiscal, număr bon fiscal, bon fiscal, bon, nr factură, număr factură, "
            "factură, nr document, număr document, document, nr comandă, număr comandă, comandă, nr tranzacție, "
            "id tranzacție, număr tranzacție, nr chitanță, chitanță, nota de plată"
        ),
        "payment": "id plată, nr plată",
        "staff": "casier, nume casier, vânzător, operator, angajat, ospătar, chelner, utilizator",
        "item": "produs, denumire produs, nume produs, articol, denumire articol, denumire, serviciu",
        "category": "categorie, categorie produs, grupă, departament",
        "quantity": "cantitate, cant, bucăți, nr buc, buc",
        "unit_price": "preț unitar, preț bucată, preț",
        "type": (
            "tip document, tip tranzacție, tipul tranzacției, tip bon, tip vânzare, tip operațiune, operațiune, tip"
        ),
        "status": (
            "stare, stare comandă, stare plată, starea comenzii, status comandă, status plată, status bon, status"
        ),
        "birthday": "data nașterii, ziua de naștere, zi de naștere",
        "marketing": "acord marketing, consimțământ marketing, newsletter, abonat",
        "email_marketing": "acord email, abonat email, consimțământ email",
        "sms_marketing": "acord sms, abonat sms, consimțământ sms",
        "other": (
            "metodă de plată, metoda de plată, modalitate de plată, mod de plată, tip plată, magazin, "
            "punct de lucru, locație, casă, casa, casa de marcat, nr casă, masă, masa, observații, comentarii, "
            "descriere, cod produs, cod articol, cod de bare, cotă tva, cota tva, comision, adresă, oraș, "
            "localitate, județ, cod poștal, țară, firmă, companie, cui, cod fiscal, puncte, email casier, "
            "e mail casier, email angajat, e mail angajat, e mail vânzător, cod angajat, stare livrare"
        ),
    },
    "tr": {
        "date": (
            "işlem tarihi, satış tarihi, fiş tarihi, fatura tarihi, sipariş tarihi, belge tarihi, ödeme tarihi, "
            "evrak tarihi, tarih, tarih saat, tarih ve saat, işlem zamanı, satış zamanı, gün"
        ),
        "time": "saat, işlem saati, satış saati, fiş saati, zaman",
        "total": (
            "kdv dahil toplam, genel toplam, toplam tutar, ödenecek tutar, ödenen tutar, kdv dahil tutar, "
            "fiş toplamı, fatura toplamı, sipariş toplamı, toplam"
        ),
        "amount": (
            "tutar, satış tutarı, işlem tutarı, fiş tutarı, fatura tutarı, ödeme tutarı, brüt tutar, brüt, ciro, bedel"
        ),
        "net": "kdv hariç tutar, kdv hariç toplam, kdv hariç, net tutar, ara toplam, matrah",
        "tax": "kdv tutarı, toplam kdv, kdv, vergi tutarı, vergi",
        "discount": "indirim tutarı, toplam indirim, indirim, iskonto tutarı, iskonto",
        "tip": "bahşiş, bahşiş tutarı",
        "gift_card": "hediye kartı satışı, hediye çeki satışı, bakiye yükleme",
        "refunded": "iade tutarı, iade edilen tutar, iade edilen, iade",
        "currency": "para birimi, döviz cinsi, döviz kodu, döviz",
        "customer": "müşteri, üye, alıcı, cari",
        "customer_id": (
            "müşteri no, müşteri numarası, müşteri kodu, müşteri id, üye no, üye numarası, cari kodu, cari kod"
        ),
        "name": (
            "müşteri adı, müşteri adı soyadı, müşteri ad soyad, ad soyad, adı soyadı, müşteri ismi, "
            "müşteri unvanı, cari adı, cari unvanı, üye adı, isim"
        ),
        "first_name": "ad, adı",
        "last_name": "soyad, soyadı, müşteri soyadı",
        "email": "müşteri e posta, müşteri eposta, e posta adresi, e posta, eposta, e mail, email",
        "phone": (
            "müşteri telefonu, müşteri telefon, müşteri gsm, telefon numarası, telefon no, telefon, cep telefonu, "
            "cep no, cep, gsm no, gsm"
        ),
        "card": "sadakat kartı, sadakat kart no, üye kartı, üye kart no, müşteri kartı, müşteri kart no, puan kartı",
        "receipt": (
            "fiş no, fiş numarası, fiş, fatura no, fatura numarası, fatura, sipariş no, sipariş numarası, "
            "işlem no, işlem numarası, belge no, belge numarası, evrak no, adisyon no, adisyon, satış no, "
            "makbuz no"
        ),
        "payment": "ödeme no, ödeme numarası, ödeme id",
        "staff": (
            "kasiyer, kasiyer adı, personel, personel adı, satış temsilcisi, satış personeli, satıcı, garson, "
            "çalışan, kullanıcı, operatör"
        ),
        "item": "ürün, ürün adı, stok adı, malzeme adı, mal hizmet, hizmet",
        "category": "kategori, ürün kategorisi, ürün grubu, reyon",
        "quantity": "miktar, adet, ürün adedi",
        "unit_price": "birim fiyat, birim fiyatı, fiyat",
        "type": (
            "işlem türü, işlem tipi, satış türü, satış tipi, fiş türü, fiş tipi, belge türü, belge tipi, "
            "fatura türü, fatura tipi, hareket türü, tür, tip"
        ),
        "status": (
            "durum, durumu, sipariş durumu, ödeme durumu, işlem durumu, fiş durumu, fatura durumu, satış durumu"
        ),
        "birthday": "doğum tarihi, doğum günü",
        "marketing": "pazarlama izni, ileti izni, kampanya izni, iys izni",
        "email_marketing": "e posta izni, eposta izni",
        "sms_marketing": "sms izni",
        "other": (
            "ödeme şekli, ödeme tipi, ödeme türü, ödeme yöntemi, şube, mağaza, kasa, kasa no, masa, masa no, "
            "açıklama, stok kodu, ürün kodu, barkod, birim, kdv oranı, komisyon, para üstü, adres, şehir, ilçe, "
            "posta kodu, ülke, şirket, vergi no, vergi dairesi, puan, kasiyer kodu, kasiyer e posta, personel no, "
            "personel e posta, kişi sayısı, kargo durumu"
        ),
    },
}
