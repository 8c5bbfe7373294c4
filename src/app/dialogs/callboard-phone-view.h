/* callboard-phone-view.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_VIEW (callboard_phone_view_get_type())

/* One simulated phone: the conversation as the candidate sees it, choices to press, and a line to type in. */
G_DECLARE_FINAL_TYPE (CallboardPhoneView, callboard_phone_view, CALLBOARD, PHONE_VIEW, GtkWidget)

void callboard_phone_view_show   (CallboardPhoneView *self,
                                  CallboardContext   *context,
                                  gint64              candidate,
                                  const char         *phone);

/* Reads the conversation anew. */
void callboard_phone_view_reload (CallboardPhoneView *self);

G_END_DECLS
