/* callboard-preview-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-preview.h"

#include "callboard-person-popover.h"
#include "callboard-phone-view.h"
#include "callboard-script-preview.h"

G_BEGIN_DECLS

/* Messages that stand on the phone at once; when it opens only as many as can be seen, and then more with each idle moment. */
#define CALLBOARD_PREVIEW_SHOWN 60
#define CALLBOARD_PREVIEW_FIRST 12

/* shown: (element-type CallboardPhoneMessage); said: (element-type CallboardPreviewMessage): the whole campaign, of which
 * shown are n_shown from first on; numbers: of each node, for the ids of its messages; place and part: what is marked. */
struct _CallboardPreview
{
  GtkWidget               parent_instance;

  GtkWidget              *box;
  GtkToggleButton        *dark;
  GtkWidget              *earlier;
  GtkWidget              *later;
  GtkMenuButton          *person;
  CallboardPersonPopover *popover;
  CallboardPhoneView     *phone;
  GtkToggleButton        *sms;
  GtkToggleButton        *whatsapp;

  CallboardOpenDraft     *open;
  GListStore             *shown;
  GPtrArray              *said;
  GHashTable             *numbers;
  CallboardDraftNode     *place;
  char                   *part;
  gint64                  application;
  guint                   first;
  guint                   n_shown;
  guint                   grow_source;
  guint                   source;
  guint                   waits : 1;
};

/* What is said: callboard-preview-fill.c. */
void                           callboard_preview_say         (CallboardPreview *self);
/* Puts the part of it on the phone that begins with self->first. */
void                           callboard_preview_fill        (CallboardPreview *self);
/* Marks what is being written; reveals: and brings it on the screen. */
void                           callboard_preview_mark        (CallboardPreview *self);
const CallboardPreviewMessage *callboard_preview_find        (CallboardPreview *self,
                                                              gint64            id);
CallboardRendering             callboard_preview_get_rendering (CallboardPreview *self);

G_END_DECLS
