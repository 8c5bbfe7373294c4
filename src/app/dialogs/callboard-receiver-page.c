/* callboard-receiver-page.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-receiver-page.h"

#include <glib/gi18n.h>

#include "callboard-http.h"
#include "callboard-office.h"
#include "callboard-queries-office.h"
#include "callboard-receiver.h"
#include "callboard-settings.h"

#define MAX_PROOF     4096
#define CHECK_SECONDS 15

struct _CallboardReceiverPage
{
  AdwPreferencesPage   parent_instance;

  AdwPreferencesGroup *addresses_group;
  GtkListBox          *addresses;
  GtkImage            *check_image;
  AdwActionRow        *check_row;
  GtkSpinner          *check_spinner;
  GtkSwitch           *listen;
  AdwActionRow        *proxy;
  AdwActionRow        *tunnel;
  AdwEntryRow         *url;

  CallboardStore      *store;
  CallboardHttp       *http;
  GCancellable        *cancellable;
  char                *proof;
  guint                filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardReceiverPage, callboard_receiver_page, ADW_TYPE_PREFERENCES_PAGE)

static char *
get_setting (CallboardReceiverPage *self,
             const char            *name)
{
  return callboard_settings_get_text (callboard_store_get_reader (self->store), name);
}

static void
set_setting (CallboardReceiverPage *self,
             const char            *name,
             const char            *value)
{
  g_autoptr(CallboardCommand) command = callboard_setting_command_new (name, value);

  callboard_store_execute_async (self->store, command, NULL, NULL, NULL);
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

static GtkWidget *
make_copy (const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "receiver.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);

  return button;
}

static void
add_address (CallboardReceiverPage     *self,
             const CallboardAccountRow *row,
             const char                *url)
{
  g_autofree char *path = callboard_receiver_get_path (row->provider, row->id);
  g_autofree char *address = path != NULL ? g_strconcat (url, path, NULL) : NULL;
  g_autofree char *escaped = address != NULL ? g_markup_escape_text (address, -1) : NULL;
  GtkWidget *view;

  if (address == NULL)
    return;

  view = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (view), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (view), row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (view), escaped);
  adw_action_row_add_suffix (ADW_ACTION_ROW (view), make_copy (address));
  gtk_list_box_append (self->addresses, view);
}

static void
show_addresses (CallboardReceiverPage *self,
                const char            *url)
{
  g_autoptr(GPtrArray) rows = callboard_queries_load_accounts (callboard_store_get_reader (self->store), NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->addresses))) != NULL)
    gtk_list_box_remove (self->addresses, child);

  for (guint i = 0; url != NULL && rows != NULL && i < rows->len; i++)
    add_address (self, g_ptr_array_index (rows, i), url);

  child = gtk_widget_get_first_child (GTK_WIDGET (self->addresses));
  gtk_widget_set_visible (GTK_WIDGET (self->addresses), child != NULL);
  adw_preferences_group_set_description (self->addresses_group, child != NULL
    ? _("Enter each at its provider, as the address for messages that come in and for reports.")
    : _("There are none until a public address is entered above, and an account whose provider reports by itself."));
}

static void
show_ways (CallboardReceiverPage *self,
           const char            *url)
{
  g_autoptr(GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "desk.example.org";
  g_autofree char *tunnel = g_strdup_printf ("cloudflared tunnel --url http://127.0.0.1:%d", CALLBOARD_RECEIVER_PORT);
  g_autofree char *proxy = g_strdup_printf ("ssh -NR %1$d:127.0.0.1:%1$d %2$s\ncaddy reverse-proxy --from %2$s --to 127.0.0.1:%1$d",
                                            CALLBOARD_RECEIVER_PORT, host);

  adw_action_row_set_subtitle (self->tunnel, tunnel);
  adw_action_row_set_subtitle (self->proxy, proxy);
}

static void
reload (CallboardReceiverPage *self)
{
  g_autofree char *port = get_setting (self, CALLBOARD_SETTING_RECEIVER_PORT);
  g_autofree char *url = get_setting (self, CALLBOARD_SETTING_RECEIVER_URL);

  self->filling = TRUE;
  gtk_switch_set_active (self->listen, port != NULL);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->url)))))
    gtk_editable_set_text (GTK_EDITABLE (self->url), url != NULL ? url : "");
  self->filling = FALSE;
  show_addresses (self, url);
  show_ways (self, url);
}

static void
on_store_changed_cb (CallboardReceiverPage *self,
                     CallboardChanges      *changes)
{
  g_assert (CALLBOARD_IS_RECEIVER_PAGE (self));

  if (self->store != NULL && callboard_changes_has (changes, CALLBOARD_CHANGED_SETTINGS | CALLBOARD_CHANGED_ACCOUNTS))
    reload (self);
}

static void
on_listen_cb (CallboardReceiverPage *self)
{
  g_autofree char *port = g_strdup_printf ("%d", CALLBOARD_RECEIVER_PORT);

  g_assert (CALLBOARD_IS_RECEIVER_PAGE (self));

  if (!self->filling && self->store != NULL)
    set_setting (self, CALLBOARD_SETTING_RECEIVER_PORT, gtk_switch_get_active (self->listen) ? port : NULL);
}

static void
show_check (CallboardReceiverPage *self,
            const char            *text,
            gboolean               good)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  gtk_spinner_set_spinning (self->check_spinner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receiver.check", TRUE);
  adw_action_row_set_subtitle (self->check_row, escaped);
  gtk_image_set_from_icon_name (self->check_image, good ? "object-select-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->check_image), (const char *[]) { good ? "success" : "error", NULL });
}

static void
on_url_applied_cb (CallboardReceiverPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->url))));
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  g_assert (CALLBOARD_IS_RECEIVER_PAGE (self));

  while (g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';

  if (*text != '\0' && (uri == NULL || g_uri_get_host (uri) == NULL || !g_str_has_prefix (text, "http")))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->url), "error");
      show_check (self, _("The public address is written like https://desk.example.org."), FALSE);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->url), "error");
  set_setting (self, CALLBOARD_SETTING_RECEIVER_URL, *text != '\0' ? text : NULL);
}

static void
ask (CallboardReceiverPage *self,
     const char            *base,
     GAsyncReadyCallback    callback)
{
  g_autofree char *url = g_strconcat (base, "/proof", NULL);
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, url);

  if (message == NULL)
    show_check (self, _("The public address is written like https://desk.example.org."), FALSE);
  else
    callboard_http_send_async (self->http, message, MAX_PROOF, self->cancellable, callback, g_object_ref (self));
}

/* (nullable): the words of whoever answered. */
static char *
read_proof (const CallboardHttpReply *reply)
{
  if (reply->status != SOUP_STATUS_OK || reply->body == NULL || g_bytes_get_size (reply->body) == 0)
    return NULL;

  return g_strndup (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body));
}

static void
on_outside_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardReceiverPage) self = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autofree char *proof = read_proof (reply);
  g_autofree char *words = NULL;

  if (self->store == NULL)
    return;

  if (proof != NULL && g_strcmp0 (proof, self->proof) == 0)
    show_check (self, _("The public address leads to this Callboard."), TRUE);
  else if (reply->error != NULL)
    show_check (self, reply->error->message, FALSE);
  else if (proof != NULL && reply->status == SOUP_STATUS_OK)
    show_check (self, _("Somebody else answers at the public address. Let the tunnel or the proxy lead to this computer."), FALSE);
  else
    {
      words = g_strdup_printf (_("The public address answers with status %u. Is the tunnel or the proxy running?"), reply->status);
      show_check (self, words, FALSE);
    }
}

static void
on_inside_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardReceiverPage) self = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autofree char *url = NULL;

  if (self->store == NULL)
    return;

  g_free (self->proof);
  self->proof = read_proof (reply);
  url = get_setting (self, CALLBOARD_SETTING_RECEIVER_URL);
  if (self->proof == NULL)
    show_check (self, _("Callboard does not listen. Switch it on; if it is on, another program may have the port."), FALSE);
  else if (url == NULL)
    show_check (self, _("Callboard listens. Enter the public address to see whether it leads here."), FALSE);
  else
    ask (self, url, on_outside_cb);
}

static void
check_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardReceiverPage *self = CALLBOARD_RECEIVER_PAGE (widget);
  g_autofree char *base = g_strdup_printf ("http://127.0.0.1:%d", CALLBOARD_RECEIVER_PORT);

  gtk_widget_action_set_enabled (widget, "receiver.check", FALSE);
  gtk_spinner_set_spinning (self->check_spinner, TRUE);
  gtk_image_clear (self->check_image);
  adw_action_row_set_subtitle (self->check_row, _("Asking…"));
  ask (self, base, on_inside_cb);
}

static void
copy_way_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CallboardReceiverPage *self = CALLBOARD_RECEIVER_PAGE (widget);
  gboolean tunnel = g_str_equal (g_variant_get_string (parameter, NULL), "tunnel");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), adw_action_row_get_subtitle (tunnel ? self->tunnel : self->proxy));
}

static void
callboard_receiver_page_dispose (GObject *object)
{
  CallboardReceiverPage *self = CALLBOARD_RECEIVER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_RECEIVER_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_receiver_page_parent_class)->dispose (object);
}

static void
callboard_receiver_page_finalize (GObject *object)
{
  CallboardReceiverPage *self = CALLBOARD_RECEIVER_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->http);
  g_clear_pointer (&self->proof, g_free);

  G_OBJECT_CLASS (callboard_receiver_page_parent_class)->finalize (object);
}

static void
callboard_receiver_page_class_init (CallboardReceiverPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_receiver_page_dispose;
  object_class->finalize = callboard_receiver_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-receiver-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, addresses);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, addresses_group);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, check_image);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, check_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, listen);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, proxy);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, tunnel);
  gtk_widget_class_bind_template_child (widget_class, CallboardReceiverPage, url);
  gtk_widget_class_bind_template_callback (widget_class, on_listen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_url_applied_cb);
  gtk_widget_class_install_action (widget_class, "receiver.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "receiver.copy", "s", copy_cb);
  gtk_widget_class_install_action (widget_class, "receiver.copy-way", "s", copy_way_cb);
}

static void
callboard_receiver_page_init (CallboardReceiverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->http = callboard_http_new (CHECK_SECONDS);
}

void
callboard_receiver_page_set_store (CallboardReceiverPage *self,
                                   CallboardStore        *store)
{
  g_return_if_fail (CALLBOARD_IS_RECEIVER_PAGE (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}
