/* callboard-merge.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-merge.h"

#include <string.h>

#include <glib/gi18n.h>

#define MAX_SHOWN_FIELD 60

/* A walk over the fields of a text. `close` remembers the "}}" found ahead, so that a text of nothing but opening
 * braces is still read in one pass. */
typedef struct
{
  const char *cursor;
  const char *close;
  const char *open;
  const char *after;
  char       *field;
  char       *fallback;
} Walk;

G_DEFINE_QUARK (callboard-merge-error-quark, callboard_merge_error)

static const char * const fields[] = {
  "candidate.first_name",
  "candidate.last_name",
  "job.title",
  "job.location",
  "stage.name",
  "company.name",
  "recruiter.name",
  "interview.date",
  "interview.time",
  "interview.place",
  "interviewer.name",
  NULL
};

static void
clear_walk (Walk *walk)
{
  g_clear_pointer (&walk->field, g_free);
  g_clear_pointer (&walk->fallback, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, clear_walk)

static gboolean
is_name_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.';
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static const char *
find_close (Walk *walk)
{
  const char *content = walk->open + strlen ("{{");
  const char *nested;

  if (walk->close != NULL && walk->close < content)
    walk->close = strstr (content, "}}");
  if (walk->close == NULL)
    return NULL;

  nested = g_strstr_len (content, walk->close - content, "{{");

  return nested == NULL ? walk->close : NULL;
}

/* An unclosed field ends where its name ends; what looks like no field loses the braces only. */
static void
take_unclosed (Walk *walk)
{
  const char *content = walk->open + strlen ("{{");
  const char *name = skip_space (content);
  const char *end = name;

  while (is_name_char (*end))
    end++;

  walk->after = memchr (name, '.', end - name) != NULL ? end : content;
}

static void
take_content (Walk       *walk,
              const char *close)
{
  const char *content = walk->open + strlen ("{{");
  const char *bar = memchr (content, '|', close - content);

  walk->field = g_strstrip (g_strndup (content, (bar != NULL ? bar : close) - content));
  if (bar != NULL)
    walk->fallback = g_strstrip (g_strndup (bar + 1, close - bar - 1));
  walk->after = close + strlen ("}}");
}

/* Sets `open` and `after`; `field` stays NULL when the field is not closed. */
static gboolean
next_field (Walk *walk)
{
  const char *close;

  clear_walk (walk);
  walk->open = strstr (walk->cursor, "{{");
  if (walk->open == NULL)
    return FALSE;

  close = find_close (walk);
  if (close != NULL)
    take_content (walk, close);
  else
    take_unclosed (walk);
  walk->cursor = walk->after;

  return TRUE;
}

static const char *
find_stray (const char *text,
            const char *end)
{
  const char *stray = g_strstr_len (text, end - text, "}}");

  if (stray != NULL)
    return stray;

  while ((text = memchr (text, '{', end - text)) != NULL)
    {
      const char *name = skip_space (text + 1);

      for (guint i = 0; fields[i] != NULL; i++)
        if (g_str_has_prefix (name, fields[i]) && !is_name_char (name[strlen (fields[i])]))
          return text;
      text++;
    }

  return NULL;
}

static gboolean
check_stray (const char  *text,
             const char  *end,
             GError     **error)
{
  if (find_stray (text, end) == NULL)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_MERGE_ERROR, CALLBOARD_MERGE_ERROR_MALFORMED,
                       _("A field needs two braces on each side, like {{candidate.first_name}}. Add the missing brace, "
                         "or insert the field from the menu."));
  return FALSE;
}

static gboolean
check_field (const Walk  *walk,
             GError     **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *shown = NULL;

  if (walk->field == NULL)
    {
      g_set_error_literal (error, CALLBOARD_MERGE_ERROR, CALLBOARD_MERGE_ERROR_MALFORMED,
                           _("A field begins with “{{” but does not end. Close it with “}}”, "
                             "or insert the field from the menu."));
      return FALSE;
    }

  if (g_strv_contains (fields, walk->field))
    return TRUE;

  valid = g_utf8_make_valid (walk->field, -1);
  shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_SHOWN_FIELD));
  g_set_error (error, CALLBOARD_MERGE_ERROR, CALLBOARD_MERGE_ERROR_UNKNOWN_FIELD,
               /* Translators: %s is the name of a field that does not exist. */
               _("There is no field called “%s”. Choose one from the menu of fields."), shown);

  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *skip_space (text) == '\0';
}

static const char *
find_value (const Walk           *walk,
            CallboardMergeLookup  lookup,
            gpointer              data)
{
  const char *value;

  if (walk->field == NULL)
    return NULL;

  value = lookup (walk->field, data);

  return is_blank (value) ? walk->fallback : value;
}

/* Leaves no doubled space, and none before a comma or a line's end, where a field gave nothing. */
static void
tidy_gap (GString     *text,
          const char **next)
{
  gboolean open = text->len == 0 || g_ascii_isspace (text->str[text->len - 1]);

  if (open && **next == ' ')
    (*next)++;
  else if (open && text->len > 0 && text->str[text->len - 1] == ' ' && (**next == '\0' || strchr (",.;:!?)\r\n", **next)))
    g_string_truncate (text, text->len - 1);
}

const char * const *
callboard_merge_get_fields (void)
{
  return fields;
}

gboolean
callboard_merge_check (const char  *text,
                       GError     **error)
{
  g_auto(Walk) walk = { .cursor = text, .close = text };
  const char *from = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  while (next_field (&walk))
    {
      if (!check_stray (from, walk.open, error) || !check_field (&walk, error))
        return FALSE;
      from = walk.after;
    }

  return check_stray (from, from + strlen (from), error);
}

char *
callboard_merge_render (const char           *text,
                        CallboardMergeLookup  lookup,
                        gpointer              data)
{
  g_auto(Walk) walk = { .cursor = text, .close = text };
  g_autoptr(GString) result = NULL;
  const char *from = text;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (lookup != NULL, NULL);

  result = g_string_sized_new (strlen (text) + 1);
  while (next_field (&walk))
    {
      const char *value = find_value (&walk, lookup, data);

      g_string_append_len (result, from, walk.open - from);
      if (is_blank (value))
        tidy_gap (result, &walk.after);
      else
        g_string_append (result, value);
      from = walk.cursor = walk.after;
    }
  g_string_append (result, from);

  return g_string_free (g_steal_pointer (&result), FALSE);
}
