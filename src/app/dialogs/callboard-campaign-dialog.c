/* callboard-campaign-dialog.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-campaign-dialog-private.h"

#include "callboard-module-editor.h"
#include "callboard-queries-office.h"

/* How long after the last key the problems are listed anew, in milliseconds. */
#define CHECK_DELAY 250

static const char *const LANGUAGES[] = { "en", "de", "fr", "es", "it", "pt", "nl", "pl" };

G_DEFINE_FINAL_TYPE (CallboardCampaignDialog, callboard_campaign_dialog, ADW_TYPE_WINDOW)

static gboolean
check_cb (gpointer user_data)
{
  CallboardCampaignDialog *self = user_data;

  self->check_source = 0;
  callboard_problem_list_update (self->problems, self->draft, self->type);

  return G_SOURCE_REMOVE;
}

static void
touch_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardCampaignDialog *self = CALLBOARD_CAMPAIGN_DIALOG (widget);

  if (self->draft == NULL)
    return;

  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (CHECK_DELAY, check_cb, self);
}

static void
on_changed_cb (CallboardCampaignDialog *self)
{
  touch_cb (GTK_WIDGET (self), NULL, NULL);
}

static void
on_language_selected_cb (CallboardCampaignDialog *self)
{
  guint selected;

  if (self->draft == NULL)
    return;

  selected = adw_combo_row_get_selected (self->language);
  g_object_set (self->draft, "language",
                selected < G_N_ELEMENTS (LANGUAGES) ? LANGUAGES[selected] : self->other_language, NULL);
  on_changed_cb (self);
}

static void
on_problem_chosen_cb (CallboardCampaignDialog *self,
                      const char              *part,
                      CallboardProblemList    *problems)
{
  GtkListBoxRow *module;

  g_assert (CALLBOARD_IS_CAMPAIGN_DIALOG (self));

  if (g_strcmp0 (part, "welcome") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->welcome));
  else if (g_strcmp0 (part, "conclusion") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->conclusion));

  for (int i = 0; part != NULL && (module = gtk_list_box_get_row_at_index (self->modules, i)) != NULL; i++)
    {
      if (callboard_module_editor_focus_part (CALLBOARD_MODULE_EDITOR (gtk_list_box_row_get_child (module)), part))
        break;
    }
}

static void
add_module_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CallboardCampaignDialog *self = CALLBOARD_CAMPAIGN_DIALOG (widget);
  gboolean content = g_str_equal (g_variant_get_string (parameter, NULL), "content");
  GtkListBoxRow *row;

  if (self->draft == NULL)
    return;

  callboard_campaign_draft_add_module (self->draft, content ? CALLBOARD_DRAFT_CONTENT : CALLBOARD_DRAFT_QUESTIONS);
  g_object_set (self->draft, "concludes", TRUE, NULL);
  touch_cb (widget, NULL, NULL);
  row = GTK_LIST_BOX_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->modules)));
  gtk_widget_grab_focus (gtk_list_box_row_get_child (row));
}

static void
callboard_campaign_dialog_dispose (GObject *object)
{
  CallboardCampaignDialog *self = CALLBOARD_CAMPAIGN_DIALOG (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_CAMPAIGN_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  g_clear_pointer (&self->other_language, g_free);
  g_clear_pointer (&self->saved, g_free);

  G_OBJECT_CLASS (callboard_campaign_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, concludes);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, conclusion);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, expiry);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, language);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, modules);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, unreadable);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, welcome);
  gtk_widget_class_bind_template_child (widget_class, CallboardCampaignDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_problem_chosen_cb);
}

static void
callboard_campaign_dialog_class_init (CallboardCampaignDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_campaign_dialog_dispose;

  bind_children (widget_class);
  callboard_campaign_dialog_class_init_save (klass);
  gtk_widget_class_install_action (widget_class, "campaign.add-module", "s", add_module_cb);
  gtk_widget_class_install_action (widget_class, "draft.touch", NULL, touch_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  g_type_ensure (CALLBOARD_TYPE_PROBLEM_LIST);
  g_type_ensure (CALLBOARD_TYPE_TEXT_EDITOR);
}

static void
callboard_campaign_dialog_init (CallboardCampaignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_module_row (gpointer item,
                 gpointer user_data)
{
  CallboardModuleEditor *editor = callboard_module_editor_new (user_data, item);

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", editor, NULL);
}

static void
bind (CallboardCampaignDialog *self,
      const char              *property,
      gpointer                 widget,
      const char              *target)
{
  g_object_bind_property (self->draft, property, widget, target, G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/* A language that is not on offer joins the list, so that it is not lost. */
static void
show_language (CallboardCampaignDialog *self)
{
  GtkStringList *names = GTK_STRING_LIST (adw_combo_row_get_model (self->language));
  g_autofree char *language = NULL;

  g_object_get (self->draft, "language", &language, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      if (!g_str_equal (LANGUAGES[i], language))
        continue;

      adw_combo_row_set_selected (self->language, i);
      return;
    }

  gtk_string_list_append (names, language);
  self->other_language = g_steal_pointer (&language);
  adw_combo_row_set_selected (self->language, G_N_ELEMENTS (LANGUAGES));
}

static void
show_draft (CallboardCampaignDialog *self)
{
  show_language (self);
  bind (self, "welcome", self->welcome, "text");
  bind (self, "conclusion", self->conclusion, "text");
  bind (self, "concludes", self->concludes, "active");
  bind (self, "progress", self->progress, "active");
  bind (self, "expiry-days", self->expiry, "value");
  gtk_list_box_bind_model (self->modules, G_LIST_MODEL (callboard_campaign_draft_get_modules (self->draft)),
                           make_module_row, g_object_ref (self->draft), g_object_unref);
  callboard_problem_list_update (self->problems, self->draft, self->type);
}

static void
load_campaign (CallboardCampaignDialog *self)
{
  g_autoptr(CallboardCampaignRow) row = NULL;
  g_autoptr(CallboardCampaignDraft) draft = NULL;
  g_autoptr(GError) error = NULL;

  row = callboard_queries_load_campaign (callboard_store_get_reader (self->store), self->stage, &error);
  if (row != NULL)
    {
      self->type = row->type;
      adw_window_title_set_subtitle (self->window_title, row->stage);
      draft = callboard_plain_draft_from_document (row->draft, &error);
    }

  if (draft == NULL)
    {
      adw_status_page_set_description (self->unreadable, error ? error->message : _("The stage no longer exists."));
      gtk_stack_set_visible_child_name (self->stack, "unreadable");
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.publish", FALSE);
      return;
    }

  self->saved = callboard_plain_draft_to_document (draft);
  self->draft = g_steal_pointer (&draft);
  show_draft (self);
}

CallboardCampaignDialog *
callboard_campaign_dialog_new (GtkWindow      *parent,
                               CallboardStore *store,
                               gint64          stage)
{
  CallboardCampaignDialog *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_CAMPAIGN_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->stage = stage;
  load_campaign (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->welcome));

  return self;
}
