/* callboard-account-assistant.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-assistant-private.h"

#include <glib/gi18n.h>

#include "callboard-json.h"
#include "callboard-queries-office.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

#define MAX_SETTINGS (64 * 1024)

G_DEFINE_FINAL_TYPE (CallboardAccountAssistant, callboard_account_assistant, ADW_TYPE_WINDOW)

static void
show_step (CallboardAccountAssistant *self,
           const char                *step)
{
  gboolean first = g_str_equal (step, "provider");
  gboolean last = g_str_equal (step, "try");

  callboard_notice_set_text (self->notice, NULL);
  gtk_stack_set_visible_child_name (self->stack, step);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.next", g_str_equal (step, "fields"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.back", last || (!first && self->adding));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", last);
  adw_window_title_set_subtitle (self->window_title, first || self->info == NULL ? NULL : _(self->info->name));
}

static void
show_fields (CallboardAccountAssistant *self)
{
  callboard_account_fields_show (self->fields, self->info, self->old_name, self->settings);
  show_step (self, "fields");
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardAccountAssistant *self = CALLBOARD_ACCOUNT_ASSISTANT (widget);
  const CallboardProviderInfo *info = callboard_provider_get (g_variant_get_int32 (parameter));

  if (info == NULL)
    return;

  /* Whoever comes back to the same provider finds what was entered. */
  if (info != self->info)
    {
      self->info = info;
      g_clear_pointer (&self->secret, g_free);
      json_object_unref (self->settings);
      self->settings = json_object_new ();
      show_fields (self);
    }

  show_step (self, "fields");
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardAccountAssistant *self = CALLBOARD_ACCOUNT_ASSISTANT (widget);
  g_autoptr(GError) error = NULL;
  gboolean changed;

  callboard_notice_set_text (self->notice, NULL);
  if (!callboard_account_fields_take (self->fields, self->settings, &self->secret, &changed, &error))
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  self->secret_changed |= changed;
  show_step (self, "try");
  callboard_account_assistant_begin_try (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardAccountAssistant *self = CALLBOARD_ACCOUNT_ASSISTANT (widget);

  show_step (self, g_str_equal (gtk_stack_get_visible_child_name (self->stack), "try") ? "fields" : "provider");
}

static void
check_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  callboard_account_assistant_check (CALLBOARD_ACCOUNT_ASSISTANT (widget));
}

static void
test_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  callboard_account_assistant_test (CALLBOARD_ACCOUNT_ASSISTANT (widget));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  callboard_account_assistant_save (CALLBOARD_ACCOUNT_ASSISTANT (widget), FALSE);
}

static void
save_for_session_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  callboard_account_assistant_save (CALLBOARD_ACCOUNT_ASSISTANT (widget), TRUE);
}

/* Only who can be talked to is offered. */
static gboolean
can_carry (CallboardProvider provider)
{
  g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (provider, "{}", "");

  return carrier->channel != NULL;
}

static void
add_provider (CallboardAccountAssistant   *self,
              const CallboardProviderInfo *info)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(info->name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(info->summary));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "account.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (gint32) info->provider);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->providers, row);
}

static void
add_providers (CallboardAccountAssistant *self)
{
  guint n_providers;
  const CallboardProviderInfo *list = callboard_provider_list (&n_providers);

  for (guint i = 0; i < n_providers; i++)
    {
      if (can_carry (list[i].provider))
        add_provider (self, &list[i]);
    }
}

static void
callboard_account_assistant_dispose (GObject *object)
{
  CallboardAccountAssistant *self = CALLBOARD_ACCOUNT_ASSISTANT (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_ACCOUNT_ASSISTANT);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_account_assistant_parent_class)->dispose (object);
}

static void
callboard_account_assistant_finalize (GObject *object)
{
  CallboardAccountAssistant *self = CALLBOARD_ACCOUNT_ASSISTANT (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->carrier, callboard_carrier_free);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->old_name, g_free);
  g_clear_pointer (&self->secret, g_free);
  g_clear_pointer (&self->settings, json_object_unref);

  G_OBJECT_CLASS (callboard_account_assistant_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-account-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, check_image);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, check_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, fields);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, providers);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, receiver_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, session_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, test_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, test_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, test_phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountAssistant, window_title);
}

static void
callboard_account_assistant_class_init (CallboardAccountAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_account_assistant_dispose;
  object_class->finalize = callboard_account_assistant_finalize;

  g_type_ensure (CALLBOARD_TYPE_ACCOUNT_FIELDS);
  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "account.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "account.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "account.choose", "i", choose_cb);
  gtk_widget_class_install_action (widget_class, "account.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "account.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "account.save-for-session", NULL, save_for_session_cb);
  gtk_widget_class_install_action (widget_class, "account.test", NULL, test_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
callboard_account_assistant_init (CallboardAccountAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->settings = json_object_new ();
  add_providers (self);
}

static void
on_secret_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = callboard_secrets_lookup_finish (result, &error);

  if (self->store == NULL || self->secret != NULL)
    return;

  /* It can be entered anew. */
  if (secret == NULL)
    callboard_notice_set_text (self->notice, error->message);
  self->secret = g_steal_pointer (&secret);
}

static void
show_account (CallboardAccountAssistant *self)
{
  g_autoptr(CallboardAccountRow) row = NULL;
  JsonObject *settings;

  row = callboard_queries_load_account (callboard_store_get_reader (self->store), self->account, NULL);
  settings = row != NULL ? callboard_json_parse_object (row->settings, -1, MAX_SETTINGS, NULL) : NULL;
  self->info = row != NULL ? callboard_provider_get (row->provider) : NULL;
  if (settings == NULL || self->info == NULL)
    {
      g_clear_pointer (&settings, json_object_unref);
      show_step (self, "provider");
      return;
    }

  json_object_unref (self->settings);
  self->settings = settings;
  self->was_active = g_str_equal (row->state, "active");
  self->old_name = g_strdup (row->name);
  adw_window_title_set_title (self->window_title, _("Edit Account"));
  callboard_secrets_lookup_async (self->database, self->account, self->cancellable, on_secret_found_cb,
                                  g_object_ref (self));
  show_fields (self);
}

CallboardAccountAssistant *
callboard_account_assistant_new (GtkWindow      *parent,
                                 CallboardStore *store,
                                 gint64          account)
{
  CallboardAccountAssistant *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_ACCOUNT_ASSISTANT, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->database = callboard_settings_get_text (callboard_store_get_reader (store), CALLBOARD_SETTING_DATABASE);
  self->account = account;
  self->adding = account == 0;
  if (account != 0)
    show_account (self);
  else
    show_step (self, "provider");

  return self;
}
