/* callboard-add-dialog-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-add-dialog.h"
#include "callboard-notice.h"
#include "callboard-queries-jobs.h"

G_BEGIN_DECLS

struct _CallboardAddDialog
{
  AdwWindow        parent_instance;

  GtkSwitch       *consent;
  AdwEntryRow     *first_name;
  AdwEntryRow     *last_name;
  CallboardNotice *notice;
  GtkLabel        *outlook;
  AdwEntryRow     *phone;
  GtkLabel        *phone_hint;
  GtkSwitch       *sends;
  GtkWidget       *sends_row;
  AdwEntryRow     *source;
  AdwComboRow     *stage;
  AdwWindowTitle  *window_title;

  CallboardStore  *store;
  GPtrArray       *stages;
  gint64           job;
  char            *country;
  char            *number;

  /* What the switch stood on before a stage without a campaign was chosen. */
  guint            would_send : 1;
};

void                callboard_add_dialog_update_hints (CallboardAddDialog *self);
CallboardStageInfo *callboard_add_dialog_get_stage    (CallboardAddDialog *self);
char               *callboard_add_dialog_dup_text     (gpointer            editable);

G_END_DECLS
