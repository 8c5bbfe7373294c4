/* callboard-phone-message.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-enums.h"

G_BEGIN_DECLS

/**
 * CallboardPhoneFile:
 * @name: what it is called, may be empty
 * @type: its media type
 * @path: (nullable): where it is on this machine
 */
typedef struct
{
  char *name;
  char *type;
  char *path;
} CallboardPhoneFile;

CallboardPhoneFile *callboard_phone_file_new  (const char         *name,
                                               const char         *type,
                                               const char         *path);
void                callboard_phone_file_free (CallboardPhoneFile *file);

/**
 * CallboardPhoneText:
 * @id: tells it from the others of its phone
 * @at: when it came, microseconds since the epoch; 0 shows no time
 * @own: whether the phone's owner wrote it
 * @choices: (nullable): JSON array of {"id", "title"} that it offers
 * @quote: (nullable): the text of the message it answers
 * @template: whether it leaves as a template
 * @files: (nullable) (element-type CallboardPhoneFile): what came with it
 * @note: (nullable): of a preview: what stands below the bubble
 * @fault: (nullable): of a preview: what is wrong with it. Without a text and files nothing would come
 *
 * A message as a phone shows it.
 */
typedef struct
{
  gint64     id;
  gint64     at;
  gboolean   own;
  char      *body;
  char      *choices;
  char      *quote;
  gboolean   template;
  GPtrArray *files;
  char      *note;
  char      *fault;
} CallboardPhoneText;

#define CALLBOARD_TYPE_PHONE_MESSAGE (callboard_phone_message_get_type())

/* One bubble of a phone. Only its state changes, with the property "state", so that a bubble stays where it is while its
 * receipts come. */
G_DECLARE_FINAL_TYPE (CallboardPhoneMessage, callboard_phone_message, CALLBOARD, PHONE_MESSAGE, GObject)

/**
 * callboard_phone_message_new:
 * @text: what it is; its strings and files are taken
 * @state: how far it has come; %CALLBOARD_MESSAGE_RECEIVED shows no receipt
 */
CallboardPhoneMessage    *callboard_phone_message_new       (CallboardPhoneText    *text,
                                                             CallboardMessageState  state);
const CallboardPhoneText *callboard_phone_message_get_text  (CallboardPhoneMessage *self);
CallboardMessageState     callboard_phone_message_get_state (CallboardPhoneMessage *self);
void                      callboard_phone_message_set_state (CallboardPhoneMessage *self,
                                                             CallboardMessageState  state);

/**
 * callboard_phone_messages_update:
 * @messages: (element-type CallboardPhoneMessage): what a phone shows
 * @wanted: (element-type CallboardPhoneMessage): what it shall show
 *
 * Changes @messages in one splice, from the first message that is another to the last. Of those that stay, the state is
 * brought up to date.
 */
void                      callboard_phone_messages_update   (GListStore            *messages,
                                                             GPtrArray             *wanted);

G_END_DECLS
