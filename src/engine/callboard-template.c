/* callboard-template.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-template.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-json.h"

#define MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  gint64 next;
  gint64 stale_days;
  gint64 late_days;
} Rules;

struct _CallboardTemplate
{
  gatomicrefcount   n_refs;
  char             *origin;
  char             *name;
  char             *description;
  char             *language;
  CallboardJobPlan *plan;
  Rules            *rules;
};

const CallboardTemplate *
callboard_template_ref (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc ((gatomicrefcount *) &self->n_refs);

  return self;
}

void
callboard_template_unref (CallboardTemplate *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;

  g_free (self->origin);
  g_free (self->name);
  g_free (self->description);
  g_free (self->language);
  g_clear_pointer (&self->plan, callboard_job_plan_free);
  g_free (self->rules);
  g_free (self);
}

static gboolean
fail (GError     **error,
      const char  *path,
      const char  *what)
{
  /* Translators: a file, and what is wrong in it, in technical words */
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("The template %s is damaged: %s"), path,
               what);

  return FALSE;
}

char *
callboard_template_get_directory (void)
{
  const char *chosen = g_getenv ("CALLBOARD_TEMPLATES_DIR");

  return chosen != NULL ? g_strdup (chosen) : g_build_filename (PKGDATADIR, "templates", NULL);
}

static gboolean
read_stage (JsonObject         *object,
            CallboardStagePlan *plan,
            Rules              *rules)
{
  JsonObject *campaign = callboard_json_get_object (object, "campaign");
  const char *name = callboard_json_get_string (object, "name");
  int type;

  rules->next = -1;
  callboard_json_get_int (object, "next", &rules->next);
  callboard_json_get_int (object, "stale_days", &rules->stale_days);
  callboard_json_get_int (object, "late_days", &rules->late_days);

  if (name == NULL ||
      !callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_json_get_string (object, "type"), &type) ||
      (campaign == NULL) != (type == CALLBOARD_STAGE_REVIEW))
    return FALSE;

  plan->type = type;
  plan->name = name;
  plan->campaign = campaign != NULL ? callboard_json_to_text (campaign) : NULL;

  return TRUE;
}

static gboolean
read_stages (CallboardTemplate  *self,
             JsonArray          *stages,
             CallboardStagePlan *plans,
             GPtrArray          *texts,
             const char         *path,
             GError            **error)
{
  guint n_stages = json_array_get_length (stages);

  self->rules = g_new0 (Rules, n_stages);
  for (guint i = 0; i < n_stages; i++)
    {
      JsonObject *object = callboard_json_array_get_object (stages, i);
      gboolean ok = object != NULL && read_stage (object, &plans[i], &self->rules[i]);

      g_ptr_array_add (texts, (char *) plans[i].campaign);
      if (!ok)
        return fail (error, path, "stages");
      if (self->rules[i].next >= (gint64) n_stages)
        return fail (error, path, "next");
    }

  return TRUE;
}

static gboolean
read_template (CallboardTemplate  *self,
               JsonObject         *object,
               const char         *path,
               GError            **error)
{
  JsonArray *stages = callboard_json_get_array (object, "stages");
  guint n_stages = stages != NULL ? json_array_get_length (stages) : 0;
  g_autofree CallboardStagePlan *plans = g_new0 (CallboardStagePlan, n_stages);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  CallboardJobPlan plan = {
    .title = callboard_json_get_string (object, "title"),
    .contract_type = callboard_json_get_string (object, "contract_type"),
    .country = callboard_json_get_string (object, "country"),
    .stages = plans,
    .n_stages = n_stages,
  };

  self->name = g_strdup (callboard_json_get_string (object, "name"));
  self->description = g_strdup (callboard_json_get_string (object, "description"));
  self->language = g_strdup (callboard_json_get_string (object, "language"));
  if (self->name == NULL || self->description == NULL || self->language == NULL || plan.title == NULL || n_stages == 0)
    return fail (error, path, "name");

  if (!read_stages (self, stages, plans, texts, path, error))
    return FALSE;

  self->plan = callboard_job_plan_copy (&plan);

  return TRUE;
}

CallboardTemplate *
callboard_template_load (const char  *path,
                         GError     **error)
{
  g_autoptr(CallboardTemplate) self = g_new0 (CallboardTemplate, 1);
  g_autoptr(JsonObject) object = NULL;
  g_autofree char *text = NULL;
  char *dot;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  g_atomic_ref_count_init (&self->n_refs);
  self->origin = g_path_get_basename (path);
  dot = strrchr (self->origin, '.');
  if (dot != NULL)
    *dot = '\0';

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  object = callboard_json_parse_object (text, length, MAX_BYTES, error);
  if (object == NULL || !read_template (self, object, path, error))
    return NULL;

  return g_steal_pointer (&self);
}

static int
compare_templates (gconstpointer a,
                   gconstpointer b)
{
  const CallboardTemplate *left = *(CallboardTemplate * const *) a;
  const CallboardTemplate *right = *(CallboardTemplate * const *) b;

  return g_strcmp0 (left->origin, right->origin);
}

GPtrArray *
callboard_template_list (const char  *language,
                         GError     **error)
{
  g_autoptr(GPtrArray) templates = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_template_unref);
  g_autofree char *directory = callboard_template_get_directory ();
  g_autoptr(GDir) entries = g_dir_open (directory, 0, error);
  const char *name;

  if (entries == NULL)
    return NULL;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      g_autoptr(CallboardTemplate) template = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      template = callboard_template_load (path, error);
      if (template == NULL)
        return NULL;

      if (language == NULL || g_str_equal (template->language, language))
        g_ptr_array_add (templates, g_steal_pointer (&template));
    }

  g_ptr_array_sort (templates, compare_templates);

  return g_steal_pointer (&templates);
}

const char *
callboard_template_get_origin (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origin;
}

const char *
callboard_template_get_name (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
callboard_template_get_description (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

const char *
callboard_template_get_language (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const CallboardJobPlan *
callboard_template_get_plan (const CallboardTemplate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

int
callboard_template_get_rules (const CallboardTemplate *self,
                              guint                    stage,
                              guint                   *stale_days,
                              guint                   *late_days)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (stage < self->plan->n_stages, -1);

  *stale_days = self->rules[stage].stale_days;
  *late_days = self->rules[stage].late_days;

  return self->rules[stage].next;
}
