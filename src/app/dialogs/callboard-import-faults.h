/* callboard-import-faults.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import-rows.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_FAULTS (callboard_import_faults_get_type())

/* The rows of an import that cannot be imported, as a list of CallboardImportItem. */
G_DECLARE_FINAL_TYPE (CallboardImportFaults, callboard_import_faults, CALLBOARD, IMPORT_FAULTS, GObject)

CallboardImportFaults *callboard_import_faults_new     (CallboardImportRows   *rows);

/* Looks which rows are invalid now; those that were corrected stay in the list until then. */
void                   callboard_import_faults_refresh (CallboardImportFaults *self);

G_END_DECLS
