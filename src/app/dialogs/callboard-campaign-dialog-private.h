/* callboard-campaign-dialog-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-campaign-dialog.h"
#include "callboard-plain-draft.h"
#include "callboard-notice.h"
#include "callboard-problem-list.h"
#include "callboard-text-editor.h"

G_BEGIN_DECLS

struct _CallboardCampaignDialog
{
  AdwWindow               parent_instance;

  CallboardTextEditor    *conclusion;
  GtkSwitch              *concludes;
  GtkSpinButton          *expiry;
  AdwComboRow            *language;
  GtkListBox             *modules;
  CallboardNotice        *notice;
  CallboardProblemList   *problems;
  GtkSwitch              *progress;
  GtkStack               *stack;
  AdwStatusPage          *unreadable;
  CallboardTextEditor    *welcome;
  AdwWindowTitle         *window_title;

  CallboardStore         *store;
  CallboardCampaignDraft *draft;
  CallboardStageType      type;
  gint64                  stage;
  char                   *other_language;
  char                   *saved;
  guint                   check_source;
};

/* Publishing, and the question before changes are lost. */
void callboard_campaign_dialog_class_init_save (CallboardCampaignDialogClass *klass);

G_END_DECLS
