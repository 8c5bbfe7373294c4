/* callboard-tray-page.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-tray-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-tray-load.h"
#include "callboard-tray-row.h"

/* While messages leave by the thousand, the page follows a few times a second. */
#define REFRESH_PAUSE 250

#define KINDS (CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_APPLICATIONS | \
               CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_CANDIDATES)

typedef enum
{
  PART_ACCOUNTS,
  PART_CLOSED,
  PART_DROPS,
  PART_FAILED,
  PART_LATE,
  PART_UNKNOWN,
  PART_WAITING,
  N_PARTS,
} Part;

struct _CallboardTrayPage
{
  GtkWidget        parent_instance;

  GtkListBox      *accounts_list;
  GtkListBox      *closed_list;
  GtkListBox      *drops_list;
  GtkListBox      *failed_list;
  GtkWidget       *accounts;
  GtkWidget       *closed;
  GtkLabel        *closed_count;
  GtkWidget       *drops;
  GtkWidget       *failed;
  GtkWidget       *late;
  GtkListBox      *late_list;
  GtkLabel        *more;
  GtkStack        *stack;
  GtkWidget       *unknown;
  GtkListBox      *unknown_list;
  GtkWidget       *waiting;
  GtkListBox      *waiting_list;

  CallboardStore  *store;
  CallboardTicker *ticker;
  GListStore      *items[N_PARTS];
  guint            refresh_source;
};

G_DEFINE_FINAL_TYPE (CallboardTrayPage, callboard_tray_page, GTK_TYPE_WIDGET)

static CallboardDb *
get_db (CallboardTrayPage *self)
{
  return callboard_store_get_reader (self->store);
}

static void
warn_if (const GError *error)
{
  if (error != NULL)
    g_warning ("Could not read the outbox: %s", error->message);
}

static void
put (CallboardTrayPage *self,
     Part               part,
     GPtrArray         *items)
{
  callboard_tray_items_update (self->items[part], items);
  g_ptr_array_unref (items);
}

static void
update_counts (CallboardTrayPage *self)
{
  g_autoptr(GError) error = NULL;
  CallboardOutboxCounts counts = { 0 };
  g_autofree char *closed = NULL;
  g_autofree char *text = NULL;
  guint hidden;

  callboard_queries_count_outbox (get_db (self), &counts, &error);
  warn_if (error);
  hidden = counts.waiting > CALLBOARD_TRAY_MOST_ROWS ? counts.waiting - CALLBOARD_TRAY_MOST_ROWS : 0;
  text = g_strdup_printf (ngettext ("and %'u more message", "and %'u more messages", hidden), hidden);
  gtk_label_set_label (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);

  closed = g_strdup_printf (ngettext ("%'u card of somebody who opted out", "%'u cards of people who opted out",
                                      counts.closed), counts.closed);
  gtk_label_set_label (self->closed_count, closed);
}

static void
update_visibility (CallboardTrayPage *self)
{
  GtkWidget *sections[N_PARTS] = {
    [PART_ACCOUNTS] = self->accounts, [PART_CLOSED] = self->closed, [PART_DROPS] = self->drops, [PART_FAILED] = self->failed,
    [PART_LATE] = self->late, [PART_UNKNOWN] = self->unknown, [PART_WAITING] = self->waiting,
  };
  gboolean any = FALSE;

  for (guint i = 0; i < N_PARTS; i++)
    {
      gboolean has = g_list_model_get_n_items (G_LIST_MODEL (self->items[i])) > 0;

      gtk_widget_set_visible (sections[i], has);
      any = any || has;
    }

  gtk_stack_set_visible_child_name (self->stack, any ? "lists" : "empty");
}

static void
refresh (CallboardTrayPage *self)
{
  CallboardDb *db = get_db (self);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  GPtrArray *drops, *waiting;

  callboard_tray_load_waiting (db, now, &drops, &waiting);
  put (self, PART_ACCOUNTS, callboard_tray_load_accounts (db));
  put (self, PART_CLOSED, callboard_tray_load_messages (db, CALLBOARD_TRAY_CLOSED, now));
  put (self, PART_DROPS, drops);
  put (self, PART_FAILED, callboard_tray_load_messages (db, CALLBOARD_TRAY_FAILED, now));
  put (self, PART_LATE, callboard_tray_load_messages (db, CALLBOARD_TRAY_LATE, now));
  put (self, PART_UNKNOWN, callboard_tray_load_messages (db, CALLBOARD_TRAY_UNKNOWN, now));
  put (self, PART_WAITING, waiting);
  update_counts (self);
  update_visibility (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  CallboardTrayPage *self = user_data;

  g_assert (CALLBOARD_IS_TRAY_PAGE (self));

  self->refresh_source = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  CallboardTrayPage *self = user_data;

  return callboard_tray_row_new (item, self->ticker);
}

static void
on_row_activated_cb (CallboardTrayPage *self,
                     GtkListBoxRow     *row)
{
  const CallboardOutboxRow *message = callboard_tray_item_get_message (callboard_tray_row_get_item (CALLBOARD_TRAY_ROW (row)));

  g_assert (CALLBOARD_IS_TRAY_PAGE (self));

  if (message != NULL && message->application_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-details", "x", message->application_id);
}

static void
callboard_tray_page_map (GtkWidget *widget)
{
  refresh (CALLBOARD_TRAY_PAGE (widget));

  GTK_WIDGET_CLASS (callboard_tray_page_parent_class)->map (widget);
}

static void
callboard_tray_page_dispose (GObject *object)
{
  CallboardTrayPage *self = CALLBOARD_TRAY_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_TRAY_PAGE);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_object (&self->items[i]);
  g_clear_object (&self->ticker);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_tray_page_parent_class)->dispose (object);
}

static void
callboard_tray_page_class_init (CallboardTrayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_tray_page_dispose;
  widget_class->map = callboard_tray_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/tray/callboard-tray-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, accounts_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, closed);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, closed_count);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, closed_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, drops);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, drops_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, failed);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, failed_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, late);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, late_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, more);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, unknown);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, unknown_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, CallboardTrayPage, waiting_list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_tray_page_init (CallboardTrayPage *self)
{
  GtkListBox *lists[N_PARTS];

  gtk_widget_init_template (GTK_WIDGET (self));

  lists[PART_ACCOUNTS] = self->accounts_list;
  lists[PART_CLOSED] = self->closed_list;
  lists[PART_DROPS] = self->drops_list;
  lists[PART_FAILED] = self->failed_list;
  lists[PART_LATE] = self->late_list;
  lists[PART_UNKNOWN] = self->unknown_list;
  lists[PART_WAITING] = self->waiting_list;
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->items[i] = g_list_store_new (CALLBOARD_TYPE_TRAY_ITEM);
      gtk_list_box_bind_model (lists[i], G_LIST_MODEL (self->items[i]), create_row, self, NULL);
    }
}

GtkWidget *
callboard_tray_page_new (CallboardStore  *store,
                         CallboardTicker *ticker)
{
  CallboardTrayPage *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);
  g_return_val_if_fail (CALLBOARD_IS_TICKER (ticker), NULL);

  self = g_object_new (CALLBOARD_TYPE_TRAY_PAGE, NULL);
  self->store = g_object_ref (store);
  self->ticker = g_object_ref (ticker);

  return GTK_WIDGET (self);
}

void
callboard_tray_page_apply (CallboardTrayPage *self,
                           CallboardChanges  *changes)
{
  g_return_if_fail (CALLBOARD_IS_TRAY_PAGE (self));

  if (self->refresh_source == 0 && callboard_changes_has (changes, KINDS) &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_source = g_timeout_add (REFRESH_PAUSE, refresh_cb, self);
}
