/* callboard-country.cc
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-country.h"

#include <set>
#include <string>

#include <phonenumbers/phonenumberutil.h>
#include <unicode/uloc.h>

#include "callboard-locale.h"

using i18n::phonenumbers::PhoneNumberUtil;

char *
callboard_country_parse (const char *text)
{
  g_autofree char *upper = nullptr;

  g_return_val_if_fail (text != nullptr, nullptr);

  upper = g_strstrip (g_ascii_strup (text, -1));
  if (g_str_equal (upper, "UK"))
    return g_strdup ("GB");
  if (strlen (upper) != 2 || PhoneNumberUtil::GetInstance ()->GetCountryCodeForRegion (upper) == 0)
    return nullptr;

  return g_steal_pointer (&upper);
}

char *
callboard_country_get_name (const char *country)
{
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  g_return_val_if_fail (country != nullptr, nullptr);

  std::string locale = std::string ("_") + country;
  length = uloc_getDisplayCountry (locale.c_str (), callboard_locale_get (), name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length <= 0)
    return g_strdup (country);

  return g_utf16_to_utf8 ((const gunichar2 *) name, length, nullptr, nullptr, nullptr);
}

char **
callboard_country_list (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  std::set<std::string> regions;

  PhoneNumberUtil::GetInstance ()->GetSupportedRegions (&regions);
  for (const std::string &region : regions)
    g_strv_builder_add (builder, region.c_str ());

  return g_strv_builder_end (builder);
}

char *
callboard_country_get_default (void)
{
  const char *underscore = strchr (g_get_language_names ()[0], '_');
  g_autofree char *country = underscore != nullptr ? g_strndup (underscore + 1, 2) : nullptr;

  return country != nullptr ? callboard_country_parse (country) : nullptr;
}
