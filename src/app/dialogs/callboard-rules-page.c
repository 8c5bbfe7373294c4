/* callboard-rules-page.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-rules-page.h"

#include "callboard-notice.h"
#include "callboard-office.h"
#include "callboard-settings.h"
#include "callboard-wheel.h"

#define N_DAYS 7

/* Times are chosen by half-hours. */
#define STEP 30

/* How long after the last key a text is kept, in milliseconds. */
#define KEEP_DELAY 400

struct _CallboardRulesPage
{
  AdwPreferencesPage  parent_instance;

  AdwEntryRow        *company;
  GtkBox             *days;
  AdwComboRow        *end;
  CallboardNotice    *notice;
  AdwEntryRow        *recruiter;
  AdwComboRow        *start;
  GtkSpinButton      *undo_many;
  GtkSpinButton      *undo_one;
  GtkSpinButton      *undo_reject;

  GtkToggleButton    *toggles[N_DAYS];
  CallboardStore     *store;
  guint               keep_source;
  guint               filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardRulesPage, callboard_rules_page, ADW_TYPE_PREFERENCES_PAGE)

static void
on_kept_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardRulesPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL && self->store != NULL)
    callboard_notice_set_text (self->notice, error->message);
}

static void
keep (CallboardRulesPage *self,
      const char         *name,
      const char         *value)
{
  g_autoptr(CallboardCommand) command = callboard_setting_command_new (name, value);

  callboard_notice_set_text (self->notice, NULL);
  callboard_store_execute_async (self->store, command, NULL, on_kept_cb, g_object_ref (self));
}

static void
keep_text (CallboardRulesPage *self,
           const char         *name,
           AdwEntryRow        *row)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *before = callboard_settings_get_text (db, name);

  if (g_strcmp0 (before ? before : "", text) != 0)
    keep (self, name, *text != '\0' ? text : NULL);
}

static void
keep_texts (CallboardRulesPage *self)
{
  g_clear_handle_id (&self->keep_source, g_source_remove);
  keep_text (self, CALLBOARD_SETTING_COMPANY, self->company);
  keep_text (self, CALLBOARD_SETTING_RECRUITER, self->recruiter);
}

static gboolean
keep_cb (gpointer user_data)
{
  CallboardRulesPage *self = user_data;

  self->keep_source = 0;
  keep_texts (self);

  return G_SOURCE_REMOVE;
}

static void
on_text_changed_cb (CallboardRulesPage *self)
{
  g_assert (CALLBOARD_IS_RULES_PAGE (self));

  if (self->filling || self->store == NULL)
    return;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_DELAY, keep_cb, self);
}

static void
on_undo_changed_cb (CallboardRulesPage *self,
                    GtkSpinButton      *spin)
{
  gint64 seconds = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *value = NULL;

  g_assert (CALLBOARD_IS_RULES_PAGE (self));

  if (self->filling || self->store == NULL)
    return;

  if (spin == self->undo_reject)
    seconds *= 60 * 60;
  value = g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  keep (self,
        spin == self->undo_one ? CALLBOARD_SETTING_UNDO_ONE :
        spin == self->undo_many ? CALLBOARD_SETTING_UNDO_MANY : CALLBOARD_SETTING_UNDO_REJECT,
        value);
}

static void
on_hours_changed_cb (CallboardRulesPage *self)
{
  guint start = adw_combo_row_get_selected (self->start) * STEP;
  guint end = (adw_combo_row_get_selected (self->end) + 1) * STEP;
  guint weekdays = 0;
  g_autofree char *value = NULL;

  g_assert (CALLBOARD_IS_RULES_PAGE (self));

  if (self->filling || self->store == NULL)
    return;

  for (guint i = 0; i < N_DAYS; i++)
    weekdays |= gtk_toggle_button_get_active (self->toggles[i]) ? 1u << i : 0;

  if (start >= end)
    callboard_notice_set_text (self->notice, _("The send hours must end after they begin. They are unchanged."));
  else if (weekdays == 0)
    callboard_notice_set_text (self->notice, _("Messages need at least one day to leave. The days are unchanged."));
  else
    {
      value = g_strdup_printf ("%u-%u-%u", start, end, weekdays);
      keep (self, CALLBOARD_SETTING_HOURS, value);
    }
}

/* In the user's language, Monday first as the setting has it. */
static void
add_days (CallboardRulesPage *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autoptr(GDateTime) day = g_date_time_new_utc (2024, 1, 1 + i, 0, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%a");
      g_autofree char *whole = g_date_time_format (day, "%A");

      self->toggles[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (name));
      gtk_widget_set_hexpand (GTK_WIDGET (self->toggles[i]), TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (on_hours_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->days, GTK_WIDGET (self->toggles[i]));
    }
}

static GListModel *
make_times (guint first)
{
  GtkStringList *times = gtk_string_list_new (NULL);

  for (guint i = first; i < first + 24 * 60 / STEP; i++)
    gtk_string_list_take (times, g_strdup_printf ("%02u:%02u", i * STEP / 60, i * STEP % 60));

  return G_LIST_MODEL (times);
}

static void
fill_times (AdwComboRow *row,
            guint        first)
{
  g_autoptr(GListModel) times = make_times (first);

  adw_combo_row_set_model (row, times);
}

static void
callboard_rules_page_dispose (GObject *object)
{
  CallboardRulesPage *self = CALLBOARD_RULES_PAGE (object);

  if (self->keep_source != 0)
    keep_texts (self);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_RULES_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_rules_page_parent_class)->dispose (object);
}

static void
callboard_rules_page_class_init (CallboardRulesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rules_page_dispose;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, company);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, days);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, end);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, recruiter);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, start);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, undo_many);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, undo_one);
  gtk_widget_class_bind_template_child (widget_class, CallboardRulesPage, undo_reject);
  gtk_widget_class_bind_template_callback (widget_class, on_hours_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_changed_cb);
}

static void
callboard_rules_page_init (CallboardRulesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_wheel_leave_numbers (GTK_WIDGET (self));
  add_days (self);
  fill_times (self->start, 0);
  fill_times (self->end, 1);
}

static void
show_text (CallboardRulesPage *self,
           const char         *name,
           AdwEntryRow        *row)
{
  g_autofree char *text = callboard_settings_get_text (callboard_store_get_reader (self->store), name);

  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

static void
show_time (CallboardRulesPage *self,
           const char         *name,
           GtkSpinButton      *spin,
           gint64              unit)
{
  gint64 time = callboard_settings_get_time (callboard_store_get_reader (self->store), name);

  gtk_spin_button_set_value (spin, time / unit);
}

void
callboard_rules_page_set_store (CallboardRulesPage *self,
                                CallboardStore     *store)
{
  CallboardSendHours hours;

  g_return_if_fail (CALLBOARD_IS_RULES_PAGE (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  hours = callboard_settings_get_hours (callboard_store_get_reader (store));

  self->filling = TRUE;
  show_text (self, CALLBOARD_SETTING_COMPANY, self->company);
  show_text (self, CALLBOARD_SETTING_RECRUITER, self->recruiter);
  show_time (self, CALLBOARD_SETTING_UNDO_ONE, self->undo_one, CALLBOARD_SECOND);
  show_time (self, CALLBOARD_SETTING_UNDO_MANY, self->undo_many, CALLBOARD_SECOND);
  show_time (self, CALLBOARD_SETTING_UNDO_REJECT, self->undo_reject, CALLBOARD_HOUR);
  adw_combo_row_set_selected (self->start, hours.start_minute / STEP);
  adw_combo_row_set_selected (self->end, hours.end_minute / STEP - 1);
  for (guint i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->toggles[i], (hours.weekdays & 1u << i) != 0);
  self->filling = FALSE;
}
