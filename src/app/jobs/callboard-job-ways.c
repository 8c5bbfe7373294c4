/* callboard-job-ways.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-job-ways.h"

#include "callboard-queries-jobs.h"

struct _CallboardJobWays
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *copies;
  GtkListBox          *copies_list;
  GtkDropDown         *language;
  AdwPreferencesGroup *own;
  GtkListBox          *own_list;
  GtkListBox          *scratch_list;
  GtkListBox          *templates_list;

  GPtrArray           *templates;
  CallboardStore      *store;
};

G_DEFINE_FINAL_TYPE (CallboardJobWays, callboard_job_ways, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char * const languages[] = { "en", "de" };

static void
way_free (gpointer data)
{
  CallboardJobWay *way = data;

  g_clear_pointer (&way->plan, callboard_job_plan_free);
  g_free (way->stages);
  g_free (way);
}

static void
add_row (GtkListBox      *list,
         CallboardJobWay *way,
         const char      *title,
         const char      *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "way", way, way_free);
  gtk_list_box_append (list, row);
}

static void
add_scratch (CallboardJobWays *self)
{
  const CallboardJobPlan plan = { .n_stages = 0 };
  CallboardJobWay *way = g_new0 (CallboardJobWay, 1);

  way->plan = callboard_job_plan_copy (&plan);
  add_row (self->scratch_list, way, _("From Scratch"), _("With the usual stages, which you change as you like"));
}

/* "New → First questions → Offer" */
static char *
join_names (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);

  return g_strjoinv (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? " ← " : " → ", (char **) names->pdata);
}

static void
add_template (CallboardJobWays        *self,
              const CallboardTemplate *template)
{
  const CallboardJobPlan *plan = callboard_template_get_plan (template);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;
  CallboardJobWay *way = g_new0 (CallboardJobWay, 1);
  CallboardJobPlan details = *plan;

  for (guint i = 0; i < plan->n_stages; i++)
    g_ptr_array_add (names, (char *) plan->stages[i].name);
  details.n_stages = 0;
  way->template = template;
  way->plan = callboard_job_plan_copy (&details);
  way->stages = join_names (names);
  subtitle = g_strdup_printf ("%s\n%s", callboard_template_get_description (template), way->stages);
  add_row (self->templates_list, way, callboard_template_get_name (template), subtitle);
}

static void
add_job (CallboardJobWays      *self,
         GtkListBox            *list,
         const CallboardJobRow *job)
{
  g_autoptr(GPtrArray) stages = callboard_queries_load_stages (callboard_store_get_reader (self->store), job->id, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  CallboardJobWay *way = g_new0 (CallboardJobWay, 1);
  const CallboardJobPlan plan = {
    .title = job->title, .reference = "", .location = job->location, .contract_type = job->contract_type,
    .manager = job->manager, .country = job->country
  };

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    g_ptr_array_add (names, ((CallboardStageInfo *) g_ptr_array_index (stages, i))->name);
  way->source = job->id;
  way->plan = callboard_job_plan_copy (&plan);
  way->stages = join_names (names);
  add_row (list, way, job->title, way->stages);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
on_language_changed_cb (CallboardJobWays *self)
{
  const char *language = languages[MIN (gtk_drop_down_get_selected (self->language), G_N_ELEMENTS (languages) - 1)];

  g_assert (CALLBOARD_IS_JOB_WAYS (self));

  clear (self->templates_list);
  for (guint i = 0; self->templates != NULL && i < self->templates->len; i++)
    {
      const CallboardTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_str_equal (callboard_template_get_language (template), language))
        add_template (self, template);
    }
}

/* The language of the interface chooses first. */
static guint
find_language (void)
{
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          if (g_str_has_prefix (names[i], languages[j]))
            return j;
        }
    }

  return 0;
}

static void
on_row_activated_cb (CallboardJobWays *self,
                     GtkListBoxRow    *row)
{
  g_assert (CALLBOARD_IS_JOB_WAYS (self));

  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "way"));
}

static void
callboard_job_ways_dispose (GObject *object)
{
  CallboardJobWays *self = CALLBOARD_JOB_WAYS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_JOB_WAYS);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_job_ways_parent_class)->dispose (object);
}

static void
callboard_job_ways_class_init (CallboardJobWaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_job_ways_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/jobs/callboard-job-ways.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, copies);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, copies_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, language);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, own);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, own_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, scratch_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobWays, templates_list);
  gtk_widget_class_bind_template_callback (widget_class, on_language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
callboard_job_ways_init (CallboardJobWays *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A template that a shipped one was put into the database as is found among the shipped ones. */
static void
load_jobs (CallboardJobWays *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(GPtrArray) jobs = callboard_queries_load_jobs (db, NULL);
  g_autoptr(GPtrArray) templates = callboard_queries_load_templates (db, NULL);

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      const CallboardJobRow *row = g_ptr_array_index (templates, i);

      if (row->origin == NULL)
        add_job (self, self->own_list, row);
    }

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    add_job (self, self->copies_list, g_ptr_array_index (jobs, i));

  gtk_widget_set_visible (GTK_WIDGET (self->own), gtk_list_box_get_row_at_index (self->own_list, 0) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->copies), gtk_list_box_get_row_at_index (self->copies_list, 0) != NULL);
}

void
callboard_job_ways_load (CallboardJobWays *self,
                         CallboardStore   *store)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CALLBOARD_IS_JOB_WAYS (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  self->templates = callboard_template_list (NULL, &error);
  if (error != NULL)
    g_message ("No templates: %s", error->message);

  add_scratch (self);
  gtk_drop_down_set_selected (self->language, find_language ());
  on_language_changed_cb (self);
  load_jobs (self);
}

/* Focus cannot move into what is not on the screen yet, but a row can be given it. */
void
callboard_job_ways_take_focus (CallboardJobWays *self)
{
  g_return_if_fail (CALLBOARD_IS_JOB_WAYS (self));

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->scratch_list, 0)));
}
