/* callboard-script-parse-modules.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>

#define STEP(member)  G_STRUCT_OFFSET (CallboardStep, member)
#define MEDIA(member) G_STRUCT_OFFSET (CallboardScriptFile, member)

#define MAX_SECONDS (60 * 60)
#define MAX_TAKES   10

/* What a provider lets through at most; bigger files never arrive. */
#define MAX_FILE_BYTES (100 * 1024 * 1024)

#define ALL_KINDS (~0u)

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

gboolean
callboard_parse_file (CallboardParser      *parser,
                      const CallboardField *field,
                      JsonNode             *node,
                      const char           *path,
                      gpointer              target)
{
  static const CallboardField fields[] = {
    { "hash", callboard_parse_string, MEDIA (hash) },
    { "name", callboard_parse_string, MEDIA (name) },
    { "media_type", callboard_parse_string, MEDIA (media_type) },
    { "size", callboard_parse_int64, MEDIA (size), 0, MAX_FILE_BYTES },
    { NULL }
  };
  g_autoptr(CallboardScriptFile) file = g_new0 (CallboardScriptFile, 1);

  if (!callboard_parse_members (parser, node, path, fields, NULL, file))
    return FALSE;

  /* The hash becomes a file name. */
  if (!is_hash (file->hash))
    return callboard_parse_fail (parser, path, _("the hash of a file is 64 digits and letters from a to f"));

  g_clear_pointer ((CallboardScriptFile **) G_STRUCT_MEMBER_P (target, field->offset), callboard_script_file_free);
  G_STRUCT_MEMBER (CallboardScriptFile *, target, field->offset) = g_steal_pointer (&file);

  return TRUE;
}

/* Those that wait for the modules are read last. */
static void
forget_rules (CallboardParser     *parser,
              const CallboardStep *step)
{
  guint n = parser->rules->len;

  while (n > 0 && ((CallboardOpenRule *) g_ptr_array_index (parser->rules, n - 1))->step == step)
    n--;

  g_ptr_array_set_size (parser->rules, n);
}

gboolean
callboard_parse_add_step (CallboardParser *parser,
                          CallboardStep   *step,
                          const char      *path)
{
  CallboardScript *script = parser->script;

  const char *what = NULL;

  if (step->id == NULL)
    what = _("the id is missing");
  else if (script->steps->len >= CALLBOARD_SCRIPT_MAX_STEPS)
    what = _("a campaign has at most 1024 steps");

  if (what != NULL)
    {
      forget_rules (parser, step);
      callboard_step_free (step);
      return callboard_parse_fail (parser, path, what);
    }

  step->module = script->modules->len - 1;
  step->path = g_strdup (path);
  g_ptr_array_add (script->steps, step);

  return TRUE;
}

static const CallboardField id_fields[] = {
  { "id", callboard_parse_id, STEP (id) },
  { "type", callboard_parse_ignore },
  { "text", callboard_parse_string, STEP (text) },
  { NULL }
};

gboolean
callboard_parse_block (CallboardParser *parser,
                       JsonNode        *node,
                       const char      *path,
                       gpointer         module)
{
  static const CallboardField fields[] = { { "file", callboard_parse_file, STEP (media) }, { NULL } };
  static const char * const media_types[] = { "image", "video", "document", NULL };
  const char *type = callboard_parse_peek (node, "type");
  gboolean media = type != NULL && g_strv_contains (media_types, type);
  g_autoptr(CallboardStep) step = callboard_step_new (media ? CALLBOARD_STEP_MEDIA : CALLBOARD_STEP_TEXT);

  if (JSON_NODE_HOLDS_OBJECT (node) && !media && g_strcmp0 (type, "text") != 0)
    return callboard_parse_fail (parser, path, _("this version of Callboard does not know the type of block"));

  return callboard_parse_members (parser, node, path, id_fields, media ? fields : NULL, step) &&
         callboard_parse_add_step (parser, g_steal_pointer (&step), path);
}

gboolean
callboard_parse_prompt (CallboardParser *parser,
                        JsonNode        *node,
                        const char      *path,
                        gpointer         module)
{
  static const CallboardField fields[] = {
    { "id", callboard_parse_id, STEP (id) },
    { "text", callboard_parse_string, STEP (text) },
    { "seconds", callboard_parse_uint, STEP (seconds), 1, MAX_SECONDS },
    { "voice", callboard_parse_boolean, STEP (voice) },
    { "takes", callboard_parse_uint, STEP (takes), 1, MAX_TAKES },
    { "required", callboard_parse_boolean, STEP (required) },
    { NULL }
  };
  g_autoptr(CallboardStep) step = callboard_step_new (CALLBOARD_STEP_PROMPT);

  return callboard_parse_members (parser, node, path, fields, NULL, step) &&
         callboard_parse_add_step (parser, g_steal_pointer (&step), path);
}

static gboolean
read_kind (CallboardParser *parser,
           JsonNode        *node,
           const char      *path,
           gpointer         target)
{
  static const char * const accepted[] = { "pdf", "image", "word", "video", "audio" };
  CallboardStep *step = target;
  const char *nick = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  if (g_strcmp0 (nick, "any") == 0)
    {
      step->kinds = ALL_KINDS;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      int kind;

      if (g_strcmp0 (nick, accepted[i]) != 0 || !callboard_enum_from_nick (CALLBOARD_TYPE_FILE_KIND, nick, &kind))
        continue;

      step->kinds |= 1u << kind;
      return TRUE;
    }

  return callboard_parse_fail (parser, path, _("this version of Callboard does not know the kind of file"));
}

static gboolean
read_kinds (CallboardParser      *parser,
            const CallboardField *field,
            JsonNode             *node,
            const char           *path,
            gpointer              target)
{
  CallboardStep *step = target;

  step->kinds = 0;
  if (!callboard_parse_array (parser, node, path, read_kind, step))
    return FALSE;

  if (step->kinds == 0)
    step->kinds = ALL_KINDS;

  return TRUE;
}

gboolean
callboard_parse_request (CallboardParser *parser,
                         JsonNode        *node,
                         const char      *path,
                         gpointer         module)
{
  static const CallboardField fields[] = {
    { "id", callboard_parse_id, STEP (id) },
    { "text", callboard_parse_string, STEP (text) },
    { "hint", callboard_parse_string, STEP (help) },
    { "kinds", read_kinds },
    { "max_bytes", callboard_parse_int64, STEP (max_bytes), 1, MAX_FILE_BYTES },
    { "required", callboard_parse_boolean, STEP (required) },
    { NULL }
  };
  g_autoptr(CallboardStep) step = callboard_step_new (CALLBOARD_STEP_REQUEST);

  return callboard_parse_members (parser, node, path, fields, NULL, step) &&
         callboard_parse_add_step (parser, g_steal_pointer (&step), path);
}

static const struct {
  const char           *type;
  const char           *member;
  CallboardReadElement  read;
} module_types[] = {
  [CALLBOARD_MODULE_CONTENT] = { "content", "blocks", callboard_parse_block },
  [CALLBOARD_MODULE_QUESTIONS] = { "questions", "questions", callboard_parse_question },
  [CALLBOARD_MODULE_VIDEO_INTERVIEW] = { "video_interview", "prompts", callboard_parse_prompt },
  [CALLBOARD_MODULE_COLLECT] = { "collect", "requests", callboard_parse_request },
  [CALLBOARD_MODULE_SCHEDULE] = { "schedule", NULL, NULL },
};

static gboolean
read_parts (CallboardParser      *parser,
            const CallboardField *field,
            JsonNode             *node,
            const char           *path,
            gpointer              target)
{
  CallboardModule *module = target;

  return callboard_parse_array (parser, node, path, module_types[module->kind].read, module);
}

static gboolean
read_schedule (CallboardParser *parser,
               JsonNode        *node,
               const char      *path,
               CallboardModule *module)
{
  g_autoptr(CallboardStep) step = callboard_step_new (CALLBOARD_STEP_SCHEDULE);
  CallboardSchedule *schedule = step->schedule = callboard_schedule_new ();

  if (!callboard_parse_members (parser, node, path, callboard_schedule_fields, NULL, schedule) ||
      !callboard_parse_sessions (parser, schedule, node, path))
    return FALSE;

  step->id = g_strdup (schedule->id);
  step->text = g_strdup (schedule->text);
  module->id = g_strdup (schedule->id);

  return callboard_parse_add_step (parser, g_steal_pointer (&step), path);
}

static gboolean
find_module_type (const char          *type,
                  CallboardModuleKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (module_types); i++)
    {
      if (g_strcmp0 (type, module_types[i].type) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
callboard_parse_module (CallboardParser *parser,
                        JsonNode        *node,
                        const char      *path,
                        gpointer         nothing)
{
  GArray *modules = parser->script->modules;
  CallboardModule *module, empty = { .first = parser->script->steps->len };
  CallboardField fields[] = {
    { "id", callboard_parse_id, G_STRUCT_OFFSET (CallboardModule, id) }, { "type", callboard_parse_ignore }, { NULL }
  };
  CallboardField more[] = { { NULL, read_parts }, { NULL } };
  gboolean parsed;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return callboard_parse_fail (parser, path, _("an object is expected here"));

  if (!find_module_type (callboard_parse_peek (node, "type"), &empty.kind))
    return callboard_parse_fail (parser, path, _("this version of Callboard does not know the type of module"));

  g_array_append_val (modules, empty);
  module = &g_array_index (modules, CallboardModule, modules->len - 1);
  more[0].name = module_types[module->kind].member;
  parsed = module->kind == CALLBOARD_MODULE_SCHEDULE
    ? read_schedule (parser, node, path, module)
    : callboard_parse_members (parser, node, path, fields, more, module);
  module->path = g_strdup (path);
  module->n_steps = parser->script->steps->len - module->first;

  return parsed;
}
