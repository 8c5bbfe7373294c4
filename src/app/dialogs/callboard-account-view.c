/* callboard-account-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-account-view.h"

#include "callboard-failure.h"
#include "callboard-json.h"
#include "callboard-provider.h"

struct _CallboardAccountView
{
  AdwActionRow   parent_instance;

  GtkMenuButton *menu;
  GtkImage      *sending;
};

G_DEFINE_FINAL_TYPE (CallboardAccountView, callboard_account_view, ADW_TYPE_ACTION_ROW)

static void
callboard_account_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_ACCOUNT_VIEW);

  G_OBJECT_CLASS (callboard_account_view_parent_class)->dispose (object);
}

static void
callboard_account_view_class_init (CallboardAccountViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_account_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-account-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, menu);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, sending);
}

static void
callboard_account_view_init (CallboardAccountView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_sender (const CallboardAccountRow *row)
{
  g_autoptr(JsonObject) settings = callboard_json_parse_object (row->settings, -1, 64 * 1024, NULL);
  g_autofree char *sender = NULL;
  const char *channel = row->channel == CALLBOARD_RENDERING_SMS ? _("SMS") : _("WhatsApp");

  if (row->provider == CALLBOARD_PROVIDER_REHEARSAL)
    return g_strdup (_("Simulated phones; nothing leaves this computer"));

  sender = callboard_provider_describe_sender (row->provider, settings);

  return g_strjoin (" · ", channel, _(callboard_provider_get (row->provider)->name), sender, NULL);
}

char *
callboard_account_describe_pause (const char *reason)
{
  int failure;

  if (reason == NULL || *reason == '\0')
    return g_strdup (_("Paused by you"));

  if (callboard_enum_from_nick (CALLBOARD_TYPE_FAILURE, reason, &failure))
    reason = callboard_failure_get_advice (failure);

  return g_strdup_printf (_("Paused: %s"), reason);
}

static char *
describe_state (const CallboardAccountRow *row,
                CallboardAccountUse        use)
{
  if (g_str_equal (row->state, "paused"))
    return callboard_account_describe_pause (row->pause_reason);
  if (use & CALLBOARD_ACCOUNT_SENDS)
    return g_strdup (_("New campaigns leave through this account"));
  if (use & CALLBOARD_ACCOUNT_DEFAULT)
    return g_strdup_printf (_("Default for %s"), row->channel == CALLBOARD_RENDERING_SMS ? _("SMS") : _("WhatsApp"));

  return g_strdup (_("Ready, not used for new campaigns"));
}

static char *
describe_fault (const CallboardHealthRow *health)
{
  if (health == NULL || health->fault_at <= health->success_at)
    return NULL;

  return g_strdup_printf (_("Last fault: %s"), health->fault_text != NULL ? health->fault_text
                                               : callboard_failure_get_words (health->fault));
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          gint64      account)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", account);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const CallboardAccountRow *row,
           CallboardAccountUse        use)
{
  GMenu *menu = g_menu_new ();
  gboolean real = row->provider != CALLBOARD_PROVIDER_REHEARSAL;
  gboolean paused = g_str_equal (row->state, "paused");

  if (real)
    add_item (menu, _("_Health"), "account.health", row->id);
  if (real)
    add_item (menu, _("_Edit"), "account.edit", row->id);
  if (paused)
    add_item (menu, _("_Resume"), "account.resume", row->id);
  else if (real)
    add_item (menu, _("_Pause"), "account.pause", row->id);
  if (real && !(use & CALLBOARD_ACCOUNT_DEFAULT))
    add_item (menu, row->channel == CALLBOARD_RENDERING_SMS ? _("Make _Default for SMS") : _("Make _Default for WhatsApp"),
              "account.make-default", row->id);
  if (real)
    add_item (menu, _("Re_move…"), "account.remove", row->id);

  return G_MENU_MODEL (menu);
}

CallboardAccountView *
callboard_account_view_new (const CallboardAccountRow *row,
                            const CallboardHealthRow  *health,
                            CallboardAccountUse        use)
{
  CallboardAccountView *self = g_object_new (CALLBOARD_TYPE_ACCOUNT_VIEW, NULL);
  gboolean paused, real, sends;
  g_autofree char *sender = NULL;
  g_autofree char *state = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr(GMenuModel) menu = NULL;

  g_return_val_if_fail (row != NULL, self);

  paused = g_str_equal (row->state, "paused");
  real = row->provider != CALLBOARD_PROVIDER_REHEARSAL;
  sends = (use & CALLBOARD_ACCOUNT_SENDS) != 0;
  sender = describe_sender (row);
  state = describe_state (row, use);
  fault = describe_fault (health);
  subtitle = g_strjoin ("\n", sender, state, fault, NULL);
  name = g_markup_escape_text (row->name, -1);
  escaped = g_markup_escape_text (subtitle, -1);
  menu = make_menu (row, use);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_image_set_from_icon_name (self->sending, paused ? "media-playback-pause-symbolic" : "object-select-symbolic");
  /* Without a mark, too, the names stand below one another. */
  gtk_widget_set_opacity (GTK_WIDGET (self->sending), sends || paused ? 1.0 : 0.0);
  gtk_widget_add_css_class (GTK_WIDGET (self->sending), paused ? "warning" : "success");
  gtk_menu_button_set_menu_model (self->menu, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu), g_menu_model_get_n_items (menu) > 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), real);
  if (real)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "account.health");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "x", row->id);
    }

  return self;
}
