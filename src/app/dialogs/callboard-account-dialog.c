/* callboard-account-dialog.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-account-dialog-private.h"

#include "callboard-phone.h"
#include "callboard-queries-office.h"
#include "callboard-settings.h"

#define MAX_SETTINGS (64 * 1024)

G_DEFINE_FINAL_TYPE (CallboardAccountDialog, callboard_account_dialog, ADW_TYPE_WINDOW)

char *
callboard_account_dialog_dup_text (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static gboolean
refuse (CallboardAccountDialog *self,
        AdwEntryRow            *row,
        const char             *why)
{
  callboard_notice_set_text (self->notice, why);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

static gboolean
take_text (CallboardAccountDialog *self,
           AdwEntryRow            *row,
           const char             *member,
           const char             *prefix,
           const char             *why)
{
  g_autofree char *text = callboard_account_dialog_dup_text (row);

  if (prefix != NULL && *text != '\0' && !g_str_has_prefix (text, prefix))
    return refuse (self, row, why);

  if (*text == '\0')
    json_object_remove_member (self->settings, member);
  else
    json_object_set_string_member (self->settings, member, text);

  return TRUE;
}

static gboolean
take_from (CallboardAccountDialog *self)
{
  g_autofree char *text = callboard_account_dialog_dup_text (self->from);
  g_autofree char *number = NULL;
  g_autoptr(GError) error = NULL;

  json_object_remove_member (self->settings, "from");
  if (*text == '\0' && callboard_json_get_string (self->settings, "messaging_service_sid") == NULL)
    return refuse (self, self->from, _("Say from which number or messaging service the messages come."));
  if (*text == '\0')
    return TRUE;

  number = callboard_phone_normalise (text, NULL, NULL, &error);
  if (number == NULL)
    return refuse (self, self->from, error->message);

  json_object_set_string_member (self->settings, "from", number);

  return TRUE;
}

static gboolean
take_base_url (CallboardAccountDialog *self)
{
  g_autofree char *text = callboard_account_dialog_dup_text (self->base_url);

  if (*text != '\0' && !g_str_equal (text, CALLBOARD_TWILIO_BASE_URL) &&
      !g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL))
    return refuse (self, self->base_url, _("This is no address of a server. It begins with https://."));

  if (*text == '\0' || g_str_equal (text, CALLBOARD_TWILIO_BASE_URL))
    json_object_remove_member (self->settings, "base_url");
  else
    json_object_set_string_member (self->settings, "base_url", text);

  return TRUE;
}

gboolean
callboard_account_dialog_take_form (CallboardAccountDialog *self)
{
  g_autofree char *sid = callboard_account_dialog_dup_text (self->account_sid);
  g_autofree char *secret = callboard_account_dialog_dup_text (self->secret);

  callboard_notice_set_text (self->notice, NULL);
  if (*sid == '\0')
    return refuse (self, self->account_sid, _("The account SID is missing. Twilio’s console shows it; it begins with AC."));
  if (*secret == '\0' && self->adding)
    return refuse (self, self->secret, _("The auth token, or the secret of the API key, is missing."));

  if (gtk_spin_button_get_value_as_int (self->rate) > 0)
    json_object_set_int_member (self->settings, "rate", gtk_spin_button_get_value_as_int (self->rate));
  else
    json_object_remove_member (self->settings, "rate");

  return take_text (self, self->account_sid, "account_sid", "AC", _("An account SID begins with AC.")) &&
         take_text (self, self->api_key, "api_key", "SK", _("The SID of an API key begins with SK.")) &&
         take_text (self, self->service, "messaging_service_sid", "MG", _("The SID of a messaging service begins with MG.")) &&
         take_from (self) &&
         take_base_url (self);
}

static void
on_changed_cb (CallboardAccountDialog *self,
               GtkWidget              *row)
{
  g_assert (CALLBOARD_IS_ACCOUNT_DIALOG (self));

  gtk_widget_remove_css_class (row, "error");
  gtk_label_set_text (self->check_label, _("Sends no message and costs nothing"));
  gtk_widget_set_css_classes (GTK_WIDGET (self->check_label), (const char *[]) { "caption", "dim-label", NULL });
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  callboard_account_dialog_save (CALLBOARD_ACCOUNT_DIALOG (widget));
}

static void
check_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  callboard_account_dialog_check (CALLBOARD_ACCOUNT_DIALOG (widget));
}

static void
callboard_account_dialog_dispose (GObject *object)
{
  CallboardAccountDialog *self = CALLBOARD_ACCOUNT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_ACCOUNT_DIALOG);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_account_dialog_parent_class)->dispose (object);
}

static void
callboard_account_dialog_finalize (GObject *object)
{
  CallboardAccountDialog *self = CALLBOARD_ACCOUNT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->settings, json_object_unref);

  G_OBJECT_CLASS (callboard_account_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-account-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, account_sid);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, api_key);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, base_url);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, check_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, from);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, rate);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, secret);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, service);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
callboard_account_dialog_class_init (CallboardAccountDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_account_dialog_dispose;
  object_class->finalize = callboard_account_dialog_finalize;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "account.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "account.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "account.save", NULL);
}

static void
callboard_account_dialog_init (CallboardAccountDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->settings = json_object_new ();
}

static void
show_text (CallboardAccountDialog *self,
           AdwEntryRow            *row,
           const char             *member)
{
  const char *text = callboard_json_get_string (self->settings, member);

  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

static void
show_account (CallboardAccountDialog *self)
{
  g_autoptr(CallboardAccountRow) row = NULL;
  JsonObject *settings;
  gint64 rate = 0;

  row = callboard_queries_load_account (callboard_store_get_reader (self->store), self->account, NULL);
  settings = row ? callboard_json_parse_object (row->settings, -1, MAX_SETTINGS, NULL) : NULL;
  if (settings == NULL)
    return;

  json_object_unref (self->settings);
  self->settings = settings;
  self->was_active = g_str_equal (row->state, "active");
  adw_window_title_set_title (self->window_title, _("Edit Account"));
  gtk_editable_set_text (GTK_EDITABLE (self->name), row->name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret), _("Auth token or API key secret; empty keeps it"));
  show_text (self, self->account_sid, "account_sid");
  show_text (self, self->api_key, "api_key");
  show_text (self, self->from, "from");
  show_text (self, self->service, "messaging_service_sid");
  show_text (self, self->base_url, "base_url");
  if (callboard_json_get_int (self->settings, "rate", &rate))
    gtk_spin_button_set_value (self->rate, rate);
}

CallboardAccountDialog *
callboard_account_dialog_new (GtkWindow      *parent,
                              CallboardStore *store,
                              gint64          account)
{
  CallboardAccountDialog *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_ACCOUNT_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->database = callboard_settings_get_text (callboard_store_get_reader (store), CALLBOARD_SETTING_DATABASE);
  self->account = account;
  self->adding = account == 0;
  if (account != 0)
    show_account (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return self;
}
