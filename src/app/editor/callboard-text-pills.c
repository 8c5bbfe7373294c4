/* callboard-text-pills.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-pills.h"

#include <string.h>

#include "callboard-merge-field.h"
#include "callboard-text-pill.h"

/* What a buffer has in the place of a widget. */
#define OBJECT "\357\277\274"

/* One place of a text: a character, or a field. */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    is_pill;
} Place;

static gboolean
is_same (const Place *one,
         const Place *other)
{
  return one->is_pill == other->is_pill && one->length == other->length &&
         memcmp (one->text, other->text, one->length) == 0;
}

static const char *
find_pill (GtkTextBuffer *buffer,
           int            offset)
{
  GtkTextChildAnchor *anchor;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  anchor = gtk_text_iter_get_child_anchor (&iter);

  return anchor != NULL ? callboard_text_pill_get_text (anchor) : NULL;
}

/* The places of the slice of a buffer that begins at offset. */
static GArray *
list_shown (GtkTextBuffer *buffer,
            const char    *slice,
            int            offset)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (const char *c = slice; *c != '\0'; c = g_utf8_next_char (c), offset++)
    {
      const char *pill = g_str_has_prefix (c, OBJECT) ? find_pill (buffer, offset) : NULL;
      Place place = { c, g_utf8_next_char (c) - c, FALSE };

      if (pill != NULL)
        place = (Place) { pill, strlen (pill), TRUE };
      g_array_append_val (places, place);
    }

  return places;
}

static GArray *
list_wanted (const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  while (*text != '\0')
    {
      g_autofree char *name = NULL;
      g_autofree char *fallback = NULL;
      Place place = { text, g_utf8_next_char (text) - text, FALSE };

      place.is_pill = callboard_merge_field_parse (text, &place.length, &name, &fallback);
      g_array_append_val (places, place);
      text += place.length;
    }

  return places;
}

char *
callboard_text_pills_get_text (GtkTextBuffer     *buffer,
                               const GtkTextIter *start,
                               const GtkTextIter *end)
{
  g_autofree char *slice = gtk_text_buffer_get_slice (buffer, start, end, TRUE);
  g_autoptr(GArray) places = NULL;
  GString *text;

  if (strstr (slice, OBJECT) == NULL)
    return g_steal_pointer (&slice);

  places = list_shown (buffer, slice, gtk_text_iter_get_offset (start));
  text = g_string_new (NULL);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      g_string_append_len (text, place->text, place->length);
    }

  return g_string_free (text, FALSE);
}

static void
insert (GtkTextView *view,
        GtkTextIter *iter,
        GArray      *places,
        guint        from,
        guint        to)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  for (guint i = from; i < to;)
    {
      const Place *place = &g_array_index (places, Place, i);
      gsize length = 0;

      if (place->is_pill)
        {
          g_autofree char *text = g_strndup (place->text, place->length);

          callboard_text_pill_insert (view, iter, text);
          i++;
          continue;
        }

      while (i < to && !g_array_index (places, Place, i).is_pill)
        length += g_array_index (places, Place, i++).length;
      gtk_text_buffer_insert (buffer, iter, place->text, length);
    }
}

static void
change (GtkTextView *view,
        GArray      *shown,
        GArray      *wanted)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  guint before = 0, after = 0;
  guint least = MIN (shown->len, wanted->len);
  GtkTextIter start, end;

  while (before < least && is_same (&g_array_index (shown, Place, before), &g_array_index (wanted, Place, before)))
    before++;
  while (after < least - before && is_same (&g_array_index (shown, Place, shown->len - 1 - after),
                                            &g_array_index (wanted, Place, wanted->len - 1 - after)))
    after++;

  if (before == shown->len && before == wanted->len)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, before);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, shown->len - after);
  gtk_text_buffer_delete (buffer, &start, &end);
  insert (view, &start, wanted, before, wanted->len - after);
}

void
callboard_text_pills_set_text (GtkTextView *view,
                               const char  *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *slice = NULL;
  g_autofree char *valid = NULL;
  g_autoptr(GArray) shown = NULL;
  g_autoptr(GArray) wanted = NULL;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (text != NULL);

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  slice = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  valid = g_utf8_make_valid (text, -1);
  shown = list_shown (buffer, slice, 0);
  wanted = list_wanted (valid);
  change (view, shown, wanted);
}

static void
mark_range (GtkTextBuffer *buffer,
            const char    *slice,
            const char    *from,
            const char    *to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_pointer_to_offset (slice, from));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_pointer_to_offset (slice, to));
  gtk_text_buffer_apply_tag_by_name (buffer, "broken", &start, &end);
}

void
callboard_text_pills_mark (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *slice = NULL;
  const char *open;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "broken", &start, &end);
  slice = gtk_text_buffer_get_slice (buffer, &start, &end, TRUE);
  open = slice;
  while ((open = strpbrk (open, "{}")) != NULL)
    {
      const char *close = open + strcspn (open, "} \n");

      if (open[0] != open[1])
        {
          open++;
          continue;
        }

      close += strspn (close, "}");
      mark_range (buffer, slice, open, close);
      open = close;
    }
}
