/* callboard-phone-keys.h
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
 * CallboardPhoneReply:
 * @text: what was written, perhaps nothing; of a choice its label
 * @choice: (nullable): the id of what was pressed
 * @quoted: the message it answers, or 0
 * @files: (nullable) (element-type CallboardPhoneFile): what goes along
 */
typedef struct
{
  const char *text;
  const char *choice;
  gint64      quoted;
  GPtrArray  *files;
} CallboardPhoneReply;

#define CALLBOARD_TYPE_PHONE_KEYS (callboard_phone_keys_get_type())

/* Where a phone's owner types: text, the message it answers, and files to go along, from a file chooser or the clipboard.
 * Emits "send" with a CallboardPhoneReply, and is empty then. */
G_DECLARE_FINAL_TYPE (CallboardPhoneKeys, callboard_phone_keys, CALLBOARD, PHONE_KEYS, GtkWidget)

/* Begins an answer to a message; NULL ends it. */
void callboard_phone_keys_set_quote (CallboardPhoneKeys *self,
                                     gint64              id,
                                     const char         *text);
void callboard_phone_keys_add_file  (CallboardPhoneKeys *self,
                                     GFile              *file);
void callboard_phone_keys_clear     (CallboardPhoneKeys *self);

/* Not the focus of the widget itself, which would keep Tab from coming to what stands before the text. */
void callboard_phone_keys_take_focus (CallboardPhoneKeys *self);

G_END_DECLS
