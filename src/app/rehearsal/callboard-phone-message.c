/* callboard-phone-message.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-message.h"

struct _CallboardPhoneMessage
{
  GObject                parent_instance;

  CallboardPhoneText     text;
  CallboardMessageState  state;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneMessage, callboard_phone_message, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
} CallboardPhoneMessageProperty;

static GParamSpec *properties[PROP_STATE + 1];

static guint
count_files (const CallboardPhoneText *text)
{
  return text->files != NULL ? text->files->len : 0;
}

static gboolean
has_same_files (const CallboardPhoneText *a,
                const CallboardPhoneText *b)
{
  if (count_files (a) != count_files (b))
    return FALSE;

  for (guint i = 0; i < count_files (a); i++)
    {
      const CallboardPhoneFile *one = g_ptr_array_index (a->files, i);
      const CallboardPhoneFile *other = g_ptr_array_index (b->files, i);

      if (g_strcmp0 (one->path, other->path) != 0 || g_strcmp0 (one->name, other->name) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same (const CallboardPhoneText *a,
         const CallboardPhoneText *b)
{
  return a->id == b->id && a->at == b->at && a->own == b->own && a->template == b->template &&
         g_strcmp0 (a->body, b->body) == 0 && g_strcmp0 (a->choices, b->choices) == 0 &&
         g_strcmp0 (a->quote, b->quote) == 0 && g_strcmp0 (a->note, b->note) == 0 &&
         g_strcmp0 (a->fault, b->fault) == 0 && has_same_files (a, b);
}

/* Whether the message at @position stays; if so, its state is brought up to date. */
static gboolean
keep (GListStore            *messages,
      guint                  position,
      CallboardPhoneMessage *wanted)
{
  g_autoptr(CallboardPhoneMessage) message = g_list_model_get_item (G_LIST_MODEL (messages), position);

  if (!is_same (&message->text, &wanted->text))
    return FALSE;

  callboard_phone_message_set_state (message, wanted->state);

  return TRUE;
}

static void
callboard_phone_message_finalize (GObject *object)
{
  CallboardPhoneMessage *self = CALLBOARD_PHONE_MESSAGE (object);

  g_free (self->text.body);
  g_free (self->text.choices);
  g_free (self->text.quote);
  g_free (self->text.note);
  g_free (self->text.fault);
  g_clear_pointer (&self->text.files, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_phone_message_parent_class)->finalize (object);
}

static void
callboard_phone_message_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  CallboardPhoneMessage *self = CALLBOARD_PHONE_MESSAGE (object);

  switch ((CallboardPhoneMessageProperty) id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    }
}

static void
callboard_phone_message_class_init (CallboardPhoneMessageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_phone_message_finalize;
  object_class->get_property = callboard_phone_message_get_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, CALLBOARD_TYPE_MESSAGE_STATE, CALLBOARD_MESSAGE_RECEIVED,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_STATE, properties[PROP_STATE]);
}

static void
callboard_phone_message_init (CallboardPhoneMessage *self)
{
  self->state = CALLBOARD_MESSAGE_RECEIVED;
}

CallboardPhoneMessage *
callboard_phone_message_new (CallboardPhoneText    *text,
                             CallboardMessageState  state)
{
  CallboardPhoneMessage *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_PHONE_MESSAGE, NULL);
  self->text = *text;
  self->state = state;
  *text = (CallboardPhoneText) { 0 };

  return self;
}

const CallboardPhoneText *
callboard_phone_message_get_text (CallboardPhoneMessage *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PHONE_MESSAGE (self), NULL);

  return &self->text;
}

CallboardMessageState
callboard_phone_message_get_state (CallboardPhoneMessage *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PHONE_MESSAGE (self), CALLBOARD_MESSAGE_RECEIVED);

  return self->state;
}

void
callboard_phone_message_set_state (CallboardPhoneMessage *self,
                                   CallboardMessageState  state)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_MESSAGE (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
callboard_phone_messages_update (GListStore *messages,
                                 GPtrArray  *wanted)
{
  guint n_old, head = 0, tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (messages));
  g_return_if_fail (wanted != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (messages));
  while (head < MIN (n_old, wanted->len) && keep (messages, head, g_ptr_array_index (wanted, head)))
    head++;
  while (tail < MIN (n_old, wanted->len) - head &&
         keep (messages, n_old - tail - 1, g_ptr_array_index (wanted, wanted->len - tail - 1)))
    tail++;

  if (n_old - head - tail > 0 || wanted->len - head - tail > 0)
    g_list_store_splice (messages, head, n_old - head - tail, wanted->pdata + head, wanted->len - head - tail);
}

CallboardPhoneFile *
callboard_phone_file_new (const char *name,
                          const char *type,
                          const char *path)
{
  CallboardPhoneFile *file = g_new0 (CallboardPhoneFile, 1);

  file->name = g_strdup (name != NULL ? name : "");
  file->type = g_strdup (type != NULL ? type : "application/octet-stream");
  file->path = g_strdup (path);

  return file;
}

void
callboard_phone_file_free (CallboardPhoneFile *file)
{
  g_free (file->name);
  g_free (file->type);
  g_free (file->path);
  g_free (file);
}
