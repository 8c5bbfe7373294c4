/* callboard-phone-bubble.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-phone-message.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_BUBBLE (callboard_phone_bubble_get_type())

/* A message on a simulated phone, as its owner sees it, with receipts for who looks on. Below it stands what can be
 * pressed (callboard_phone_choices_new()), beside it a button that activates "phone.quote" with its id. */
G_DECLARE_FINAL_TYPE (CallboardPhoneBubble, callboard_phone_bubble, CALLBOARD, PHONE_BUBBLE, GtkWidget)

/**
 * callboard_phone_bubble_new:
 * @message: what it shows
 * @contact: who the others are, for assistive technology
 * @rendering: what the phone can show
 */
GtkWidget *callboard_phone_bubble_new (CallboardPhoneMessage *message,
                                       const char            *contact,
                                       CallboardRendering     rendering);

G_END_DECLS
