/* callboard-table-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-table.h"

G_BEGIN_DECLS

/* A place to go back to, when what was read turns out to be wrong. */
typedef struct
{
  gsize text;
  guint cells;
  guint rows;
} CallboardTableMark;

CallboardTable     *callboard_table_new         (gsize                     capacity);
void                callboard_table_add_cell    (CallboardTable           *self,
                                                 const char               *text,
                                                 gsize                     length);
void                callboard_table_end_row     (CallboardTable           *self,
                                                 guint                     line);
guint               callboard_table_get_pending (CallboardTable           *self);
CallboardTableMark  callboard_table_mark        (CallboardTable           *self);
void                callboard_table_rewind      (CallboardTable           *self,
                                                 const CallboardTableMark *mark);
void                callboard_table_finish      (CallboardTable           *self);

G_END_DECLS
