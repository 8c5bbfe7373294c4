/* callboard-account-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-account-view.h"

#include "callboard-json.h"
#include "callboard-phone.h"

struct _CallboardAccountView
{
  AdwActionRow  parent_instance;

  GtkWidget    *edit;
  GtkWidget    *pause;
  GtkWidget    *remove;
  GtkWidget    *resume;
  GtkImage     *sending;
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
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, edit);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, pause);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, remove);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountView, resume);
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
  const char *from = settings ? callboard_json_get_string (settings, "from") : NULL;

  if (row->provider == CALLBOARD_PROVIDER_REHEARSAL)
    return g_strdup (_("Simulated phones; nothing leaves this computer"));
  if (from != NULL && *from != '\0')
    return callboard_phone_format_international (from);

  return g_strdup (_("Twilio messaging service"));
}

static char *
describe_state (const CallboardAccountRow *row,
                gboolean                   sends)
{
  if (g_str_equal (row->state, "paused") && row->pause_reason != NULL && *row->pause_reason != '\0')
    return g_strdup_printf (_("Paused: %s"), row->pause_reason);
  if (g_str_equal (row->state, "paused"))
    return g_strdup (_("Paused by you"));
  if (sends)
    return g_strdup (_("New campaigns leave through this account"));

  return g_strdup (_("Ready, not used for new campaigns"));
}

static void
set_target (CallboardAccountView      *self,
            GtkWidget                 *button,
            const CallboardAccountRow *row,
            gboolean                   visible)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->id);
  gtk_widget_set_visible (button, visible);
}

CallboardAccountView *
callboard_account_view_new (const CallboardAccountRow *row,
                            gboolean                   sends)
{
  CallboardAccountView *self = g_object_new (CALLBOARD_TYPE_ACCOUNT_VIEW, NULL);
  gboolean paused, real;
  g_autofree char *sender = NULL;
  g_autofree char *state = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (row != NULL, self);

  paused = g_str_equal (row->state, "paused");
  real = row->provider != CALLBOARD_PROVIDER_REHEARSAL;
  sender = describe_sender (row);
  state = describe_state (row, sends);
  subtitle = g_strdup_printf ("%s\n%s", sender, state);
  name = g_markup_escape_text (row->name, -1);
  escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  gtk_image_set_from_icon_name (self->sending, paused ? "media-playback-pause-symbolic" : "object-select-symbolic");
  /* Without a mark, too, the names stand below one another. */
  gtk_widget_set_opacity (GTK_WIDGET (self->sending), sends || paused ? 1.0 : 0.0);
  gtk_widget_add_css_class (GTK_WIDGET (self->sending), paused ? "warning" : "success");
  set_target (self, self->pause, row, real && !paused);
  set_target (self, self->resume, row, paused);
  set_target (self, self->edit, row, real);
  set_target (self, self->remove, row, real);

  return self;
}
