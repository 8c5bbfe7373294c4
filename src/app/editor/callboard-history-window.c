/* callboard-history-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-history-window.h"

#include <glib/gi18n.h>

#include "callboard-campaign-file-actions.h"
#include "callboard-difference-view.h"
#include "callboard-difference.h"
#include "callboard-draft-document.h"
#include "callboard-format.h"
#include "callboard-notice.h"
#include "callboard-queries-versions.h"
#include "callboard-test-results.h"
#include "callboard-util.h"

/* While somebody types, the draft is compared now and then. */
#define FOLLOW_MS 250

/* Older versions are told of without what changed in them. */
#define MAX_SUMMARIES 50

/* versions: newest first; documents: theirs, in the same order. The list has the draft above them. shown: what the rows were
 * made of. */
struct _CallboardHistoryWindow
{
  AdwWindow                parent_instance;

  GtkDropDown             *compare;
  GtkWidget               *compare_box;
  CallboardDifferenceView *difference;
  AdwLeaflet              *leaflet;
  CallboardNotice         *notice;
  CallboardTestResults    *results;
  GtkListBox              *version_list;
  AdwWindowTitle          *version_title;

  CallboardOpenDraft      *open;
  GPtrArray               *versions;
  GPtrArray               *documents;
  char                    *shown;
  guint                    follow_source;
};

G_DEFINE_FINAL_TYPE (CallboardHistoryWindow, callboard_history_window, ADW_TYPE_WINDOW)

static const char *
peek_document (CallboardHistoryWindow *self,
               guint                   index)
{
  return index < self->documents->len ? g_ptr_array_index (self->documents, index) : NULL;
}

static char *
write_draft (CallboardHistoryWindow *self)
{
  return callboard_draft_to_document (callboard_open_draft_get_draft (self->open));
}

/* The version that is chosen, or -1 for the draft. */
static int
get_chosen (CallboardHistoryWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->version_list);

  return row != NULL ? gtk_list_box_row_get_index (row) - 1 : -1;
}

static void
play_tests (CallboardHistoryWindow *self)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (self->open));
  g_autofree char *draft = write_draft (self);
  g_autoptr(GError) error = NULL;

  if (!callboard_test_results_play (self->results, db, callboard_open_draft_get_campaign (self->open), draft, &error))
    callboard_notice_set_text (self->notice, error->message);
}

static void
show_draft (CallboardHistoryWindow *self)
{
  g_autofree char *draft = write_draft (self);
  guint version = callboard_open_draft_get_version (self->open);
  g_autofree char *subtitle = version > 0 ? g_strdup_printf (_("Compared with version %u"), version)
                                          : g_strdup (_("Nothing is published yet"));

  adw_window_title_set_title (self->version_title, _("Draft"));
  adw_window_title_set_subtitle (self->version_title, subtitle);
  gtk_widget_set_visible (self->compare_box, FALSE);
  callboard_difference_view_show (self->difference, peek_document (self, 0), draft);
  play_tests (self);
}

static void
show_version (CallboardHistoryWindow *self,
              guint                   index)
{
  const CallboardVersionRow *row = g_ptr_array_index (self->versions, index);
  g_autofree char *title = g_strdup_printf (_("Version %u"), row->version);
  g_autofree char *when = callboard_format_exactly (row->published_at);
  gboolean with_draft = gtk_drop_down_get_selected (self->compare) == 1;

  adw_window_title_set_title (self->version_title, title);
  adw_window_title_set_subtitle (self->version_title, when);
  gtk_widget_set_visible (self->compare_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->results), FALSE);
  if (with_draft)
    {
      g_autofree char *draft = write_draft (self);

      callboard_difference_view_show (self->difference, peek_document (self, index), draft);
    }
  else
    callboard_difference_view_show (self->difference, peek_document (self, index + 1), peek_document (self, index));
}

static void
show_chosen (CallboardHistoryWindow *self)
{
  int index = get_chosen (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.restore", index >= 0);
  if (index < 0)
    show_draft (self);
  else if (index < (int) self->versions->len)
    show_version (self, index);
}

static char *
summarize (const char *before,
           const char *after)
{
  g_autoptr(GPtrArray) lines = callboard_difference_new (before, after);

  return callboard_difference_summarize (lines);
}

static AdwActionRow *
append_row (CallboardHistoryWindow *self,
            const char             *title,
            const char             *subtitle,
            const char             *document)
{
  CallboardStore *store = callboard_open_draft_get_store (self->open);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s", callboard_open_draft_get_stage_name (self->open), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_controller (row, callboard_campaign_file_drag_new (store, document, name));
  gtk_list_box_append (self->version_list, row);

  return ADW_ACTION_ROW (row);
}

static void
append_draft (CallboardHistoryWindow *self)
{
  g_autofree char *draft = write_draft (self);
  g_autofree char *summary = summarize (peek_document (self, 0), draft);

  append_row (self, _("Draft"), summary, draft);
}

/* Who and when, then what. */
static char *
describe_version (CallboardHistoryWindow *self,
                  guint                   index)
{
  const CallboardVersionRow *row = g_ptr_array_index (self->versions, index);
  g_autofree char *when = callboard_format_since (row->published_at, g_get_real_time ());
  g_autofree char *who = *row->author != '\0' ? g_strdup_printf ("%s · %s", when, row->author) : g_strdup (when);
  g_autofree char *what = NULL;

  if (index >= MAX_SUMMARIES)
    return g_steal_pointer (&who);

  what = index + 1 < self->documents->len ? summarize (peek_document (self, index + 1), peek_document (self, index))
                                          : g_strdup (_("The first version"));

  return g_strdup_printf ("%s\n%s", who, what);
}

static void
append_version (CallboardHistoryWindow *self,
                guint                   index)
{
  const CallboardVersionRow *row = g_ptr_array_index (self->versions, index);
  g_autofree char *title = g_strdup_printf (_("Version %u"), row->version);
  g_autofree char *subtitle = describe_version (self, index);
  AdwActionRow *widget = append_row (self, title, subtitle, peek_document (self, index));
  g_autofree char *running = NULL;
  GtkWidget *label;

  if (row->running == 0)
    return;

  /* Translators: candidates to whom this version of a campaign is being sent */
  running = g_strdup_printf (ngettext ("%u running", "%u running", row->running), row->running);
  label = gtk_label_new (running);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, _("Candidates who are in the middle of this version, and finish it"));
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (widget, label);
}

static gboolean
load (CallboardHistoryWindow  *self,
      GError                 **error)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (self->open));
  gint64 campaign = callboard_open_draft_get_campaign (self->open);
  g_autoptr(GPtrArray) versions = callboard_queries_load_versions (db, campaign, error);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const CallboardVersionRow *row = g_ptr_array_index (versions, i);
      char *document = callboard_queries_load_version (db, campaign, row->version, error);

      if (document == NULL)
        return FALSE;

      g_ptr_array_add (documents, document);
    }

  if (versions == NULL)
    return FALSE;

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->versions = g_steal_pointer (&versions);
  self->documents = g_steal_pointer (&documents);

  return TRUE;
}

static void
fill (CallboardHistoryWindow *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->version_list, 0))) != NULL)
    gtk_list_box_remove (self->version_list, row);

  append_draft (self);
  for (guint i = 0; i < self->versions->len; i++)
    append_version (self, i);
}

/* Whether the rows would say something else. Making them anew takes the focus from them. */
static gboolean
note_state (CallboardHistoryWindow *self)
{
  g_autofree char *draft = write_draft (self);
  g_autoptr(GString) state = g_string_new (draft);

  for (guint i = 0; i < self->versions->len; i++)
    {
      const CallboardVersionRow *row = g_ptr_array_index (self->versions, i);

      g_string_append_printf (state, "\n%u %u", row->version, row->running);
    }

  return callboard_set_str (&self->shown, state->str);
}

/* New versions come on top: the chosen one stays chosen. */
static void
refresh (CallboardHistoryWindow *self)
{
  int chosen = get_chosen (self);
  guint n_before = self->versions->len;
  g_autoptr(GError) error = NULL;

  if (!load (self, &error))
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  if (!note_state (self))
    {
      if (chosen < 0)
        play_tests (self);
      return;
    }

  if (chosen >= 0)
    chosen += (int) self->versions->len - (int) n_before;

  fill (self);
  gtk_list_box_select_row (self->version_list, gtk_list_box_get_row_at_index (self->version_list, chosen + 1));
  show_chosen (self);
}

static gboolean
follow_cb (gpointer user_data)
{
  CallboardHistoryWindow *self = CALLBOARD_HISTORY_WINDOW (user_data);

  self->follow_source = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (CallboardHistoryWindow *self)
{
  g_assert (CALLBOARD_IS_HISTORY_WINDOW (self));

  if (self->follow_source == 0)
    self->follow_source = g_timeout_add (FOLLOW_MS, follow_cb, self);
}

static void
on_store_changed_cb (CallboardHistoryWindow *self,
                     CallboardChanges       *changes)
{
  if (callboard_changes_has (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES))
    on_changed_cb (self);
}

static void
on_row_selected_cb (CallboardHistoryWindow *self,
                    GtkListBoxRow          *row)
{
  if (row != NULL)
    show_chosen (self);
}

static void
on_row_activated_cb (CallboardHistoryWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_compare_changed_cb (CallboardHistoryWindow *self)
{
  if (self->versions != NULL)
    show_chosen (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  adw_leaflet_navigate (CALLBOARD_HISTORY_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
restore_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardHistoryWindow *self = CALLBOARD_HISTORY_WINDOW (widget);
  int index = get_chosen (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraft) other = NULL;

  if (index < 0)
    return;

  other = callboard_draft_from_document (peek_document (self, index), &error);
  callboard_notice_set_text (self->notice, error != NULL ? error->message : NULL);
  if (other == NULL)
    return;

  callboard_draft_adopt (callboard_open_draft_get_draft (self->open), other, _("Restore Version"));
  gtk_list_box_select_row (self->version_list, gtk_list_box_get_row_at_index (self->version_list, 0));
}

static void
callboard_history_window_dispose (GObject *object)
{
  CallboardHistoryWindow *self = CALLBOARD_HISTORY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_HISTORY_WINDOW);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_object (&self->open);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (callboard_history_window_parent_class)->dispose (object);
}

static void
callboard_history_window_class_init (CallboardHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_history_window_dispose;

  g_type_ensure (CALLBOARD_TYPE_DIFFERENCE_VIEW);
  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  g_type_ensure (CALLBOARD_TYPE_TEST_RESULTS);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, compare_box);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, difference);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, results);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, version_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardHistoryWindow, version_title);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_install_action (widget_class, "history.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "history.back", NULL);
}

static void
callboard_history_window_init (CallboardHistoryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardHistoryWindow *
callboard_history_window_new (GtkWindow          *parent,
                              CallboardOpenDraft *open)
{
  CallboardHistoryWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (open), NULL);

  self = g_object_new (CALLBOARD_TYPE_HISTORY_WINDOW, "transient-for", parent, NULL);
  self->open = g_object_ref (open);
  self->versions = g_ptr_array_new ();
  self->documents = g_ptr_array_new ();
  g_signal_connect_object (callboard_open_draft_get_draft (open), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_open_draft_get_store (open), "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}
