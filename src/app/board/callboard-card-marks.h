/* callboard-card-marks.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CALLBOARD_CARD_MARK_UNREAD     = 1 << 0,
  CALLBOARD_CARD_MARK_FLAGGED    = 1 << 1,
  CALLBOARD_CARD_MARK_OPTED_OUT  = 1 << 2,
  CALLBOARD_CARD_MARK_NO_CONSENT = 1 << 3,
  CALLBOARD_CARD_MARK_ATTACHMENT = 1 << 4,
  CALLBOARD_CARD_MARK_INTERVIEW  = 1 << 5,
  CALLBOARD_CARD_MARK_CONFIRMED  = 1 << 6,
  CALLBOARD_CARD_MARK_BY_SMS     = 1 << 7,
} CallboardCardMark;

#define CALLBOARD_TYPE_CARD_MARKS (callboard_card_marks_get_type())

/* The small icons at the end of a card: one widget that draws them, since most cards have none. */
G_DECLARE_FINAL_TYPE (CallboardCardMarks, callboard_card_marks, CALLBOARD, CARD_MARKS, GtkWidget)

GtkWidget *callboard_card_marks_new (void);
void       callboard_card_marks_set (CallboardCardMarks *self,
                                     CallboardCardMark   marks);

G_END_DECLS
