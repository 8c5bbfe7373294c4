/* callboard-script-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-clock.h"
#include "callboard-error.h"

#define FORMAT_VERSION 1
#define MAX_NUDGES     8

#define DEFAULT_EXPIRY_DAYS 7

static const gint64 default_nudges[] = { 3 * G_TIME_SPAN_HOUR, 23 * G_TIME_SPAN_HOUR, 72 * G_TIME_SPAN_HOUR };

static gboolean
read_message (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  const CallboardField fields[] = { { "text", callboard_parse_string, field->offset }, { NULL } };

  return callboard_parse_members (parser, node, path, fields, NULL, target);
}

static gboolean
read_welcome (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  static const CallboardField fields[] = {
    { "text", callboard_parse_string, G_STRUCT_OFFSET (CallboardScript, welcome) },
    { "template", callboard_parse_template },
    { NULL }
  };

  return callboard_parse_members (parser, node, path, fields, NULL, target);
}

static gboolean
read_hours (CallboardParser *parser,
            JsonNode        *node,
            const char      *path,
            gpointer         target)
{
  GArray *nudges = target;
  const CallboardField hours = { NULL, NULL, 0, 1, 30 * 24 };
  gint64 after = 0;

  if (nudges->len >= MAX_NUDGES)
    return callboard_parse_fail (parser, path, _("there are too many reminders"));

  if (!callboard_parse_int64 (parser, &hours, node, path, &after))
    return FALSE;

  after *= G_TIME_SPAN_HOUR;
  if (nudges->len > 0 && g_array_index (nudges, gint64, nudges->len - 1) >= after)
    return callboard_parse_fail (parser, path, _("each reminder has to be later than the one before"));

  g_array_append_val (nudges, after);

  return TRUE;
}

static gboolean
read_after_hours (CallboardParser      *parser,
                  const CallboardField *field,
                  JsonNode             *node,
                  const char           *path,
                  gpointer              target)
{
  CallboardScript *script = target;

  g_array_set_size (script->nudges, 0);

  return callboard_parse_array (parser, node, path, read_hours, script->nudges);
}

static gboolean
read_nudges (CallboardParser      *parser,
             const CallboardField *field,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  static const CallboardField fields[] = { { "after_hours", read_after_hours }, { NULL } };

  return callboard_parse_members (parser, node, path, fields, NULL, target);
}

static gboolean
read_expiry (CallboardParser      *parser,
             const CallboardField *field,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  CallboardScript *script = target;

  if (!callboard_parse_int64 (parser, field, node, path, target))
    return FALSE;

  script->expiry *= CALLBOARD_DAY;

  return TRUE;
}

static gboolean
read_settings (CallboardParser      *parser,
               const CallboardField *field,
               JsonNode             *node,
               const char           *path,
               gpointer              target)
{
  static const CallboardField fields[] = {
    { "progress", callboard_parse_boolean, G_STRUCT_OFFSET (CallboardScript, progress) },
    { "expiry_days", read_expiry, G_STRUCT_OFFSET (CallboardScript, expiry), 1, 365 },
    { "nudges", read_nudges },
    { "sms_fallback", callboard_parse_boolean, G_STRUCT_OFFSET (CallboardScript, sms_fallback) },
    { NULL }
  };

  return callboard_parse_members (parser, node, path, fields, NULL, target);
}

static gboolean
read_modules (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  return callboard_parse_array (parser, node, path, callboard_parse_module, NULL);
}

static const CallboardField document_fields[] = {
  { "callboard", callboard_parse_ignore },
  { "language", callboard_parse_string, G_STRUCT_OFFSET (CallboardScript, language) },
  { "welcome", read_welcome },
  { "modules", read_modules },
  { "conclusion", read_message, G_STRUCT_OFFSET (CallboardScript, conclusion) },
  { "settings", read_settings },
  { NULL }
};

static gboolean
check_version (JsonObject  *document,
               GError     **error)
{
  gint64 version = 0;

  if (!callboard_json_get_int (document, "callboard", &version) || version < 1)
    {
      g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("%s: %s"), "callboard",
                   _("this is not a Callboard campaign"));
      return FALSE;
    }

  if (version <= FORMAT_VERSION)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NEWER,
                       _("The campaign was made by a newer version of Callboard. Update Callboard to use it."));

  return FALSE;
}

JsonObject *
callboard_script_parse_json (const char  *document,
                             GError     **error)
{
  g_autoptr(GError) fault = NULL;
  JsonObject *object = callboard_json_parse_object (document, -1, CALLBOARD_SCRIPT_MAX_BYTES, &fault);

  if (object == NULL)
    g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                 _("The campaign cannot be read: %s"), fault->message);

  return object;
}

static void
free_rule (gpointer data)
{
  CallboardOpenRule *rule = data;

  g_free (rule->path);
  g_free (rule);
}

static gboolean
read_document (CallboardScript  *script,
               JsonObject       *object,
               GPtrArray        *faults,
               GError          **error)
{
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);
  CallboardParser parser = { script, ids, rules, faults, error };

  return callboard_parse_members (&parser, root, "", document_fields, NULL, script) &&
         callboard_parse_connect (&parser);
}

CallboardScript *
callboard_script_read (JsonObject  *document,
                       gboolean     whole,
                       GError     **error)
{
  g_autoptr(CallboardScript) self = NULL;

  if (!check_version (document, error))
    return NULL;

  self = callboard_script_new ();
  self->expiry = DEFAULT_EXPIRY_DAYS * CALLBOARD_DAY;
  g_array_append_vals (self->nudges, default_nudges, G_N_ELEMENTS (default_nudges));
  if (!read_document (self, document, whole ? self->faults : NULL, error))
    return NULL;

  if (self->language == NULL)
    self->language = g_strdup ("en");
  callboard_script_prepare (self);

  return g_steal_pointer (&self);
}

static CallboardScript *
parse (const char  *document,
       gboolean     whole,
       GError     **error)
{
  g_autoptr(JsonObject) object = callboard_script_parse_json (document, error);

  return object != NULL ? callboard_script_read (object, whole, error) : NULL;
}

CallboardScript *
callboard_script_parse (const char  *document,
                        GError     **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  return parse (document, FALSE, error);
}

CallboardScript *
callboard_script_parse_draft (const char  *document,
                              GError     **error)
{
  g_return_val_if_fail (document != NULL, NULL);

  return parse (document, TRUE, error);
}
