/* callboard-twilio-cursor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-cursor.h"

#include "callboard-clock.h"
#include "callboard-json.h"

#define MAX_TEXT (64 * 1024)

/* More than two pages: then a page of older ones is whole, however the new ones have shifted it. */
#define MAX_SEEN 250

struct _CallboardTwilioCursor
{
  char       *text;
  gint64      newest;
  GPtrArray  *added;
  GPtrArray  *old;
  GHashTable *known;
};

static char *
format_day (gint64 at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (at / CALLBOARD_SECOND);

  return g_date_time_format (date, "%Y-%m-%d");
}

static gint64
parse_day (const char *day)
{
  g_autofree char *text = day ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr(GDateTime) date = text ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return date ? g_date_time_to_unix (date) * CALLBOARD_SECOND : 0;
}

static void
read_seen (CallboardTwilioCursor *cursor,
           JsonArray             *seen)
{
  for (guint i = 0; seen != NULL && i < json_array_get_length (seen); i++)
    {
      const char *sid = callboard_json_array_get_string (seen, i);

      if (sid == NULL)
        continue;

      g_ptr_array_add (cursor->old, g_strdup (sid));
      g_hash_table_add (cursor->known, g_strdup (sid));
    }
}

CallboardTwilioCursor *
callboard_twilio_cursor_new (const char *text,
                             gint64      now)
{
  CallboardTwilioCursor *cursor = g_new0 (CallboardTwilioCursor, 1);
  g_autoptr(JsonObject) object = text ? callboard_json_parse_object (text, -1, MAX_TEXT, NULL) : NULL;

  cursor->added = g_ptr_array_new_with_free_func (g_free);
  cursor->old = g_ptr_array_new_with_free_func (g_free);
  cursor->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  cursor->newest = parse_day (callboard_json_get_string (object, "day"));

  if (cursor->newest == 0)
    cursor->newest = now;
  else
    cursor->text = g_strdup (text);

  read_seen (cursor, callboard_json_get_array (object, "seen"));

  return cursor;
}

void
callboard_twilio_cursor_free (CallboardTwilioCursor *cursor)
{
  g_free (cursor->text);
  g_ptr_array_unref (cursor->added);
  g_ptr_array_unref (cursor->old);
  g_hash_table_unref (cursor->known);
  g_free (cursor);
}

char *
callboard_twilio_cursor_dup_day (CallboardTwilioCursor *cursor)
{
  return format_day (cursor->newest - CALLBOARD_DAY);
}

gboolean
callboard_twilio_cursor_knows (CallboardTwilioCursor *cursor,
                               const char            *sid)
{
  return g_hash_table_contains (cursor->known, sid);
}

void
callboard_twilio_cursor_add (CallboardTwilioCursor *cursor,
                             const char            *sid,
                             gint64                 at)
{
  if (g_hash_table_add (cursor->known, g_strdup (sid)))
    g_ptr_array_add (cursor->added, g_strdup (sid));

  cursor->newest = MAX (cursor->newest, at);
}

static void
take_newest (JsonArray *seen,
             GPtrArray *sids)
{
  for (guint i = 0; i < sids->len && json_array_get_length (seen) < MAX_SEEN; i++)
    json_array_add_string_element (seen, g_ptr_array_index (sids, i));
}

char *
callboard_twilio_cursor_to_text (CallboardTwilioCursor *cursor)
{
  g_autoptr(JsonObject) object = NULL;
  g_autofree char *day = NULL;
  JsonArray *seen;

  if (cursor->text != NULL && cursor->added->len == 0)
    return g_strdup (cursor->text);

  day = format_day (cursor->newest);
  seen = json_array_new ();
  take_newest (seen, cursor->added);
  take_newest (seen, cursor->old);

  object = json_object_new ();
  json_object_set_string_member (object, "day", day);
  json_object_set_array_member (object, "seen", seen);

  return callboard_json_to_text (object);
}
