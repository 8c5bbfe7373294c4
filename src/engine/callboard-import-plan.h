/* callboard-import-plan.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-csv.h"
#include "callboard-db.h"
#include "callboard-import.h"

G_BEGIN_DECLS

/**
 * CallboardImportField:
 * @CALLBOARD_IMPORT_FIRST_NAME: the first name
 * @CALLBOARD_IMPORT_LAST_NAME: the last name
 * @CALLBOARD_IMPORT_NAME: both in one column, "Ada Lovelace" or "Lovelace, Ada"; used where the two above are empty
 * @CALLBOARD_IMPORT_PHONE: the phone number
 * @CALLBOARD_IMPORT_STAGE: a stage's name, or its number on the board from 1; empty is the first
 * @CALLBOARD_IMPORT_CONSENT: yes or no, or where the opt-in comes from; empty is no
 *
 * What a column of the file may hold.
 */
typedef enum
{
  CALLBOARD_IMPORT_FIRST_NAME,
  CALLBOARD_IMPORT_LAST_NAME,
  CALLBOARD_IMPORT_NAME,
  CALLBOARD_IMPORT_PHONE,
  CALLBOARD_IMPORT_STAGE,
  CALLBOARD_IMPORT_CONSENT,
} CallboardImportField;

#define CALLBOARD_IMPORT_N_FIELDS (CALLBOARD_IMPORT_CONSENT + 1)

/**
 * CallboardImportState:
 * @CALLBOARD_IMPORT_VALID: will be added
 * @CALLBOARD_IMPORT_PRESENT: is in the job already; nothing will be done
 * @CALLBOARD_IMPORT_INVALID: cannot be added, callboard_import_plan_get_reason() says why
 */
typedef enum
{
  CALLBOARD_IMPORT_VALID,
  CALLBOARD_IMPORT_PRESENT,
  CALLBOARD_IMPORT_INVALID,
} CallboardImportState;

/* The rows of a table as people for one job: checked, corrected, and turned into what the import takes. Used by one
 * thread at a time. */
typedef struct _CallboardImportPlan CallboardImportPlan;

/**
 * callboard_import_plan_new:
 * @db: a connection
 * @job: the job
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * Reads what rows are checked against: the job's country, its stages, and the numbers of the people in it.
 *
 * Returns: (transfer full): a plan without rows, or %NULL
 */
CallboardImportPlan *callboard_import_plan_new        (CallboardDb           *db,
                                                       gint64                 job,
                                                       GError               **error);
void                 callboard_import_plan_free       (CallboardImportPlan   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardImportPlan, callboard_import_plan_free)

/**
 * callboard_import_plan_load:
 * @self: a plan
 * @table: the table; kept
 * @columns: which column holds what, as from callboard_csv_guess_columns()
 * @progress: (nullable): told how far it is, on the thread that called
 * @data: for @progress
 * @cancellable: (nullable): stops it between two rows
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Takes the rows of @table and checks all of them. Corrections of earlier rows are forgotten. Rows without any text in
 * the columns named are left out silently.
 *
 * Returns: whether all rows were checked; if not, the plan has none
 */
gboolean             callboard_import_plan_load       (CallboardImportPlan           *self,
                                                       CallboardTable                *table,
                                                       const CallboardImportColumns  *columns,
                                                       CallboardImportProgress        progress,
                                                       gpointer                       data,
                                                       GCancellable                  *cancellable,
                                                       GError                       **error);
guint                callboard_import_plan_get_n_rows (CallboardImportPlan   *self);

/**
 * callboard_import_plan_count:
 * @self: a plan
 * @state: a state
 *
 * Returns: how many rows are in @state
 */
guint                callboard_import_plan_count      (CallboardImportPlan   *self,
                                                       CallboardImportState   state);
CallboardImportState callboard_import_plan_get_state  (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_get_reason:
 * @self: a plan
 * @row: a row
 *
 * Returns: (transfer none) (nullable): why the row is not added, in the user's words; valid until it changes
 */
const char          *callboard_import_plan_get_reason (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_get_fault:
 * @self: a plan
 * @row: an invalid row
 *
 * Returns: the field to correct
 */
CallboardImportField callboard_import_plan_get_fault  (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_get_line:
 * @self: a plan
 * @row: a row
 *
 * Returns: the line of the file at which the row begins, from 1
 */
guint                callboard_import_plan_get_line   (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_get_cell:
 * @self: a plan
 * @row: a row
 * @field: a field; %CALLBOARD_IMPORT_NAME is never filled, its parts are
 *
 * Returns: (transfer none): the text as it stands in the file or was corrected, not %NULL; valid until it changes
 */
const char          *callboard_import_plan_get_cell   (CallboardImportPlan   *self,
                                                       guint                  row,
                                                       CallboardImportField   field);

/**
 * callboard_import_plan_get_phone:
 * @self: a plan
 * @row: a row
 *
 * Returns: (transfer none) (nullable): the number in E.164, or %NULL if it is none
 */
const char          *callboard_import_plan_get_phone  (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_get_stage:
 * @self: a plan
 * @row: a valid row
 *
 * Returns: the id of the stage the person comes into
 */
gint64               callboard_import_plan_get_stage  (CallboardImportPlan   *self,
                                                       guint                  row);

/**
 * callboard_import_plan_set_cell:
 * @self: a plan
 * @row: a row
 * @field: what to correct, not %CALLBOARD_IMPORT_NAME
 * @text: the new text
 *
 * Corrects a row and checks it again, with all rows of its old and its new number.
 *
 * Returns: (transfer full) (element-type guint): the rows whose state, reason or number changed, @row among them
 */
GArray              *callboard_import_plan_set_cell   (CallboardImportPlan   *self,
                                                       guint                  row,
                                                       CallboardImportField   field,
                                                       const char            *text);

/**
 * callboard_import_plan_dup_people:
 * @self: a plan
 * @source: (nullable): where the opt-in comes from; %NULL if nobody has given one
 * @wording: (nullable): what they agreed to
 *
 * Without a column of consent @source counts for everybody; with one, for those who said yes.
 *
 * Returns: (transfer full) (element-type CallboardPerson): the valid rows, for callboard_import_command_new()
 */
GPtrArray           *callboard_import_plan_dup_people (CallboardImportPlan   *self,
                                                       const char            *source,
                                                       const char            *wording);

/**
 * callboard_import_plan_has_consent:
 * @self: a plan
 *
 * Returns: whether the file has a column of consent
 */
gboolean             callboard_import_plan_has_consent (CallboardImportPlan  *self);

/**
 * callboard_import_plan_dup_left_out:
 * @self: a plan
 *
 * Returns: (transfer full): the invalid rows as CSV, each with its line and the reason, with a header that
 *   callboard_csv_guess_columns() understands
 */
char                *callboard_import_plan_dup_left_out (CallboardImportPlan *self);

G_END_DECLS
