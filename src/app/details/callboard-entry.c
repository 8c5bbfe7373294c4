/* callboard-entry.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-entry.h"

#include "callboard-format.h"

struct _CallboardEntry
{
  GObject             parent_instance;

  CallboardEntryKind  kind;
  gint64              at;
  CallboardLine      *line;
};

G_DEFINE_FINAL_TYPE (CallboardEntry, callboard_entry, G_TYPE_OBJECT)

/* Takes @line. */
static CallboardEntry *
create (CallboardEntryKind  kind,
        gint64              at,
        CallboardLine      *line)
{
  CallboardEntry *self = g_object_new (CALLBOARD_TYPE_ENTRY, NULL);

  self->kind = kind;
  self->at = at;
  self->line = line;

  return self;
}

static gboolean
have_same_files (const CallboardLine *a,
                 const CallboardLine *b)
{
  guint n = a->files != NULL ? a->files->len : 0;

  if (n != (b->files != NULL ? b->files->len : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!callboard_file_line_is_same (g_ptr_array_index (a->files, i), g_ptr_array_index (b->files, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_line (const CallboardLine *a,
              const CallboardLine *b)
{
  return a->id == b->id && a->state == b->state && a->leaves_at == b->leaves_at && a->failure == b->failure &&
         g_strcmp0 (a->body, b->body) == 0 && have_same_files (a, b);
}

static gboolean
is_same (CallboardEntry *a,
         CallboardEntry *b)
{
  if (a->kind != b->kind || a->at != b->at)
    return FALSE;

  return a->line == NULL || is_same_line (a->line, b->line);
}

static GPtrArray *
build (GPtrArray *lines,
       guint      limit)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = lines->len > limit ? lines->len - limit : 0;
  gint64 day = G_MININT64;

  if (first > 0)
    g_ptr_array_add (entries, create (CALLBOARD_ENTRY_EARLIER, 0, NULL));

  for (guint i = first; i < lines->len; i++)
    {
      CallboardLine *line = g_steal_pointer (&g_ptr_array_index (lines, i));
      gboolean moved = line->kind == CALLBOARD_LINE_MOVED;

      if (day == G_MININT64 || !callboard_format_is_same_day (day, line->at))
        g_ptr_array_add (entries, create (CALLBOARD_ENTRY_DAY, line->at, NULL));
      day = line->at;
      g_ptr_array_add (entries, create (moved ? CALLBOARD_ENTRY_MOVED : CALLBOARD_ENTRY_MESSAGE, line->at, line));
    }

  for (guint i = 0; i < first; i++)
    callboard_line_free (g_ptr_array_index (lines, i));

  return entries;
}

static gboolean
is_same_at (GListStore *entries,
            guint       position,
            gpointer    wanted)
{
  g_autoptr(CallboardEntry) entry = g_list_model_get_item (G_LIST_MODEL (entries), position);

  return is_same (entry, wanted);
}

static void
callboard_entry_finalize (GObject *object)
{
  CallboardEntry *self = CALLBOARD_ENTRY (object);

  g_clear_pointer (&self->line, callboard_line_free);

  G_OBJECT_CLASS (callboard_entry_parent_class)->finalize (object);
}

static void
callboard_entry_class_init (CallboardEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_entry_finalize;
}

static void
callboard_entry_init (CallboardEntry *self)
{
}

CallboardEntryKind
callboard_entry_get_kind (CallboardEntry *self)
{
  g_return_val_if_fail (CALLBOARD_IS_ENTRY (self), CALLBOARD_ENTRY_EARLIER);

  return self->kind;
}

gint64
callboard_entry_get_at (CallboardEntry *self)
{
  g_return_val_if_fail (CALLBOARD_IS_ENTRY (self), 0);

  return self->at;
}

const CallboardLine *
callboard_entry_get_line (CallboardEntry *self)
{
  g_return_val_if_fail (CALLBOARD_IS_ENTRY (self), NULL);

  return self->line;
}

void
callboard_entries_update (GListStore *entries,
                          GPtrArray  *lines,
                          guint       limit)
{
  g_autoptr(GPtrArray) owned = lines;
  g_autoptr(GPtrArray) wanted = NULL;
  guint n_old, head = 0, tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (entries));

  /* Each line goes over to an entry or is freed by build(). */
  g_ptr_array_set_free_func (owned, NULL);
  wanted = build (owned, limit);
  n_old = g_list_model_get_n_items (G_LIST_MODEL (entries));

  while (head < MIN (n_old, wanted->len) && is_same_at (entries, head, g_ptr_array_index (wanted, head)))
    head++;
  while (tail < MIN (n_old, wanted->len) - head &&
         is_same_at (entries, n_old - tail - 1, g_ptr_array_index (wanted, wanted->len - tail - 1)))
    tail++;

  if (n_old - head - tail > 0 || wanted->len - head - tail > 0)
    g_list_store_splice (entries, head, n_old - head - tail, wanted->pdata + head, wanted->len - head - tail);
}
