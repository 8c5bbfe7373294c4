/* callboard-file-name.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CHARACTERS 120
#define MAX_BYTES      240

/* Devices on Windows, where somebody may save the file to. */
static const char * const reserved[] = {
  "con", "prn", "aux", "nul",
  "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
  "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
};

static const char *
skip_folders (const char *name)
{
  const char *last = name;

  for (const char *at = name; *at != '\0'; at++)
    {
      if (*at == '/' || *at == '\\')
        last = at + 1;
    }

  return last;
}

/* Format characters turn the direction of the text: "cv[RLO]fdp.exe" would be shown as "cvexe.pdf". */
static gboolean
is_hidden (gunichar character)
{
  switch ((int) g_unichar_type (character))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;

    default:
      return FALSE;
    }
}

static char *
clean (const char *name)
{
  GString *cleaned = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        character = ' ';
      else if (is_hidden (character))
        continue;
      else if (character < 128 && strchr (":*?\"<>|", character) != NULL)
        character = '_';

      if (character != ' ' || (cleaned->len > 0 && cleaned->str[cleaned->len - 1] != ' '))
        g_string_append_unichar (cleaned, character);
    }

  return g_string_free (cleaned, FALSE);
}

static void
strip_ends (char *stem)
{
  gsize length;

  memmove (stem, stem + strspn (stem, ". "), strlen (stem + strspn (stem, ". ")) + 1);

  for (length = strlen (stem); length > 0 && strchr (". ", stem[length - 1]) != NULL; length--)
    stem[length - 1] = '\0';
}

/* "v1.2" ends with a number, and "J. Smith" with a name: only what looks like an extension is one. */
static void
strip_extension (char *stem)
{
  char *dot = strrchr (stem, '.');
  gboolean has_letter = FALSE;

  if (dot == NULL || strlen (dot + 1) > 5)
    return;

  for (const char *at = dot + 1; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at))
        return;

      has_letter = has_letter || g_ascii_isalpha (*at);
    }

  if (has_letter)
    *dot = '\0';
}

static void
shorten (char *stem)
{
  char *at = stem;

  for (guint n = 0; *at != '\0' && n < MAX_CHARACTERS - 6; n++)
    {
      if (g_utf8_next_char (at) - stem > MAX_BYTES - 6)
        break;

      at = g_utf8_next_char (at);
    }

  *at = '\0';
}

/* A device is one with any extension. */
static gboolean
is_reserved (const char *stem)
{
  gsize length = strcspn (stem, ".");

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    {
      if (strlen (reserved[i]) == length && g_ascii_strncasecmp (stem, reserved[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
invent_stem (const char *type)
{
  switch (callboard_file_kind_from_type (type))
    {
    case CALLBOARD_FILE_KIND_PDF:
    case CALLBOARD_FILE_KIND_WORD:
      return _("Document");

    case CALLBOARD_FILE_KIND_IMAGE:
      return _("Picture");

    case CALLBOARD_FILE_KIND_VIDEO:
      return _("Video");

    case CALLBOARD_FILE_KIND_AUDIO:
      return _("Recording");

    case CALLBOARD_FILE_KIND_OTHER:
    default:
      return _("File");
    }
}

char *
callboard_file_safe_name (const char *name,
                          const char *type)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *composed = g_utf8_normalize (skip_folders (valid), -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *stem = clean (composed);
  const char *extension = callboard_file_type_get_extension (type);

  strip_ends (stem);
  strip_extension (stem);
  strip_ends (stem);
  shorten (stem);
  strip_ends (stem);

  if (*stem == '\0')
    return g_strdup_printf ("%s.%s", invent_stem (type), extension);

  return g_strdup_printf ("%s%s.%s", is_reserved (stem) ? "_" : "", stem, extension);
}
