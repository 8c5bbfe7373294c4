/* callboard-open-draft-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-open-draft.h"
#include "callboard-queries-office.h"

G_BEGIN_DECLS

typedef enum
{
  PROP_CAN_PUBLISH = 1,
  PROP_CHANGED,
  PROP_JOB_TITLE,
  PROP_SAVED,
  PROP_STAGE_NAME,
  PROP_STAGE_TYPE,
  PROP_VERSION,
} CallboardOpenDraftProperty;

/* published: what the newest version says, as this program would write it. written: what stands, or is being put, into
 * the store; writing: how many writes are on their way. */
struct _CallboardOpenDraft
{
  GObject             parent_instance;

  CallboardStore     *store;
  CallboardDraft     *draft;
  GListStore         *problems;

  char               *job_title;
  char               *published;
  char               *stage_name;
  char               *written;
  gint64              campaign;
  gint64              stage;
  guint               check_source;
  guint               n_errors;
  guint               save_source;
  guint               version;
  guint               writing;
  CallboardStageType  stage_type;

  guint               can_publish : 1;
  guint               changed : 1;
  guint               saved : 1;
};

/* callboard-open-draft.c */
void callboard_open_draft_notify       (CallboardOpenDraft         *self,
                                        CallboardOpenDraftProperty  property);
void callboard_open_draft_fail         (CallboardOpenDraft         *self,
                                        const GError               *error);
void callboard_open_draft_take_row     (CallboardOpenDraft         *self,
                                        const CallboardCampaignRow *row);

/* callboard-open-draft-check.c */
void callboard_open_draft_queue_check  (CallboardOpenDraft         *self);

/* callboard-open-draft-save.c */
void callboard_open_draft_queue_save   (CallboardOpenDraft         *self);
void callboard_open_draft_reload       (CallboardOpenDraft         *self);

G_END_DECLS
