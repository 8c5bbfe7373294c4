/* callboard-rehearsal-phones.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-phones.h"

#include "callboard-rehearsal-phone-row.h"

struct _CallboardRehearsalPhones
{
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkListBox *list;
  GtkWidget  *search;
  GtkStack   *stack;

  GPtrArray  *rows;
  GHashTable *seen;
  gint64      selected;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalPhones, callboard_rehearsal_phones, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CallboardRehearsalPhoneRow *
get_row (CallboardRehearsalPhones *self,
         guint                     index)
{
  return CALLBOARD_REHEARSAL_PHONE_ROW (gtk_list_box_get_row_at_index (self->list, index));
}

/* An SMS has no receipt that says it was read, so what was shown here counts, too. */
static gboolean
is_unread (CallboardRehearsalPhones *self,
           const CallboardPhoneRow  *phone)
{
  const gint64 *seen = g_hash_table_lookup (self->seen, &phone->candidate_id);

  return phone->unread && phone->candidate_id != self->selected && (seen == NULL || *seen < phone->last_id);
}

static void
note_seen (CallboardRehearsalPhones *self)
{
  const CallboardPhoneRow *phone = callboard_rehearsal_phones_find (self, self->selected);

  if (phone != NULL)
    g_hash_table_insert (self->seen, g_memdup2 (&phone->candidate_id, sizeof phone->candidate_id),
                         g_memdup2 (&phone->last_id, sizeof phone->last_id));
}

static void
show_row (CallboardRehearsalPhones *self,
          guint                     index)
{
  const CallboardPhoneRow *phone = g_ptr_array_index (self->rows, index);
  CallboardRehearsalPhoneRow *row = get_row (self, index);

  if (row == NULL)
    {
      row = CALLBOARD_REHEARSAL_PHONE_ROW (callboard_rehearsal_phone_row_new ());
      gtk_list_box_append (self->list, GTK_WIDGET (row));
    }

  callboard_rehearsal_phone_row_show (row, phone, is_unread (self, phone));
  if (phone->candidate_id == self->selected)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
show_rows (CallboardRehearsalPhones *self)
{
  GtkWidget *surplus;

  note_seen (self);
  gtk_list_box_unselect_all (self->list);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, i);
  while ((surplus = GTK_WIDGET (get_row (self, self->rows->len))) != NULL)
    gtk_list_box_remove (self->list, surplus);

  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_set_visible (self->search, self->rows->len > 1);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "list" : "none");
}

static gboolean
matches (GtkListBoxRow *row,
         gpointer       user_data)
{
  CallboardRehearsalPhones *self = CALLBOARD_REHEARSAL_PHONES (user_data);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  return *text == '\0' || callboard_rehearsal_phone_row_matches (CALLBOARD_REHEARSAL_PHONE_ROW (row), text);
}

static void
on_search_changed_cb (CallboardRehearsalPhones *self)
{
  g_assert (CALLBOARD_IS_REHEARSAL_PHONES (self));

  gtk_list_box_invalidate_filter (self->list);
}

static void
on_row_activated_cb (CallboardRehearsalPhones   *self,
                     CallboardRehearsalPhoneRow *row)
{
  g_assert (CALLBOARD_IS_REHEARSAL_PHONES (self));

  g_signal_emit (self, signals[CHOSEN], 0, callboard_rehearsal_phone_row_get_candidate (row));
}

static void
callboard_rehearsal_phones_dispose (GObject *object)
{
  CallboardRehearsalPhones *self = CALLBOARD_REHEARSAL_PHONES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_PHONES);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_rehearsal_phones_parent_class)->dispose (object);
}

static void
callboard_rehearsal_phones_class_init (CallboardRehearsalPhonesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_phones_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-phones.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhones, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhones, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhones, search);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhones, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
callboard_rehearsal_phones_init (CallboardRehearsalPhones *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_row_free);
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gtk_list_box_set_filter_func (self->list, matches, self, NULL);
}

void
callboard_rehearsal_phones_set_rows (CallboardRehearsalPhones *self,
                                     GPtrArray                *rows)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_PHONES (self));
  g_return_if_fail (rows != NULL);

  g_ptr_array_unref (self->rows);
  self->rows = rows;
  show_rows (self);
}

void
callboard_rehearsal_phones_select (CallboardRehearsalPhones *self,
                                   gint64                    candidate)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_PHONES (self));

  self->selected = candidate;
  show_rows (self);
}

const CallboardPhoneRow *
callboard_rehearsal_phones_find (CallboardRehearsalPhones *self,
                                 gint64                    candidate)
{
  g_return_val_if_fail (CALLBOARD_IS_REHEARSAL_PHONES (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CallboardPhoneRow *row = g_ptr_array_index (self->rows, i);

      if (row->candidate_id == candidate)
        return row;
    }

  return NULL;
}

const CallboardPhoneRow *
callboard_rehearsal_phones_get_first (CallboardRehearsalPhones *self)
{
  g_return_val_if_fail (CALLBOARD_IS_REHEARSAL_PHONES (self), NULL);

  return self->rows->len > 0 ? g_ptr_array_index (self->rows, 0) : NULL;
}
