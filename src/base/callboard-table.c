/* callboard-table.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-table.h"
#include "callboard-table-private.h"

#include <string.h>

typedef struct
{
  guint32 first_cell;
  guint32 line;
} Row;

/* `cells` are offsets into `text`, of 4 bytes since a file has at most 100 MB. A row's cells end where the next row's
 * begin; `rows` has one more at the end, for the row being read and then for the end. */
struct _CallboardTable
{
  gatomicrefcount  refs;

  char            *text;
  gsize            length;
  gsize            capacity;
  GArray          *cells;
  GArray          *rows;
  guint            n_columns;

  guint            has_header : 1;
};

G_DEFINE_BOXED_TYPE (CallboardTable, callboard_table, callboard_table_ref, callboard_table_unref)

static const Row *
get_row (const CallboardTable *self,
         guint                 row)
{
  return &g_array_index (self->rows, Row, row);
}

static guint
count_cells (const CallboardTable *self,
             guint                 row)
{
  return get_row (self, row + 1)->first_cell - get_row (self, row)->first_cell;
}

static const char *
get_text (const CallboardTable *self,
          guint                 row,
          guint                 column)
{
  guint cell = get_row (self, row)->first_cell + column;

  return column < count_cells (self, row) ? self->text + g_array_index (self->cells, guint32, cell) : "";
}

static gboolean
is_blank_row (CallboardTable *self)
{
  for (guint i = g_array_index (self->rows, Row, self->rows->len - 1).first_cell; i < self->cells->len; i++)
    if (self->text[g_array_index (self->cells, guint32, i)] != '\0')
      return FALSE;

  return TRUE;
}

static void
open_row (CallboardTable *self)
{
  Row row = { .first_cell = self->cells->len };

  g_array_append_val (self->rows, row);
}

/* White space of all kinds: exports put no-break spaces around cells. */
static void
trim (const char **text,
      gsize       *length)
{
  const char *end = *text + *length;

  while (*text < end && g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
  while (end > *text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  *length = end - *text;
}

static GArray *
shrink (GArray *array,
        gsize   size)
{
  GArray *exact = g_array_sized_new (FALSE, FALSE, size, array->len);

  g_array_append_vals (exact, array->data, array->len);
  g_array_unref (array);

  return exact;
}

/*< private >
 * callboard_table_new:
 * @capacity: bytes that all cells and an end for each will take at most
 */
CallboardTable *
callboard_table_new (gsize capacity)
{
  CallboardTable *self = g_new0 (CallboardTable, 1);

  g_atomic_ref_count_init (&self->refs);
  self->text = g_malloc (capacity);
  self->capacity = capacity;
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  open_row (self);

  return self;
}

void
callboard_table_add_cell (CallboardTable *self,
                          const char     *text,
                          gsize           length)
{
  guint32 offset = self->length;

  if (length > 0)
    trim (&text, &length);
  g_assert (self->length + length < self->capacity);

  memcpy (self->text + self->length, text, length);
  self->length += length;
  self->text[self->length++] = '\0';
  g_array_append_val (self->cells, offset);
}

void
callboard_table_end_row (CallboardTable *self,
                         guint           line)
{
  Row *row = &g_array_index (self->rows, Row, self->rows->len - 1);

  if (is_blank_row (self))
    {
      g_array_set_size (self->cells, row->first_cell);
      return;
    }

  row->line = line;
  self->n_columns = MAX (self->n_columns, callboard_table_get_pending (self));
  open_row (self);
}

/* Cells of the row being read. */
guint
callboard_table_get_pending (CallboardTable *self)
{
  return self->cells->len - g_array_index (self->rows, Row, self->rows->len - 1).first_cell;
}

CallboardTableMark
callboard_table_mark (CallboardTable *self)
{
  return (CallboardTableMark) { self->length, self->cells->len, self->rows->len };
}

void
callboard_table_rewind (CallboardTable           *self,
                        const CallboardTableMark *mark)
{
  self->length = mark->text;
  g_array_set_size (self->cells, mark->cells);
  g_array_set_size (self->rows, mark->rows);
}

void
callboard_table_finish (CallboardTable *self)
{
  self->text = g_realloc (self->text, MAX (self->length, 1));
  self->cells = shrink (self->cells, sizeof (guint32));
  self->rows = shrink (self->rows, sizeof (Row));
}

CallboardTable *
callboard_table_ref (CallboardTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
callboard_table_unref (CallboardTable *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self->text);
  g_free (self);
}

guint
callboard_table_get_n_rows (const CallboardTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1 - self->has_header;
}

guint
callboard_table_get_n_columns (const CallboardTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

guint
callboard_table_get_n_cells (const CallboardTable *self,
                             guint                 row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < callboard_table_get_n_rows (self), 0);

  return count_cells (self, row + self->has_header);
}

const char *
callboard_table_get_cell (const CallboardTable *self,
                          guint                 row,
                          guint                 column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < callboard_table_get_n_rows (self), NULL);

  return get_text (self, row + self->has_header, column);
}

guint
callboard_table_get_line (const CallboardTable *self,
                          guint                 row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < callboard_table_get_n_rows (self), 0);

  return get_row (self, row + self->has_header)->line;
}

const char *
callboard_table_get_header (const CallboardTable *self,
                            guint                 column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_header ? get_text (self, 0, column) : NULL;
}

gboolean
callboard_table_get_has_header (const CallboardTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_header;
}

void
callboard_table_set_has_header (CallboardTable *self,
                                gboolean        has_header)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->rows->len > 1);

  self->has_header = has_header != FALSE;
}
