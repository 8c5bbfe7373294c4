/* callboard-details-panel-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-conversation.h"
#include "callboard-details-panel.h"
#include "callboard-interview-bar.h"
#include "callboard-file-list.h"
#include "callboard-queries-application.h"
#include "callboard-queries-talk.h"
#include "callboard-record-list.h"
#include "callboard-status-pill.h"

G_BEGIN_DECLS

struct _CallboardDetailsPanel
{
  GtkWidget              parent_instance;

  CallboardRecordList   *answers;
  GtkButton             *close_button;
  GtkImage              *consent_icon;
  GtkLabel              *consent_label;
  GtkWidget             *consent_button;
  CallboardConversation *conversation;
  CallboardFileList     *files;
  GtkWidget             *flag;
  GtkLabel              *flag_label;
  CallboardRecordList   *history;
  CallboardInterviewBar *interview;
  GtkLabel              *name_label;
  GtkLabel              *next_label;
  GtkLabel              *phone_label;
  CallboardStatusPill   *pill;
  GtkLabel              *stage_label;
  GtkStack              *stack;
  GtkButton             *takeover_button;
  GtkWidget             *takeover_mark;

  CallboardStore        *store;
  CallboardTicker       *ticker;
  CallboardDetails      *details;
  CallboardTalk          talk;
  gint64                 application;

  guint                  folded : 1;
  guint                  misread : 1;
};

/* callboard-details-panel-head.c: who it is and what happens next */
void callboard_details_panel_update_head (CallboardDetailsPanel *self);
void callboard_details_panel_update_next (CallboardDetailsPanel *self);

/* callboard-details-panel-talk.c: who talks with the candidate, and whether a reply may leave */
void callboard_details_panel_class_init_talk (GtkWidgetClass *widget_class);
void callboard_details_panel_load_talk   (CallboardDetailsPanel *self);
void callboard_details_panel_update_talk (CallboardDetailsPanel *self);

G_END_DECLS
