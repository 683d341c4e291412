"""Phone numbers in every form to one. The only place that knows the phonenumbers library, loaded when first needed."""

import re
import unicodedata

from loyaltui.core.text import digits

MASKED = re.compile(r"[*•●×?]|[xX#]{2,}|\dE\+")  # hidden digits, or what a spreadsheet made of a number
LEAST, MOST = 6, 17  # digits; below is a short code or a part, above is something else


def e164(text: str, country: str) -> str:
    """A phone number as "+353871234567"; its bare digits where the country can't be told; "" where it is no number.

    `country` is the shop's ISO country, for numbers written the national way. A masked number identifies nobody.
    """
    text = unicodedata.normalize("NFKC", text).strip().lstrip("'").removesuffix(".0")
    number = digits(text)
    if not LEAST <= len(number) <= MOST or MASKED.search(text) or len(set(number)) == 1:
        return ""
    import phonenumbers

    for region in (country or None, None):
        try:
            parsed = phonenumbers.parse(text, region)
        except phonenumbers.NumberParseException:
            continue
        length = phonenumbers.is_possible_number_with_reason(parsed)
        if length == phonenumbers.ValidationResult.IS_POSSIBLE:
            return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
        if length == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
            return ""  # without its area code it is many people's
    return number
