/* callboard-preview-fill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-preview-private.h"

#include <glib/gi18n.h>

#include "callboard-files.h"
#include "callboard-settings.h"

/* Messages of one node that are told apart. */
#define MAX_OF_NODE 64

CallboardRendering
callboard_preview_get_rendering (CallboardPreview *self)
{
  return gtk_toggle_button_get_active (self->sms) ? CALLBOARD_RENDERING_SMS : CALLBOARD_RENDERING_WHATSAPP;
}

static CallboardValues *
load_values (CallboardPreview *self,
             CallboardScript  *script,
             gint64            now)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (self->open));
  g_autoptr(GError) error = NULL;
  CallboardValues *values = self->application != 0
    ? callboard_values_load (db, self->application, script, &error)
    : callboard_values_load_sample (db, callboard_open_draft_get_stage (self->open), script, now, &error);

  if (values == NULL)
    {
      g_warning ("Cannot load the values of a preview: %s", error->message);
      return callboard_values_new_sample (script, now);
    }

  /* The candidate will have come into this stage. */
  callboard_values_set (values, "stage.name", callboard_open_draft_get_stage_name (self->open));

  return values;
}

static void
show_contact (CallboardPreview *self)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (self->open));
  g_autofree char *company = callboard_settings_get_text (db, CALLBOARD_SETTING_COMPANY);

  callboard_phone_view_set_contact (self->phone, company != NULL && *company != '\0' ? company : _("Callboard"));
}

void
callboard_preview_say (CallboardPreview *self)
{
  CallboardDraft *draft = callboard_open_draft_get_draft (self->open);
  g_autoptr(CallboardScriptPreview) preview = callboard_script_preview_new_for_draft (draft);
  CallboardScript *script = callboard_script_preview_get_script (preview);
  gint64 now = callboard_clock_now (callboard_store_get_clock (callboard_open_draft_get_store (self->open)));
  g_autoptr(CallboardValues) values = script != NULL ? load_values (self, script, now) : NULL;

  g_clear_pointer (&self->said, g_ptr_array_unref);
  self->said = callboard_script_preview_list (preview, values, callboard_preview_get_rendering (self), now);
  callboard_phone_view_set_rendering (self->phone, callboard_preview_get_rendering (self));
  callboard_phone_view_set_time (self->phone, now);
  show_contact (self);
}

/* Ids stay while others come and go, so that the bubbles stay too. */
static gint64
get_id (CallboardPreview *self,
        guint             index)
{
  const CallboardPreviewMessage *message = g_ptr_array_index (self->said, index);
  gint64 number = GPOINTER_TO_INT (g_hash_table_lookup (self->numbers, message->node));
  guint before = 0;

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_strdup (message->node), GINT_TO_POINTER ((int) number));
    }

  while (before < MIN (index, MAX_OF_NODE - 1) &&
         g_str_equal (((CallboardPreviewMessage *) g_ptr_array_index (self->said, index - before - 1))->node, message->node))
    before++;

  return number * MAX_OF_NODE + before;
}

const CallboardPreviewMessage *
callboard_preview_find (CallboardPreview *self,
                        gint64            id)
{
  for (guint i = 0; self->said != NULL && i < self->said->len; i++)
    {
      if (get_id (self, i) == id)
        return g_ptr_array_index (self->said, i);
    }

  return NULL;
}

static GPtrArray *
list_files (CallboardPreview          *self,
            const CallboardScriptFile *media)
{
  const char *directory = callboard_store_get_directory (callboard_open_draft_get_store (self->open));
  g_autofree char *path = callboard_files_get_path (directory, media->hash);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_file_free);
  gboolean there = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);

  g_ptr_array_add (files, callboard_phone_file_new (media->name, media->media_type, there ? path : NULL));

  return files;
}

/* "160 characters, 1 part". */
static char *
tell_parts (const CallboardPreviewMessage *message)
{
  guint n = message->body != NULL ? g_utf8_strlen (message->body, -1) : 0;
  g_autofree char *characters = g_strdup_printf (ngettext ("%u character", "%u characters", n), n);
  g_autofree char *parts = NULL;
  char letter[7] = { 0 };

  if (message->sms.parts == 0)
    return NULL;

  parts = g_strdup_printf (ngettext ("%u part", "%u parts", message->sms.parts), message->sms.parts);
  if (message->sms.offender == 0)
    /* Translators: "160 characters, 1 part" of an SMS */
    return g_strdup_printf (_("%s, %s"), characters, parts);

  g_unichar_to_utf8 (message->sms.offender, letter);

  /* Translators: "90 characters, 2 parts: “ë” makes it longer" of an SMS */
  return g_strdup_printf (_("%s, %s: “%s” makes it longer"), characters, parts, letter);
}

static CallboardPhoneMessage *
convert (CallboardPreview *self,
         guint             index)
{
  const CallboardPreviewMessage *message = g_ptr_array_index (self->said, index);
  CallboardPhoneText text = {
    .id = get_id (self, index),
    .body = g_strdup (message->body),
    .choices = message->body != NULL ? g_strdup (message->choices) : NULL,
    .template = message->template,
    .note = tell_parts (message),
    .fault = g_strdup (message->fault),
  };

  if (message->media != NULL && message->body != NULL)
    text.files = list_files (self, message->media);

  return callboard_phone_message_new (&text, CALLBOARD_MESSAGE_RECEIVED);
}

static gboolean
grow_cb (gpointer user_data)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (user_data);

  self->grow_source = 0;
  self->n_shown = MIN (self->n_shown + CALLBOARD_PREVIEW_FIRST, CALLBOARD_PREVIEW_SHOWN);
  callboard_preview_fill (self);

  return G_SOURCE_REMOVE;
}

void
callboard_preview_fill (CallboardPreview *self)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  guint last;

  self->first = self->said->len > self->n_shown ? MIN (self->first, self->said->len - self->n_shown) : 0;
  last = MIN (self->first + self->n_shown, self->said->len);
  for (guint i = self->first; i < last; i++)
    g_ptr_array_add (wanted, convert (self, i));

  callboard_phone_messages_update (self->shown, wanted);
  gtk_widget_set_visible (self->earlier, self->first > 0);
  gtk_widget_set_visible (self->later, last < self->said->len && self->n_shown == CALLBOARD_PREVIEW_SHOWN);
  if (self->n_shown < CALLBOARD_PREVIEW_SHOWN && self->grow_source == 0)
    self->grow_source = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

static gboolean
comes_from (const CallboardPreviewMessage *message,
            const char                    *id)
{
  return g_str_equal (message->node, id) || g_strcmp0 (message->module, id) == 0;
}

/* Of a choice or a rule, the question it is of. */
static gboolean
find_place (CallboardPreview *self,
            guint            *index)
{
  for (CallboardDraftNode *node = self->place; node != NULL; node = callboard_draft_node_get_parent (node))
    {
      const char *id = callboard_draft_node_get_parent (node) != NULL ? callboard_draft_node_get_id (node) : self->part;

      for (*index = 0; id != NULL && *index < self->said->len; ++*index)
        {
          if (comes_from (g_ptr_array_index (self->said, *index), id))
            return TRUE;
        }
    }

  return FALSE;
}

void
callboard_preview_mark (CallboardPreview *self)
{
  guint index;

  if (!find_place (self, &index))
    {
      callboard_phone_view_mark (self->phone, 0);
      return;
    }

  if (index < self->first || index >= self->first + self->n_shown)
    {
      self->first = index > self->n_shown / 2 ? index - self->n_shown / 2 : 0;
      callboard_preview_fill (self);
    }

  callboard_phone_view_mark (self->phone, get_id (self, index));
}
