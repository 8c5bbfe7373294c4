/* callboard-phone.cc
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone.h"

#include <string>

#include <glib/gi18n.h>
#include <phonenumbers/phonenumberutil.h>

#include "callboard-country.h"

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr long   MAX_SHOWN = 40;
constexpr gsize  MAX_TEXT = 250;
constexpr guint  MIN_WITH_CODE = 11;

/* Reserved for films and books by the regulators of the countries, and so for tests: Ofcom, ARCEP, ComReg. Those of
 * North America, Germany and Australia are valid numbers to libphonenumber. */
static const struct
{
  const char *prefix;
  gsize       length;
} fiction[] = {
  { "+331990",    12 },
  { "+3326191",   12 },
  { "+3335301",   12 },
  { "+3346571",   12 },
  { "+3353649",   12 },
  { "+3363998",   12 },
  { "+3532091",   13 },
  { "+441632960", 13 },
  { "+443069990", 13 },
  { "+447700900", 13 },
};

/* How one way of reading the text went. */
struct Reading
{
  PhoneNumber number;
  std::string e164;
  int         code = CALLBOARD_PHONE_ERROR_NOT_A_NUMBER;
  bool        valid = false;
  std::string region;
};

G_DEFINE_QUARK (callboard-phone-error-quark, callboard_phone_error)

static const PhoneNumberUtil &
get_util ()
{
  return *PhoneNumberUtil::GetInstance ();
}

static bool
is_fiction (const std::string &e164)
{
  for (const auto &range : fiction)
    if (e164.size () == range.length && e164.compare (0, strlen (range.prefix), range.prefix) == 0)
      return true;

  return false;
}

/* Asking for the region at hand first takes a third of the time, and tells the region. */
static bool
is_valid (Reading           &reading,
          const std::string &region)
{
  if (is_fiction (reading.e164))
    return true;
  if (!region.empty () && get_util ().IsValidNumberForRegion (reading.number, region))
    {
      reading.region = region;
      return true;
    }

  return get_util ().IsValidNumber (reading.number);
}

static int
get_parse_code (PhoneNumberUtil::ErrorType type)
{
  switch (type)
    {
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
      return CALLBOARD_PHONE_ERROR_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN:
      return CALLBOARD_PHONE_ERROR_TOO_LONG;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
      return CALLBOARD_PHONE_ERROR_COUNTRY;
    case PhoneNumberUtil::NOT_A_NUMBER:
    case PhoneNumberUtil::NO_PARSING_ERROR:
    default:
      return CALLBOARD_PHONE_ERROR_NOT_A_NUMBER;
    }
}

static int
get_length_code (const PhoneNumber &number)
{
  switch (get_util ().IsPossibleNumberWithReason (number))
    {
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
      return CALLBOARD_PHONE_ERROR_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG:
      return CALLBOARD_PHONE_ERROR_TOO_LONG;
    case PhoneNumberUtil::IS_POSSIBLE:
    case PhoneNumberUtil::INVALID_LENGTH:
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
    default:
      return CALLBOARD_PHONE_ERROR_IMPOSSIBLE;
    }
}

static Reading
read_number (const std::string &text,
             const std::string &region)
{
  Reading reading;
  PhoneNumberUtil::ErrorType type = get_util ().Parse (text, region, &reading.number);

  if (type != PhoneNumberUtil::NO_PARSING_ERROR)
    {
      reading.code = get_parse_code (type);
      return reading;
    }

  get_util ().Format (reading.number, PhoneNumberUtil::E164, &reading.e164);
  reading.code = get_length_code (reading.number);
  reading.valid = reading.code == CALLBOARD_PHONE_ERROR_IMPOSSIBLE && is_valid (reading, region);

  return reading;
}

static std::string
parse_country (const char *country)
{
  g_autofree char *code = country != nullptr ? callboard_country_parse (country) : nullptr;

  return code != nullptr ? code : "";
}

/* Takes off what spreadsheets and exports put around a number. */
static std::string
trim (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, MIN (strlen (text), MAX_TEXT));
  std::string trimmed = g_strstrip (valid);

  if (trimmed.size () > 2 && trimmed.find_first_not_of ("0123456789+") == trimmed.size () - 2 &&
      trimmed.compare (trimmed.size () - 2, 2, ".0") == 0)
    trimmed.resize (trimmed.size () - 2);
  if (trimmed.compare (0, 2, "=\"") == 0)
    trimmed.erase (0, 2);
  if (trimmed.compare (0, 1, "'") == 0)
    trimmed.erase (0, 1);

  return trimmed;
}

static std::string
get_digits (const std::string &text)
{
  std::string digits;

  for (char c : text)
    if (g_ascii_isdigit (c))
      digits += c;

  return digits;
}

/* "4.47701E+11": the digits are gone. */
static bool
is_rounded (const std::string &text)
{
  gsize exponent = text.find_first_of ("eE");

  return exponent != std::string::npos && exponent > 0 &&
         text.find_first_not_of ("0123456789.,") == exponent &&
         text.find_first_not_of ("0123456789+-", exponent + 1) == std::string::npos;
}

static bool
has_plus (const std::string &text)
{
  gsize first = text.find_first_of ("+0123456789");

  return text.find ("\xef\xbc\x8b") != std::string::npos || (first != std::string::npos && text[first] == '+');
}

/* The second way to read it: with the "+" that stands for "00", or that was lost. */
static Reading
read_with_plus (const std::string &digits)
{
  gsize first = digits.find_first_not_of ('0');

  return first != std::string::npos ? read_number ("+" + digits.substr (first), "") : Reading ();
}

static void
set_error (GError            **error,
           int                 code,
           const std::string  &text,
           const std::string  &region)
{
  g_autofree char *valid = g_utf8_make_valid (text.c_str (), -1);
  g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_SHOWN));
  g_autofree char *country = region.empty () ? g_strdup (_("unknown")) : callboard_country_get_name (region.c_str ());

  if (code == CALLBOARD_PHONE_ERROR_TOO_SHORT)
    /* Translators: the number as written, then the name of a country. */
    g_set_error (error, CALLBOARD_PHONE_ERROR, code, _("“%s” is too short for a phone number (country: %s)."), shown, country);
  else if (code == CALLBOARD_PHONE_ERROR_TOO_LONG)
    g_set_error (error, CALLBOARD_PHONE_ERROR, code, _("“%s” is too long for a phone number (country: %s)."), shown, country);
  else if (code == CALLBOARD_PHONE_ERROR_IMPOSSIBLE)
    g_set_error (error, CALLBOARD_PHONE_ERROR, code, _("There is no phone number “%s” (country: %s). Check the digits."), shown, country);
  else if (code == CALLBOARD_PHONE_ERROR_COUNTRY)
    g_set_error (error, CALLBOARD_PHONE_ERROR, code,
                 _("“%s” has no country code that is known. Begin the number with + and the code of the country."), shown);
  else if (is_rounded (text))
    g_set_error (error, CALLBOARD_PHONE_ERROR, code,
                 _("“%s” was rounded by a spreadsheet. Format the column as text and type the number again."), shown);
  else
    g_set_error (error, CALLBOARD_PHONE_ERROR, code, _("“%s” is not a phone number."), shown);
}

/* For the message about a number that cannot be: the country it would belong to. */
static std::string
get_region (const Reading     &reading,
            const std::string &hint)
{
  std::string region = hint;

  if (reading.number.country_code () != 0)
    {
      int code = reading.number.country_code ();

      if (hint.empty () || get_util ().GetCountryCodeForRegion (hint) != code)
        get_util ().GetRegionCodeForCountryCode (code, &region);
    }

  return region == "ZZ" || region == "001" ? std::string () : region;
}

static char *
take (const Reading  &reading,
      bool            assumed,
      char          **assumed_country)
{
  if (assumed && assumed_country != nullptr)
    *assumed_country = reading.region.empty () ? callboard_phone_country (reading.e164.c_str ())
                                               : g_strdup (reading.region.c_str ());

  return g_strdup (reading.e164.c_str ());
}

char *
callboard_phone_normalise (const char  *text,
                           const char  *country,
                           char       **assumed_country,
                           GError     **error)
{
  g_return_val_if_fail (error == nullptr || *error == nullptr, nullptr);

  std::string trimmed = trim (text != nullptr ? text : "");
  std::string digits = get_digits (trimmed);
  std::string region = parse_country (country);
  bool plus = has_plus (trimmed);
  bool zeros = !plus && digits.compare (0, 2, "00") == 0;

  if (assumed_country != nullptr)
    *assumed_country = nullptr;
  if (trimmed.empty ())
    {
      g_set_error_literal (error, CALLBOARD_PHONE_ERROR, CALLBOARD_PHONE_ERROR_EMPTY, _("There is no phone number."));
      return nullptr;
    }

  Reading reading = is_rounded (trimmed) ? Reading () : read_number (trimmed, plus ? "" : region);
  if (reading.valid)
    return take (reading, !plus && !zeros, assumed_country);

  if (zeros || (!plus && !region.empty () && digits.size () >= MIN_WITH_CODE && !is_rounded (trimmed)))
    {
      Reading second = read_with_plus (digits);

      if (second.valid)
        return take (second, !zeros, assumed_country);
      if (zeros)
        reading = second;
    }

  set_error (error, reading.code, trimmed, get_region (reading, plus ? "" : region));

  return nullptr;
}

/* Takes a number from callboard_phone_normalise() apart. The library's own parser is made for what people write, and
 * takes twenty times as long. */
static bool
split_e164 (const char  *e164,
            PhoneNumber *number)
{
  constexpr int MAX_CODE_DIGITS = 3;
  int code = 0;

  if (e164[0] != '+' || !g_ascii_isdigit (e164[1]) || strspn (e164 + 1, "0123456789") != strlen (e164 + 1))
    return false;

  for (int i = 1; i <= MAX_CODE_DIGITS && e164[i] != '\0'; i++)
    {
      std::string region;

      code = code * 10 + g_ascii_digit_value (e164[i]);
      get_util ().GetRegionCodeForCountryCode (code, &region);
      if (region == "ZZ")
        continue;

      gsize zeros = strspn (e164 + i + 1, "0");

      number->set_country_code (code);
      number->set_national_number (g_ascii_strtoull (e164 + i + 1, nullptr, 10));
      number->set_italian_leading_zero (zeros > 0);
      number->set_number_of_leading_zeros (MAX (zeros, 1));

      return true;
    }

  return false;
}

char *
callboard_phone_country (const char *e164)
{
  PhoneNumber number;
  std::string region;

  g_return_val_if_fail (e164 != nullptr, nullptr);

  if (!split_e164 (e164, &number))
    return nullptr;

  get_util ().GetRegionCodeForNumber (number, &region);
  if (region == "ZZ")
    get_util ().GetRegionCodeForCountryCode (number.country_code (), &region);

  return region == "ZZ" || region == "001" ? nullptr : g_strdup (region.c_str ());
}

char *
callboard_phone_format_international (const char *e164)
{
  PhoneNumber number;
  std::string formatted;

  g_return_val_if_fail (e164 != nullptr, nullptr);

  if (get_util ().Parse (e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
    return g_strdup (e164);

  get_util ().Format (number, PhoneNumberUtil::INTERNATIONAL, &formatted);

  return g_strdup (formatted.c_str ());
}
