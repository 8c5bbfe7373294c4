/* callboard-job-editor-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-country-row.h"
#include "callboard-job-account-row.h"
#include "callboard-job-editor.h"
#include "callboard-stage-editor.h"

G_BEGIN_DECLS

struct _CallboardJobEditor
{
  AdwPreferencesWindow  parent_instance;

  CallboardJobAccountRow *account;
  AdwComboRow          *contract;
  CallboardCountryRow  *country;
  AdwEntryRow          *location;
  AdwEntryRow          *manager;
  AdwPreferencesGroup  *news;
  GtkListBox           *news_list;
  AdwEntryRow          *reference;
  GtkListBox           *stages;
  AdwPreferencesPage   *stages_page;
  AdwEntryRow          *title;

  CallboardStore       *store;
  gint64                job;
  gint64                focused;
  guint                 showing : 1;
};

/* callboard-job-editor-stages.c */
void callboard_job_editor_connect_stages    (CallboardJobEditor *self);
void callboard_job_editor_show_stages       (CallboardJobEditor *self);
void callboard_job_editor_show_news         (CallboardJobEditor *self);
void callboard_job_editor_class_init_stages (GtkWidgetClass     *widget_class);

G_END_DECLS
