/* callboard-conversation.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-conversation.h"

#include <glib/gi18n.h>

#include "callboard-bubble.h"
#include "callboard-composer.h"
#include "callboard-entry.h"
#include "callboard-execute.h"
#include "callboard-format.h"
#include "callboard-move.h"

/* Lines shown at first, and each time earlier ones are asked for. */
#define PAGE 100

struct _CallboardConversation
{
  GtkWidget          parent_instance;

  CallboardComposer *composer;
  GtkListBox        *list;
  GtkScrolledWindow *scroller;

  CallboardStore    *store;
  CallboardTicker   *ticker;
  GListStore        *entries;
  GHashTable        *drafts;
  gint64             application;
  gint64             sending;
  double             upper;
  double             page;
  guint              limit;
  guint              scroll_source;

  guint              at_end : 1;
};

G_DEFINE_FINAL_TYPE (CallboardConversation, callboard_conversation, GTK_TYPE_WIDGET)

static GtkWidget *
create_line (const char *text,
             const char *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
create_day (CallboardConversation *self,
            CallboardEntry        *entry)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  g_autofree char *text = callboard_format_day (callboard_entry_get_at (entry), now);
  GtkWidget *label = create_line (text, NULL);

  gtk_widget_add_css_class (label, "day");

  return label;
}

static GtkWidget *
create_move (CallboardEntry *entry)
{
  g_autofree char *hour = callboard_format_hour (callboard_entry_get_at (entry));
  g_autofree char *exactly = callboard_format_exactly (callboard_entry_get_at (entry));
  const CallboardLine *line = callboard_entry_get_line (entry);
  g_autofree char *text = NULL;

  /* Translators: lines in a conversation: a stage, and the hour */
  if (line->added)
    text = g_strdup_printf (_("Added to %s · %s"), line->stage, hour);
  else if (line->automatic)
    text = g_strdup_printf (_("Moved to %s by Callboard · %s"), line->stage, hour);
  else
    text = g_strdup_printf (_("Moved to %s by you · %s"), line->stage, hour);

  return create_line (text, exactly);
}

static GtkWidget *
create_earlier (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _Earlier Messages"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "conversation.earlier");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static GtkWidget *
create_content (CallboardConversation *self,
                CallboardEntry        *entry)
{
  switch (callboard_entry_get_kind (entry))
    {
    case CALLBOARD_ENTRY_EARLIER:
      return create_earlier ();
    case CALLBOARD_ENTRY_DAY:
      return create_day (self, entry);
    case CALLBOARD_ENTRY_MOVED:
      return create_move (entry);
    case CALLBOARD_ENTRY_MESSAGE:
    default:
      return callboard_bubble_new (entry, self->ticker, callboard_store_get_directory (self->store));
    }
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = create_content (user_data, item);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, content, NULL, -1);

  return row;
}

static gboolean
scroll_to_end_cb (gpointer user_data)
{
  CallboardConversation *self = user_data;

  g_assert (CALLBOARD_IS_CONVERSATION (self));

  self->scroll_source = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), self->upper - self->page);

  return G_SOURCE_REMOVE;
}

/* New lines come into sight unless the recruiter is reading further up. A value that is set while the size is being
 * given would not be drawn. */
static void
on_size_changed_cb (CallboardConversation *self,
                    GParamSpec            *pspec,
                    GtkAdjustment         *adjustment)
{
  g_assert (CALLBOARD_IS_CONVERSATION (self));

  self->upper = gtk_adjustment_get_upper (adjustment);
  self->page = gtk_adjustment_get_page_size (adjustment);
  if (self->at_end && self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_to_end_cb, self);
}

/* The value also changes along with the size, before on_size_changed_cb(): that is nobody's scrolling. */
static void
on_scrolled_cb (CallboardConversation *self,
                GtkAdjustment         *adjustment)
{
  g_assert (CALLBOARD_IS_CONVERSATION (self));

  if (gtk_adjustment_get_upper (adjustment) == self->upper && gtk_adjustment_get_page_size (adjustment) == self->page)
    self->at_end = gtk_adjustment_get_value (adjustment) >= self->upper - self->page - 24;
}

static void
earlier_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CallboardConversation *self = CALLBOARD_CONVERSATION (widget);

  self->limit += PAGE;
  self->at_end = FALSE;
  callboard_conversation_refresh (self);
}

static void
on_typed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardConversation) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  if (self->composer == NULL)
    return;

  callboard_composer_set_busy (self->composer, FALSE);
  if (command == NULL)
    callboard_report (GTK_WIDGET (self), error);
  else if (self->sending == self->application)
    callboard_composer_set_text (self->composer, "");
  else
    g_hash_table_remove (self->drafts, &self->sending);
}

static void
on_send_cb (CallboardConversation *self,
            const char            *text)
{
  g_autoptr(CallboardCommand) command = NULL;

  g_assert (CALLBOARD_IS_CONVERSATION (self));

  self->at_end = TRUE;
  self->sending = self->application;
  command = callboard_typed_command_new (self->application, text);
  callboard_composer_set_busy (self->composer, TRUE);
  callboard_store_execute_async (self->store, command, NULL, on_typed_cb, g_object_ref (self));
}

/* What was typed and not sent is there again when the card is. */
static void
keep_draft (CallboardConversation *self)
{
  char *text = callboard_composer_dup_text (self->composer);

  g_hash_table_insert (self->drafts, g_memdup2 (&self->application, sizeof self->application), text);
}

static void
callboard_conversation_dispose (GObject *object)
{
  CallboardConversation *self = CALLBOARD_CONVERSATION (object);
  GtkWidget *child;

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_CONVERSATION);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->ticker);

  G_OBJECT_CLASS (callboard_conversation_parent_class)->dispose (object);
}

static void
callboard_conversation_class_init (CallboardConversationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_conversation_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-conversation.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardConversation, composer);
  gtk_widget_class_bind_template_child (widget_class, CallboardConversation, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardConversation, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_send_cb);

  gtk_widget_class_install_action (widget_class, "conversation.earlier", NULL, earlier_cb);
  g_type_ensure (CALLBOARD_TYPE_COMPOSER);
}

static void
callboard_conversation_init (CallboardConversation *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->at_end = TRUE;
  self->limit = PAGE;
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->entries = g_list_store_new (CALLBOARD_TYPE_ENTRY);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->entries), create_row, self, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (on_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_size_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
callboard_conversation_set_services (CallboardConversation *self,
                                     CallboardStore        *store,
                                     CallboardTicker       *ticker)
{
  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  g_set_object (&self->store, store);
  g_set_object (&self->ticker, ticker);
}

void
callboard_conversation_set_application (CallboardConversation *self,
                                        gint64                 application)
{
  const char *draft;

  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  if (self->application == application)
    return;

  keep_draft (self);
  self->application = application;
  self->limit = PAGE;
  self->at_end = TRUE;
  draft = g_hash_table_lookup (self->drafts, &application);
  callboard_composer_set_text (self->composer, draft != NULL ? draft : "");
  callboard_conversation_refresh (self);
}

void
callboard_conversation_refresh (CallboardConversation *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lines;

  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  lines = callboard_queries_load_conversation (callboard_store_get_reader (self->store), self->application, &error);
  if (lines == NULL)
    g_warning ("Could not read a conversation: %s", error->message);
  else
    callboard_entries_update (self->entries, lines, self->limit);
}

void
callboard_conversation_set_refusal (CallboardConversation *self,
                                    const char            *refusal)
{
  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  callboard_composer_set_refusal (self->composer, refusal);
}

void
callboard_conversation_set_note (CallboardConversation *self,
                                 const char            *note)
{
  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  callboard_composer_set_note (self->composer, note);
}

void
callboard_conversation_write (CallboardConversation *self)
{
  g_return_if_fail (CALLBOARD_IS_CONVERSATION (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->composer));
}
