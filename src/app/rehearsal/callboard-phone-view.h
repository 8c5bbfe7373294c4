/* callboard-phone-view.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-phone-keys.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_VIEW (callboard_phone_view_get_type())

/* A simulated phone: a line with its clock, whom it talks with, bubbles, and keys to answer with. It knows nothing of
 * where its messages come from. Emits "reply" with a CallboardPhoneReply, and, if it has no keys, "chosen" with the id of a
 * message, gint64. */
G_DECLARE_FINAL_TYPE (CallboardPhoneView, callboard_phone_view, CALLBOARD, PHONE_VIEW, GtkWidget)

/* (element-type CallboardPhoneMessage): a model keeps its place on the screen while it grows; another begins at its
 * end. */
void callboard_phone_view_set_messages  (CallboardPhoneView *self,
                                         GListModel         *messages);
void callboard_phone_view_set_rendering (CallboardPhoneView *self,
                                         CallboardRendering  rendering);

/* Whom it talks with. */
void callboard_phone_view_set_contact   (CallboardPhoneView *self,
                                         const char         *contact);

/* The time it shows, microseconds since the epoch. */
void callboard_phone_view_set_time      (CallboardPhoneView *self,
                                         gint64              now);

/* Whether it has keys; a preview has none. It begins at its first message and stays where it is, and messages can be
 * chosen. */
void callboard_phone_view_set_writable  (CallboardPhoneView *self,
                                         gboolean            writable);

/* Marks a message, 0 for none, and brings it on the screen as soon as it is there. */
void callboard_phone_view_mark          (CallboardPhoneView *self,
                                         gint64              id);

/* Lets its owner type. */
void callboard_phone_view_take_focus    (CallboardPhoneView *self);

G_END_DECLS
