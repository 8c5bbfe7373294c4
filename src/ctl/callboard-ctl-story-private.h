/* callboard-ctl-story-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-ctl.h"

G_BEGIN_DECLS

/* The story while it is told. */
typedef struct
{
  CallboardCtl     *ctl;
  CallboardContext *context;
  GMainLoop        *loop;
  gint64            application;
  gint64            stage;
  gint64            last_message;
  CallboardStatus   status;
  gboolean          timed_out;
} CallboardStory;

void     callboard_story_tell          (CallboardStory  *self,
                                        const char      *format,
                                        ...) G_GNUC_PRINTF (2, 3);
void     callboard_story_tell_board    (CallboardStory  *self);
void     callboard_story_tell_messages (CallboardStory  *self);

/* Returns how many answers there are, or -1 on error. */
int      callboard_story_tell_answers  (CallboardStory  *self,
                                        GError         **error);

/* The card and its conversation as JSON, or @sentence. */
gboolean callboard_story_print         (CallboardStory  *self,
                                        const char      *sentence,
                                        GError         **error);

typedef gboolean (*CallboardStoryPlay) (CallboardStory  *story,
                                        gpointer         user_data,
                                        GError         **error);

/* Plays on the data directory that was asked for, or on one that is gone afterwards. */
gboolean callboard_story_play          (CallboardCtl       *ctl,
                                        CallboardStoryPlay  play,
                                        gpointer            user_data,
                                        GError            **error);

G_END_DECLS
