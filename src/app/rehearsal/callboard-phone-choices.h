/* callboard-phone-choices.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-phone-message.h"

G_BEGIN_DECLS

/**
 * CallboardPhoneChoice:
 * @id: what is answered when it is pressed
 * @label: the whole title
 */
typedef struct
{
  char *id;
  char *label;
} CallboardPhoneChoice;

/* Returns: (transfer full) (element-type CallboardPhoneChoice): what a message offers, perhaps nothing */
GPtrArray *callboard_phone_choices_parse (const char               *choices);

/**
 * callboard_phone_choices_new:
 * @text: a message
 * @rendering: what the phone can show
 *
 * What stands below a bubble: buttons that activate "phone.choose" with (id, label), or one that activates
 * "phone.open-list" with the id of the message.
 *
 * Returns: (nullable): a widget, %NULL if there is nothing to press
 */
GtkWidget *callboard_phone_choices_new   (const CallboardPhoneText *text,
                                          CallboardRendering        rendering);

G_END_DECLS
