/* callboard-claim-dress.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-approval.h"
#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-merge.h"
#include "callboard-outbox-private.h"
#include "callboard-render-private.h"
#include "callboard-script-private.h"

/* WhatsApp keeps a file for 30 days (providers.md, 1.5); what is nearly over is uploaded anew. */
#define UPLOAD_LIFE (29 * CALLBOARD_DAY)

/* Stands for what is not known: WhatsApp refuses an empty value. */
#define NOTHING "–"

#define MAX_CHOICES_BYTES (64 * 1024)

/* WhatsApp refuses a value with a line break, a tab or more than four blanks in a row (providers.md, 1.4). */
static char *
flatten (const char *value)
{
  g_autoptr(GString) flat = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = value != NULL ? value : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
        {
          blank = TRUE;
          continue;
        }

      if (blank && flat->len > 0)
        g_string_append_c (flat, ' ');
      g_string_append_unichar (flat, letter);
      blank = FALSE;
    }

  return g_strdup (flat->len > 0 ? flat->str : NOTHING);
}

/* What a press of the button has to mean: the choice of the same title, if there is one. */
static char *
find_payload (JsonArray  *choices,
              const char *title)
{
  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      JsonObject *choice = callboard_json_array_get_object (choices, i);

      if (g_strcmp0 (callboard_json_get_string (choice, "title"), title) == 0)
        return g_strdup (callboard_json_get_string (choice, "id"));
    }

  return g_strdup (title);
}

static char **
list_payloads (GPtrArray  *buttons,
               const char *text)
{
  g_autoptr(JsonNode) node = text != NULL ? callboard_json_parse (text, -1, MAX_CHOICES_BYTES, NULL) : NULL;
  JsonArray *choices = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < buttons->len; i++)
    {
      g_autofree char *payload = find_payload (choices, g_ptr_array_index (buttons, i));

      g_strv_builder_add (builder, payload);
    }

  return g_strv_builder_end (builder);
}

/* One variable of the template, whose value is that of its field, or what the text says where there is none. */
static void
add_value (const char      *field,
           const char      *written,
           CallboardValues *values,
           GStrvBuilder    *names,
           GStrvBuilder    *texts)
{
  g_autofree char *name = callboard_approval_name_variable (field);
  g_autofree char *merged = callboard_merge_render (written, callboard_values_look_up, values);
  g_autofree char *value = flatten (merged);

  g_strv_builder_add (names, name);
  g_strv_builder_add (texts, value);
}

static void
add_values (const char      *text,
            CallboardValues *values,
            GStrvBuilder    *names,
            GStrvBuilder    *texts)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end;

  for (const char *at = strstr (text, "{{"); at != NULL && (end = strstr (at, "}}")) != NULL; at = strstr (end, "{{"))
    {
      g_autofree char *written = g_strndup (at, end + 2 - at);
      g_autoptr(GPtrArray) fields = NULL;
      g_autofree char *variable = callboard_approval_write_body (written, TRUE, &fields);

      if (fields->len > 0 && g_hash_table_add (seen, g_strdup (g_ptr_array_index (fields, 0))))
        add_value (g_ptr_array_index (fields, 0), written, values, names, texts);
    }
}

static CallboardOutgoingTemplate *
fill (CallboardScript *script,
      CallboardValues *values,
      const char      *choices)
{
  CallboardOutgoingTemplate *template = g_new0 (CallboardOutgoingTemplate, 1);
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();

  add_values (script->welcome != NULL ? script->welcome : "", values, names, texts);
  template->name = g_strdup (script->template->name);
  template->language = g_strdelimit (g_strdup (script->language), "-", '_');
  template->fields = g_strv_builder_end (names);
  template->values = g_strv_builder_end (texts);
  template->payloads = list_payloads (script->template->buttons, choices);

  return template;
}

static gboolean
add_template (CallboardDb               *db,
              const CallboardEnrolment  *enrolment,
              CallboardScript           *script,
              CallboardOutgoing         *outgoing,
              GError                   **error)
{
  g_autoptr(CallboardValues) values = NULL;
  CallboardApprovalState state;

  if (!callboard_approval_load_state (db, enrolment->account.id, script, &state, NULL, error))
    return FALSE;

  if (state != CALLBOARD_APPROVAL_STATE_APPROVED)
    return TRUE;

  values = callboard_values_load (db, enrolment->application, script, error);
  if (values == NULL)
    return FALSE;

  outgoing->template = fill (script, values, outgoing->choices);

  return TRUE;
}

static gboolean
add_words (CallboardDb        *db,
           gint64              id,
           gboolean            first,
           CallboardOutgoing  *outgoing,
           GError            **error)
{
  CallboardEnrolment enrolment;
  CallboardScript *script;

  if (!callboard_enrolment_load (db, id, &enrolment, error) ||
      (script = callboard_script_load (db, enrolment.campaign, enrolment.version, error)) == NULL)
    return FALSE;

  outgoing->language = g_strdup (script->language);

  return !first || add_template (db, &enrolment, script, outgoing, error);
}

static gboolean
find_upload (CallboardDb        *db,
             CallboardOutgoing  *outgoing,
             gint64              now,
             GError            **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT provider_id FROM media_upload WHERE account_id = $1 AND hash = $2 AND uploaded_at > $3",
                         "isi", outgoing->account_id, outgoing->media->hash, now - UPLOAD_LIFE);

  if (callboard_rows_next (rows, &fault))
    outgoing->media->upload_id = callboard_rows_dup (rows, 0);

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_claim_dress (CallboardDb             *db,
                       const CallboardAccount  *account,
                       gint64                   enrolment,
                       gboolean                 first,
                       CallboardOutgoing       *outgoing,
                       GError                 **error)
{
  if (!callboard_account_needs_templates (account))
    return TRUE;

  if (outgoing->media != NULL && !find_upload (db, outgoing, outgoing->claimed_at, error))
    return FALSE;

  return enrolment == 0 || (!first && outgoing->choices == NULL) || add_words (db, enrolment, first, outgoing, error);
}
