/* callboard-add-dialog.h
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

#define CALLBOARD_TYPE_ADD_DIALOG (callboard_add_dialog_get_type())

/* Adds one person to a job. */
G_DECLARE_FINAL_TYPE (CallboardAddDialog, callboard_add_dialog, CALLBOARD, ADD_DIALOG, AdwWindow)

/* Emits "added" with a const CallboardImportResult * once the person is in the job; the pointer lives as long as the
 * emission. stage is the one to begin with, or 0. */
CallboardAddDialog *callboard_add_dialog_new (GtkWindow      *parent,
                                              CallboardStore *store,
                                              gint64          job,
                                              gint64          stage);

G_END_DECLS
