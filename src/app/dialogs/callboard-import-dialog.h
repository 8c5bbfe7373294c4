/* callboard-import-dialog.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-import.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_DIALOG (callboard_import_dialog_get_type())

/* Brings a table of people into a job: file, columns, rows, consent, result. */
G_DECLARE_FINAL_TYPE (CallboardImportDialog, callboard_import_dialog, CALLBOARD, IMPORT_DIALOG, AdwWindow)

/* Emits "imported" with a const CallboardImportResult * that lives as long as the emission. */
CallboardImportDialog *callboard_import_dialog_new  (GtkWindow             *parent,
                                                     CallboardStore        *store,
                                                     gint64                 job);

/* Begins with a file, for instance one that was dropped on the board. */
void                   callboard_import_dialog_open (CallboardImportDialog *self,
                                                     GFile                 *file);

G_END_DECLS
