/* callboard-table.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TABLE (callboard_table_get_type())

/* Rows of text cells as read from a file. All cells stand in one buffer, so that a table of a million rows takes
 * little more than its file. Only callboard_table_set_has_header() changes it; until then, and between two calls of
 * that, it may be read from any thread. */
typedef struct _CallboardTable CallboardTable;

GType           callboard_table_get_type       (void);
CallboardTable *callboard_table_ref            (CallboardTable       *self);
void            callboard_table_unref          (CallboardTable       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTable, callboard_table_unref)

/**
 * callboard_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows there are, without the header. Rows of nothing but blank cells were left out
 */
guint           callboard_table_get_n_rows     (const CallboardTable *self);

/**
 * callboard_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many cells the longest row has
 */
guint           callboard_table_get_n_columns  (const CallboardTable *self);

/**
 * callboard_table_get_n_cells:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: how many cells this row has; a ragged one has fewer or more than the header
 */
guint           callboard_table_get_n_cells    (const CallboardTable *self,
                                                guint                 row);

/**
 * callboard_table_get_cell:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell, valid UTF-8 without white space at its ends; "" where the row is shorter
 */
const char     *callboard_table_get_cell       (const CallboardTable *self,
                                                guint                 row,
                                                guint                 column);

/**
 * callboard_table_get_line:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the line of the file at which the row begins, from 1
 */
guint           callboard_table_get_line       (const CallboardTable *self,
                                                guint                 row);

/**
 * callboard_table_get_header:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer none) (nullable): the column's title, perhaps ""; %NULL if the table has no header
 */
const char     *callboard_table_get_header     (const CallboardTable *self,
                                                guint                 column);

/**
 * callboard_table_get_has_header:
 * @self: a table
 *
 * Returns: whether the first row of the file is a header; guessed when it was read
 */
gboolean        callboard_table_get_has_header (const CallboardTable *self);

/**
 * callboard_table_set_has_header:
 * @self: a table
 * @has_header: whether the first row of the file is a header
 *
 * Corrects the guess. The rows count from the next or the first row from then on.
 */
void            callboard_table_set_has_header (CallboardTable       *self,
                                                gboolean              has_header);

G_END_DECLS
