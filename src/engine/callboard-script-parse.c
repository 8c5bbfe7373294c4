/* callboard-script-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-json.h"

#define FORMAT_VERSION 1
#define MAX_BYTES      (4 * 1024 * 1024)
#define DEFAULT_EXPIRY_DAYS 7

static const char * const document_members[] = {
  "callboard", "language", "welcome", "modules", "conclusion", "settings", NULL
};
static const char * const text_members[] = { "text", NULL };
static const char * const settings_members[] = { "progress", "expiry_days", NULL };
static const char * const content_members[] = { "id", "type", "blocks", NULL };
static const char * const questions_members[] = { "id", "type", "questions", NULL };
static const char * const block_members[] = { "id", "type", "text", NULL };
static const char * const choice_members[] = { "id", "label", NULL };
static const char * const question_members[] = {
  "id", "type", "text", "help", "required", "retry", "flag_when", "choices", "min_length", "max_length", NULL
};

static const struct {
  const char        *type;
  CallboardStepKind  kind;
} question_types[] = {
  { "short_answer", CALLBOARD_STEP_SHORT_ANSWER },
  { "single_choice", CALLBOARD_STEP_SINGLE_CHOICE },
  { "yes_no", CALLBOARD_STEP_YES_NO },
};

static gboolean
fail (GError     **error,
      const char  *path,
      const char  *what)
{
  /* Translators: the place in the file, such as "modules[1].questions[0]", then what is wrong there */
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("%s: %s"), path, what);

  return FALSE;
}

static gboolean
check_members (JsonObject          *object,
               const char          *path,
               const char * const  *known,
               GError             **error)
{
  g_autoptr(GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *place = NULL;

      if (g_strv_contains (known, l->data))
        continue;

      place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "." : "", (const char *) l->data);
      return fail (error, place, _("this version of Callboard does not know the field"));
    }

  return TRUE;
}

static JsonObject *
get_element (JsonArray           *array,
             guint                index,
             const char          *path,
             const char * const  *known,
             GError             **error)
{
  JsonObject *object = callboard_json_array_get_object (array, index);

  if (object == NULL)
    {
      fail (error, path, _("an object is expected here"));
      return NULL;
    }

  return known == NULL || check_members (object, path, known, error) ? object : NULL;
}

static gboolean
take_id (CallboardScript  *self,
         JsonObject       *object,
         const char       *path,
         CallboardStep    *step,
         GError          **error)
{
  step->id = g_strdup (callboard_json_get_string (object, "id"));
  if (step->id == NULL || *step->id == '\0')
    return fail (error, path, _("the id is missing"));

  for (guint i = 0; i < self->steps->len; i++)
    {
      CallboardStep *other = g_ptr_array_index (self->steps, i);

      if (g_str_equal (other->id, step->id))
        return fail (error, path, _("the id is used twice"));
    }

  return TRUE;
}

static gboolean
parse_block (CallboardScript  *self,
             JsonObject       *object,
             const char       *path,
             GError          **error)
{
  g_autoptr(CallboardStep) step = callboard_step_new (CALLBOARD_STEP_TEXT);

  if (!check_members (object, path, block_members, error) || !take_id (self, object, path, step, error))
    return FALSE;

  if (g_strcmp0 (callboard_json_get_string (object, "type"), "text") != 0)
    return fail (error, path, _("this version of Callboard knows only blocks of text"));

  step->text = g_strdup (callboard_json_get_string (object, "text"));
  g_ptr_array_add (self->steps, g_steal_pointer (&step));

  return TRUE;
}

static gboolean
parse_choices (CallboardStep  *step,
               JsonArray      *choices,
               const char     *path,
               GError        **error)
{
  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.choices[%u]", path, i);
      JsonObject *choice = get_element (choices, i, place, choice_members, error);
      const char *id = callboard_json_get_string (choice, "id");

      if (choice == NULL)
        return FALSE;

      if (id == NULL || g_strv_contains ((const char * const *) step->choice_ids->pdata, id))
        return fail (error, place, _("the id is missing or used twice"));

      g_ptr_array_add (step->choice_ids, g_strdup (id));
      g_ptr_array_add (step->choice_labels, g_strdup (callboard_json_get_string (choice, "label")));
    }

  return TRUE;
}

static void
parse_limits (CallboardStep *step,
              JsonObject    *object)
{
  JsonArray *flags = callboard_json_get_array (object, "flag_when");
  gboolean required = TRUE;
  gint64 length;

  callboard_json_get_boolean (object, "required", &required);
  step->required = required;

  if (callboard_json_get_int (object, "min_length", &length))
    step->min_length = CLAMP (length, 0, CALLBOARD_STEP_MAX_LENGTH);
  if (callboard_json_get_int (object, "max_length", &length))
    step->max_length = CLAMP (length, 1, CALLBOARD_STEP_MAX_LENGTH);

  for (guint i = 0; flags != NULL && i < json_array_get_length (flags); i++)
    g_ptr_array_add (step->flag_when, g_strdup (callboard_json_array_get_string (flags, i)));
}

static gboolean
read_kind (const char        *type,
           CallboardStepKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (question_types); i++)
    {
      if (g_strcmp0 (type, question_types[i].type) == 0)
        {
          *kind = question_types[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
parse_question (CallboardScript  *self,
                JsonObject       *object,
                const char       *path,
                GError          **error)
{
  g_autoptr(CallboardStep) step = callboard_step_new (CALLBOARD_STEP_SHORT_ANSWER);

  if (!check_members (object, path, question_members, error) || !take_id (self, object, path, step, error))
    return FALSE;

  if (!read_kind (callboard_json_get_string (object, "type"), &step->kind))
    return fail (error, path, _("this version of Callboard does not know the type of question"));

  step->text = g_strdup (callboard_json_get_string (object, "text"));
  step->help = g_strdup (callboard_json_get_string (object, "help"));
  step->retry = g_strdup (callboard_json_get_string (object, "retry"));
  parse_limits (step, object);
  if (!parse_choices (step, callboard_json_get_array (object, "choices"), path, error))
    return FALSE;

  g_ptr_array_add (self->steps, g_steal_pointer (&step));
  self->total++;

  return TRUE;
}

typedef gboolean (*ParsePart) (CallboardScript  *self,
                               JsonObject       *object,
                               const char       *path,
                               GError          **error);

static gboolean
parse_parts (CallboardScript  *self,
             JsonObject       *module,
             const char       *path,
             const char       *member,
             ParsePart         parse,
             GError          **error)
{
  JsonArray *parts = callboard_json_get_array (module, member);

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, member, i);
      JsonObject *part = get_element (parts, i, place, NULL, error);

      if (part == NULL || !parse (self, part, place, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_module (CallboardScript  *self,
              JsonObject       *module,
              const char       *path,
              GError          **error)
{
  const char *type = callboard_json_get_string (module, "type");

  self->n_modules++;

  if (g_strcmp0 (type, "content") == 0)
    return check_members (module, path, content_members, error) &&
           parse_parts (self, module, path, "blocks", parse_block, error);

  if (g_strcmp0 (type, "questions") == 0)
    return check_members (module, path, questions_members, error) &&
           parse_parts (self, module, path, "questions", parse_question, error);

  return fail (error, path, _("this version of Callboard does not know the type of module"));
}

static gboolean
parse_modules (CallboardScript  *self,
               JsonObject       *document,
               GError          **error)
{
  JsonArray *modules = callboard_json_get_array (document, "modules");

  for (guint i = 0; modules != NULL && i < json_array_get_length (modules); i++)
    {
      g_autofree char *path = g_strdup_printf ("modules[%u]", i);
      JsonObject *module = get_element (modules, i, path, NULL, error);

      if (module == NULL || !parse_module (self, module, path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_text (JsonObject   *document,
            const char   *member,
            char        **text,
            GError      **error)
{
  JsonObject *object = callboard_json_get_object (document, member);

  if (object == NULL)
    return TRUE;

  *text = g_strdup (callboard_json_get_string (object, "text"));

  return check_members (object, member, text_members, error);
}

static gboolean
parse_settings (CallboardScript  *self,
                JsonObject       *document,
                GError          **error)
{
  JsonObject *settings = callboard_json_get_object (document, "settings");
  gboolean progress = FALSE;
  gint64 days = DEFAULT_EXPIRY_DAYS;

  callboard_json_get_boolean (settings, "progress", &progress);
  callboard_json_get_int (settings, "expiry_days", &days);
  self->progress = progress;
  self->expiry = CLAMP (days, 1, 365) * CALLBOARD_DAY;

  return settings == NULL || check_members (settings, "settings", settings_members, error);
}

static gboolean
check_version (JsonObject  *document,
               GError     **error)
{
  gint64 version = 0;

  if (!callboard_json_get_int (document, "callboard", &version) || version < 1)
    return fail (error, "callboard", _("this is not a Callboard campaign"));

  if (version <= FORMAT_VERSION)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NEWER,
                       _("The campaign was made by a newer version of Callboard. Update Callboard to use it."));

  return FALSE;
}

static JsonObject *
parse_json (const char  *document,
            GError     **error)
{
  g_autoptr(GError) fault = NULL;
  JsonObject *object = callboard_json_parse_object (document, -1, MAX_BYTES, &fault);

  if (object == NULL)
    g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
                 _("The campaign cannot be read: %s"), fault->message);

  return object;
}

CallboardScript *
callboard_script_parse (const char  *document,
                        GError     **error)
{
  g_autoptr(CallboardScript) self = NULL;
  g_autoptr(JsonObject) object = NULL;
  const char *language;

  g_return_val_if_fail (document != NULL, NULL);

  object = parse_json (document, error);
  if (object == NULL || !check_version (object, error) || !check_members (object, "", document_members, error))
    return NULL;

  self = g_new0 (CallboardScript, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->nudges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_step_free);
  language = callboard_json_get_string (object, "language");
  self->language = g_strdup (language != NULL ? language : "en");

  if (parse_text (object, "welcome", &self->welcome, error) &&
      parse_text (object, "conclusion", &self->conclusion, error) &&
      parse_settings (self, object, error) &&
      parse_modules (self, object, error))
    return g_steal_pointer (&self);

  return NULL;
}
