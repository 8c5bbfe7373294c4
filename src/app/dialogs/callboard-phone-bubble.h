/* callboard-phone-bubble.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-queries-phones.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PHONE_BUBBLE (callboard_phone_bubble_get_type())

/* A message on a simulated phone, as the candidate sees it, with its receipt below. Choices that wait for an answer are
 * buttons that activate "phone.choose" with (id, title). */
G_DECLARE_FINAL_TYPE (CallboardPhoneBubble, callboard_phone_bubble, CALLBOARD, PHONE_BUBBLE, GtkWidget)

GtkWidget *callboard_phone_bubble_new (const CallboardPhoneLine *line);

G_END_DECLS
