/* callboard-job-dialog.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-job-dialog.h"

#include "callboard-country-row.h"
#include "callboard-job-commands.h"
#include "callboard-job-ways.h"
#include "callboard-notice.h"
#include "callboard-office.h"
#include "callboard-plan-row.h"

struct _CallboardJobDialog
{
  AdwWindow            parent_instance;

  AdwComboRow         *contract;
  CallboardCountryRow *country;
  AdwEntryRow         *location;
  AdwEntryRow         *manager;
  CallboardNotice     *notice;
  GtkStack            *pages;
  AdwEntryRow         *reference;
  GtkListBox          *stages;
  GtkWidget           *stages_group;
  AdwPreferencesGroup *source_group;
  AdwEntryRow         *title;
  CallboardJobWays    *ways;

  CallboardStore      *store;
  gint64               source;
  const CallboardTemplate *template;
};

G_DEFINE_FINAL_TYPE (CallboardJobDialog, callboard_job_dialog, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_stage (CallboardJobDialog *self,
           CallboardStageType  type,
           const char         *name,
           const char         *preset)
{
  g_autoptr(GBytes) document = NULL;
  g_autofree char *path = NULL;

  if (preset != NULL)
    {
      path = g_strdup_printf (APP_PATH "/dialogs/presets/%s.json", preset);
      document = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    }

  gtk_list_box_append (self->stages, GTK_WIDGET (callboard_plan_row_new (type, name,
                                                                         document ? g_bytes_get_data (document, NULL) : NULL)));
}

static void
add_usual_stages (CallboardJobDialog *self)
{
  add_stage (self, CALLBOARD_STAGE_FORM, _("Applied"), NULL);
  add_stage (self, CALLBOARD_STAGE_FORM, _("Screening"), "screening");
  add_stage (self, CALLBOARD_STAGE_REVIEW, _("Review"), NULL);
  add_stage (self, CALLBOARD_STAGE_FORM, _("Interview"), "interview");
  add_stage (self, CALLBOARD_STAGE_OFFER, _("Offer"), NULL);
  add_stage (self, CALLBOARD_STAGE_REJECT, _("Rejected"), NULL);
}

static void
refuse (CallboardJobDialog *self,
        const char         *why,
        GtkWidget          *where)
{
  callboard_notice_set_text (self->notice, why);
  gtk_widget_add_css_class (where, "error");
  gtk_widget_grab_focus (where);
}

static gboolean
is_blank (gpointer editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text == '\0';
}

/* Borrows the texts of the rows. */
static gboolean
collect_stages (CallboardJobDialog *self,
                GArray             *plans)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->stages, i)) != NULL; i++)
    {
      CallboardPlanRow *plan_row = CALLBOARD_PLAN_ROW (row);
      CallboardStagePlan plan = {
        .name = gtk_editable_get_text (GTK_EDITABLE (row)),
        .type = callboard_plan_row_get_stage_type (plan_row),
        .campaign = callboard_plan_row_get_campaign (plan_row),
      };

      if (is_blank (row))
        {
          refuse (self, _("Every stage needs a name."), GTK_WIDGET (row));
          return FALSE;
        }

      g_array_append_val (plans, plan);
    }

  if (plans->len == 0)
    callboard_notice_set_text (self->notice, _("A job needs at least one stage. Press Add Stage."));

  return plans->len > 0;
}

static void
on_created_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardJobDialog) self = user_data;
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GError) error = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.create", TRUE);

  if (command == NULL)
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, callboard_office_command_get_id (command));
  gtk_window_destroy (GTK_WINDOW (self));
}

static const char *
get_contract (CallboardJobDialog *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->contract);

  return adw_combo_row_get_selected (self->contract) == 0 ? "" : gtk_string_object_get_string (selected);
}

/* What is made from another one brings its stages along. */
static CallboardCommand *
create_command (CallboardJobDialog *self,
                GArray             *stages)
{
  const CallboardJobPlan plan = {
    .title = gtk_editable_get_text (GTK_EDITABLE (self->title)),
    .reference = gtk_editable_get_text (GTK_EDITABLE (self->reference)),
    .location = gtk_editable_get_text (GTK_EDITABLE (self->location)),
    .contract_type = get_contract (self),
    .manager = gtk_editable_get_text (GTK_EDITABLE (self->manager)),
    .country = callboard_country_row_get_country (self->country),
    .stages = (gpointer) stages->data,
    .n_stages = stages->len,
  };

  if (self->template != NULL)
    return callboard_template_job_command_new (self->template, &plan);

  return self->source != 0 ? callboard_copy_job_command_new (self->source, &plan) : callboard_job_command_new (&plan);
}

static void
select_contract (CallboardJobDialog *self,
                 const char         *contract)
{
  GListModel *contracts = adw_combo_row_get_model (self->contract);

  for (guint i = 1; i < g_list_model_get_n_items (contracts); i++)
    {
      g_autoptr(GtkStringObject) item = g_list_model_get_item (contracts, i);

      if (g_str_equal (gtk_string_object_get_string (item), contract))
        {
          adw_combo_row_set_selected (self->contract, i);
          return;
        }
    }

  adw_combo_row_set_selected (self->contract, 0);
}

static void
show_page (CallboardJobDialog *self,
           const char         *name)
{
  gboolean details = g_str_equal (name, "details");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.back", details);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "job.create", details);
}

static void
on_way_chosen_cb (CallboardJobDialog    *self,
                  const CallboardJobWay *way)
{
  g_autofree char *stages = NULL;

  g_assert (CALLBOARD_IS_JOB_DIALOG (self));

  self->source = way->source;
  self->template = way->template;
  gtk_editable_set_text (GTK_EDITABLE (self->title), way->plan->title);
  gtk_editable_set_text (GTK_EDITABLE (self->location), way->plan->location);
  gtk_editable_set_text (GTK_EDITABLE (self->manager), way->plan->manager);
  select_contract (self, way->plan->contract_type);
  if (*way->plan->country != '\0')
    callboard_country_row_set_country (self->country, way->plan->country);

  gtk_widget_set_visible (self->stages_group, way->stages == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->source_group), way->stages != NULL);
  stages = way->stages != NULL ? g_markup_escape_text (way->stages, -1) : NULL;
  adw_preferences_group_set_description (self->source_group, stages);
  show_page (self, "details");
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardJobDialog *self = CALLBOARD_JOB_DIALOG (widget);

  show_page (self, "ways");
  callboard_job_ways_take_focus (self->ways);
}

static void
create_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardJobDialog *self = CALLBOARD_JOB_DIALOG (widget);
  g_autoptr(GArray) plans = g_array_new (FALSE, FALSE, sizeof (CallboardStagePlan));
  g_autoptr(CallboardCommand) command = NULL;

  if (is_blank (self->title))
    {
      refuse (self, _("Give the job a title. Candidates see it."), GTK_WIDGET (self->title));
      return;
    }

  if (self->source == 0 && self->template == NULL && !collect_stages (self, plans))
    return;

  callboard_notice_set_text (self->notice, NULL);
  gtk_widget_action_set_enabled (widget, "job.create", FALSE);
  command = create_command (self, plans);
  callboard_store_execute_async (self->store, command, NULL, on_created_cb, g_object_ref (self));
}

static void
add_stage_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CallboardJobDialog *self = CALLBOARD_JOB_DIALOG (widget);
  int type = CALLBOARD_STAGE_FORM;
  GtkWidget *row;

  if (!callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, g_variant_get_string (parameter, NULL), &type))
    return;

  add_stage (self, type, "", NULL);
  row = gtk_widget_get_last_child (GTK_WIDGET (self->stages));
  gtk_widget_grab_focus (row);
}

static void
on_title_changed_cb (CallboardJobDialog *self,
                     GtkEditable        *editable)
{
  g_assert (CALLBOARD_IS_JOB_DIALOG (self));

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "error");
  callboard_notice_set_text (self->notice, NULL);
}

static void
callboard_job_dialog_dispose (GObject *object)
{
  CallboardJobDialog *self = CALLBOARD_JOB_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_JOB_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_job_dialog_parent_class)->dispose (object);
}

static void
callboard_job_dialog_class_init (CallboardJobDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_job_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/jobs/callboard-job-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, contract);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, country);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, location);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, manager);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, reference);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, source_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, stages);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, stages_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardJobDialog, ways);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_way_chosen_cb);
  gtk_widget_class_install_action (widget_class, "job.add-stage", "s", add_stage_cb);
  gtk_widget_class_install_action (widget_class, "job.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "job.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "job.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "job.create", NULL);

  g_type_ensure (CALLBOARD_TYPE_COUNTRY_ROW);
  g_type_ensure (CALLBOARD_TYPE_JOB_WAYS);
  g_type_ensure (CALLBOARD_TYPE_NOTICE);
}

static void
callboard_job_dialog_init (CallboardJobDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_usual_stages (self);
}

CallboardJobDialog *
callboard_job_dialog_new (GtkWindow      *parent,
                          CallboardStore *store)
{
  CallboardJobDialog *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_JOB_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  callboard_job_ways_load (self->ways, store);
  show_page (self, "ways");
  callboard_job_ways_take_focus (self->ways);

  return self;
}
