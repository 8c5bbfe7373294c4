/* callboard-account-dialog-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-account-dialog.h"
#include "callboard-json.h"
#include "callboard-notice.h"
#include "callboard-twilio.h"

G_BEGIN_DECLS

struct _CallboardAccountDialog
{
  AdwWindow        parent_instance;

  AdwEntryRow     *account_sid;
  AdwEntryRow     *api_key;
  AdwEntryRow     *base_url;
  GtkLabel        *check_label;
  GtkSpinner      *check_spinner;
  AdwEntryRow     *from;
  AdwEntryRow     *name;
  CallboardNotice *notice;
  GtkSpinButton   *rate;
  AdwEntryRow     *secret;
  AdwEntryRow     *service;
  AdwWindowTitle  *window_title;

  CallboardStore  *store;
  GCancellable    *cancellable;
  char            *database;
  JsonObject      *settings;
  gint64           account;
  guint            adding : 1;
  guint            was_active : 1;
};

char       *callboard_account_dialog_dup_text    (gpointer                editable);

/* Puts what stands in the form into settings; says what is wrong instead. */
gboolean    callboard_account_dialog_take_form   (CallboardAccountDialog *self);
void        callboard_account_dialog_check       (CallboardAccountDialog *self);
void        callboard_account_dialog_save        (CallboardAccountDialog *self);

G_END_DECLS
