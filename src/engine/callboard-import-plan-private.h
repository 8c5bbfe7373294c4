/* callboard-import-plan-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import-plan.h"

G_BEGIN_DECLS

/* edited: what replaces a cell of the table; country: of the phone, if it had to be assumed; problem: what is wrong with
 * the row alone; own: its state alone; duplicate: the row + 1 that has the same number and goes first; next: another
 * row + 1 with the same number. */
typedef struct
{
  char   *edited[CALLBOARD_IMPORT_N_FIELDS];
  char   *phone;
  char   *country;
  char   *problem;
  gint64  stage;
  guint   table_row;
  guint   duplicate;
  guint   next;
  guint8  own;
  guint8  state;
  guint8  fault;
} Row;

struct _CallboardImportPlan
{
  CallboardTable *table;
  char           *country;
  GArray         *stages;
  GHashTable     *stage_of_name;
  GHashTable     *present;

  GArray         *rows;
  GHashTable     *row_of_phone;
  char           *reason;
  guint           counts[CALLBOARD_IMPORT_INVALID + 1];
  int             columns[CALLBOARD_IMPORT_N_FIELDS];
};

/* Looks at the row alone: sets phone, stage, problem, fault and own. */
void callboard_import_plan_check_row  (CallboardImportPlan *self,
                                       Row                 *row);
void callboard_import_plan_split_name (CallboardImportPlan *self,
                                       Row                 *row);

static inline Row *
callboard_import_plan_row (CallboardImportPlan *self,
                           guint                row)
{
  return &g_array_index (self->rows, Row, row);
}

G_END_DECLS
