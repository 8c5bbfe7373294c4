/* callboard-rehearsal-desk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-rehearsal-desk.h"

#include "callboard-format.h"
#include "callboard-office.h"
#include "callboard-queries-office.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal.h"

/* How often the clock is shown anew, in seconds. */
#define CLOCK_TICK 10

struct _CallboardRehearsalDesk
{
  GtkWidget         parent_instance;

  GtkWidget        *box;
  GtkLabel         *clock;
  GtkDropDown      *fault;

  CallboardContext *context;
  guint             clock_source;
  guint             filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalDesk, callboard_rehearsal_desk, GTK_TYPE_WIDGET)

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CallboardDb *
get_reader (CallboardRehearsalDesk *self)
{
  return callboard_store_get_reader (callboard_context_get_store (self->context));
}

/* The time on the phones. */
static gint64
get_now (CallboardRehearsalDesk *self)
{
  CallboardStore *store = callboard_context_get_store (self->context);
  g_autoptr(CallboardAccountRow) row = NULL;

  row = callboard_queries_load_account (get_reader (self), callboard_context_get_rehearsal_account (self->context), NULL);

  return callboard_clock_now (callboard_store_get_clock (store)) + (row ? row->clock_shift : 0);
}

static void
show_clock (CallboardRehearsalDesk *self)
{
  gint64 now = get_now (self);
  gint64 next = G_MAXINT64;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / CALLBOARD_SECOND);
  g_autoptr(GDateTime) local = g_date_time_to_local (utc);
  /* Translators: the clock of the rehearsal, "Mon 2 Mar, 10:00"; see g_date_time_format() */
  g_autofree char *text = g_date_time_format (local, _("%a %-d %b, %H:%M"));
  g_autofree char *exactly = callboard_format_exactly (now);

  gtk_label_set_text (self->clock, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock), exactly);
  callboard_queries_next_event (get_reader (self), callboard_context_get_rehearsal_account (self->context), now, &next,
                                NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.next-event", next != G_MAXINT64);
}

static gboolean
clock_cb (gpointer user_data)
{
  show_clock (user_data);

  return G_SOURCE_CONTINUE;
}

static void
on_fault_selected_cb (CallboardRehearsalDesk *self)
{
  g_assert (CALLBOARD_IS_REHEARSAL_DESK (self));

  if (self->context != NULL && !self->filling)
    callboard_rehearsal_set_fault (callboard_context_get_rehearsal (self->context),
                                   gtk_drop_down_get_selected (self->fault));
}

static void
on_moved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardRehearsalDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL && self->context != NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
move_clock (CallboardRehearsalDesk *self,
            gint64                  by)
{
  g_autoptr(CallboardCommand) command = NULL;

  command = callboard_account_clock_command_new (callboard_context_get_rehearsal_account (self->context), by);
  callboard_store_execute_async (callboard_context_get_store (self->context), command, NULL, on_moved_cb,
                                 g_object_ref (self));
}

static void
forward_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  move_clock (CALLBOARD_REHEARSAL_DESK (widget), g_variant_get_int32 (parameter) * CALLBOARD_HOUR);
}

static void
next_event_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CallboardRehearsalDesk *self = CALLBOARD_REHEARSAL_DESK (widget);
  gint64 now = get_now (self);
  gint64 next = G_MAXINT64;

  callboard_queries_next_event (get_reader (self), callboard_context_get_rehearsal_account (self->context), now, &next,
                                NULL);
  if (next != G_MAXINT64)
    move_clock (self, next - now);
}

static void
on_store_changed_cb (CallboardRehearsalDesk *self,
                     CallboardChanges       *changes)
{
  g_assert (CALLBOARD_IS_REHEARSAL_DESK (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_OUTBOX))
    show_clock (self);
}

static void
callboard_rehearsal_desk_dispose (GObject *object)
{
  CallboardRehearsalDesk *self = CALLBOARD_REHEARSAL_DESK (object);

  g_clear_handle_id (&self->clock_source, g_source_remove);
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_DESK);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (callboard_rehearsal_desk_parent_class)->dispose (object);
}

static void
callboard_rehearsal_desk_class_init (CallboardRehearsalDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_desk_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-rehearsal-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, clock);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalDesk, fault);
  gtk_widget_class_bind_template_callback (widget_class, on_fault_selected_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.forward", "i", forward_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.next-event", NULL, next_event_cb);
}

static void
callboard_rehearsal_desk_init (CallboardRehearsalDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_rehearsal_desk_set_context (CallboardRehearsalDesk *self,
                                      CallboardContext       *context)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_DESK (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->fault, callboard_rehearsal_get_fault (callboard_context_get_rehearsal (context)));
  self->filling = FALSE;
  self->clock_source = g_timeout_add_seconds (CLOCK_TICK, clock_cb, self);
  g_signal_connect_object (callboard_context_get_store (context), "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_clock (self);
}
