/* callboard-rehearsal-feed.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-feed.h"

#include <glib/gi18n.h>

#include "callboard-enrolment.h"
#include "callboard-files.h"
#include "callboard-json.h"
#include "callboard-phone-message.h"
#include "callboard-queries-office.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal.h"
#include "callboard-settings.h"

#define MAX_SETTINGS (64 * 1024)

static CallboardDb *
get_reader (CallboardContext *context)
{
  return callboard_store_get_reader (callboard_context_get_store (context));
}

static CallboardAccountRow *
load_account (CallboardContext *context)
{
  return callboard_queries_load_account (get_reader (context), callboard_context_get_rehearsal_account (context), NULL);
}

/* Where a file is: in the data directory, or still where the candidate took it from. */
static char *
find_file (CallboardContext             *context,
           const CallboardPhoneLineFile *file)
{
  const char *directory = callboard_store_get_directory (callboard_context_get_store (context));

  if (file->hash != NULL)
    return callboard_files_get_path (directory, file->hash);

  return g_filename_from_uri (file->source, NULL, NULL);
}

static GPtrArray *
convert_files (CallboardContext *context,
               GPtrArray        *files)
{
  GPtrArray *converted = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_file_free);

  for (guint i = 0; i < files->len; i++)
    {
      const CallboardPhoneLineFile *file = g_ptr_array_index (files, i);
      g_autofree char *path = find_file (context, file);

      g_ptr_array_add (converted, callboard_phone_file_new (file->name, file->type, path));
    }

  return converted;
}

static CallboardPhoneMessage *
convert (CallboardContext   *context,
         CallboardPhoneLine *line)
{
  CallboardPhoneText text = {
    .id = line->id,
    .at = line->at,
    .own = line->from_candidate,
    .body = g_steal_pointer (&line->body),
    .choices = g_steal_pointer (&line->choices),
    .quote = g_steal_pointer (&line->quoted),
    .template = line->template,
    .files = convert_files (context, line->files),
  };

  return callboard_phone_message_new (&text, line->from_candidate ? CALLBOARD_MESSAGE_RECEIVED : line->state);
}

static gboolean
is_unread (const CallboardPhoneLine *line)
{
  return !line->from_candidate && line->provider_id != NULL && line->state < CALLBOARD_MESSAGE_READ &&
         line->state >= CALLBOARD_MESSAGE_ACCEPTED;
}

gboolean
callboard_rehearsal_feed_load (CallboardContext  *context,
                               gint64             candidate,
                               GListStore        *messages,
                               gboolean           looked,
                               GError           **error)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lines = NULL;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), FALSE);

  lines = callboard_queries_load_phone (get_reader (context), callboard_context_get_rehearsal_account (context),
                                        candidate, error);
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      CallboardPhoneLine *line = g_ptr_array_index (lines, i);

      if (looked && is_unread (line))
        callboard_rehearsal_read (callboard_context_get_rehearsal (context), line->provider_id);
      g_ptr_array_add (wanted, convert (context, line));
    }

  callboard_phone_messages_update (messages, wanted);

  return TRUE;
}

gint64
callboard_rehearsal_feed_get_now (CallboardContext *context)
{
  g_autoptr(CallboardAccountRow) row = NULL;
  CallboardStore *store;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), 0);

  store = callboard_context_get_store (context);
  row = load_account (context);

  return callboard_clock_now (callboard_store_get_clock (store)) + (row != NULL ? row->clock_shift : 0);
}

CallboardRendering
callboard_rehearsal_feed_get_rendering (CallboardContext *context)
{
  g_autoptr(CallboardAccountRow) row = NULL;
  g_autoptr(JsonObject) settings = NULL;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), CALLBOARD_RENDERING_WHATSAPP);

  row = load_account (context);
  if (row != NULL)
    settings = callboard_json_parse_object (row->settings, -1, MAX_SETTINGS, NULL);

  return callboard_account_read_rendering (CALLBOARD_PROVIDER_REHEARSAL,
                                           settings != NULL ? callboard_json_get_string (settings, "rendering") : NULL);
}

char *
callboard_rehearsal_feed_get_contact (CallboardContext *context)
{
  g_autofree char *company = NULL;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), NULL);

  company = callboard_settings_get_text (get_reader (context), CALLBOARD_SETTING_COMPANY);

  return company != NULL && *company != '\0' ? g_steal_pointer (&company) : g_strdup (_("Callboard"));
}
