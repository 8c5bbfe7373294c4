/* callboard-account-assistant-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-account-assistant.h"
#include "callboard-account-fields.h"
#include "callboard-carrier.h"
#include "callboard-notice.h"

G_BEGIN_DECLS

struct _CallboardAccountAssistant
{
  AdwWindow                    parent_instance;

  CallboardAccountFields      *fields;
  CallboardNotice             *notice;
  GtkListBox                  *providers;
  GtkStack                    *stack;
  AdwWindowTitle              *window_title;

  /* The last step */
  AdwActionRow                *check_row;
  GtkSpinner                  *check_spinner;
  GtkImage                    *check_image;
  GtkWidget                   *receiver_group;
  AdwPreferencesGroup         *session_group;
  AdwEntryRow                 *test_phone;
  AdwPreferencesGroup         *test_group;
  GtkLabel                    *test_label;

  CallboardStore              *store;
  const CallboardProviderInfo *info;
  CallboardCarrier            *carrier;
  GCancellable                *cancellable;
  char                        *database;
  JsonObject                  *settings;
  char                        *old_name;
  char                        *secret;
  gint64                       account;
  guint                        adding : 1;
  guint                        was_active : 1;
  guint                        secret_changed : 1;
  guint                        for_session : 1;
};

/* The last step: what was entered is asked of the provider, and tried. */
void callboard_account_assistant_begin_try (CallboardAccountAssistant *self);
void callboard_account_assistant_check     (CallboardAccountAssistant *self);
void callboard_account_assistant_test      (CallboardAccountAssistant *self);

/* for_session: the secret is kept until the program ends. */
void callboard_account_assistant_save      (CallboardAccountAssistant *self,
                                            gboolean                   for_session);

G_END_DECLS
