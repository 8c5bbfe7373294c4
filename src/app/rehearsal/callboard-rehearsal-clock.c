/* callboard-rehearsal-clock.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-clock.h"

#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-format.h"
#include "callboard-office.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal-feed.h"

/* How often the time is looked at, in seconds. */
#define TICK 2

struct _CallboardRehearsalClock
{
  GtkWidget         parent_instance;

  GtkWidget        *box;
  GtkLabel         *next;
  GtkLabel         *time;

  CallboardContext *context;
  gint64            minute;
  guint             source;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalClock, callboard_rehearsal_clock, GTK_TYPE_WIDGET)

enum {
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the kinds of messages and timers are called here. */
static const struct
{
  const char *kind;
  const char *words;
} kinds[] = {
  { "first", N_("a first message") },
  { "step", N_("the next message") },
  { "typed", N_("a typed message") },
  { "notice", N_("a confirmation") },
  { "nudge", N_("a nudge") },
  { "reminder", N_("a reminder") },
  { "reminder-day", N_("the reminder a day before") },
  { "reminder-hours", N_("the reminder two hours before") },
  { "expiry", N_("the campaign expires") },
};

static const char *
describe_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].kind, kind) == 0)
        return _(kinds[i].words);
    }

  return _("something happens");
}

static gint64
load_next (CallboardRehearsalClock  *self,
           gint64                    now,
           char                    **kind)
{
  CallboardDb *reader = callboard_store_get_reader (callboard_context_get_store (self->context));
  gint64 next = G_MAXINT64;

  callboard_queries_next_event (reader, callboard_context_get_rehearsal_account (self->context), now, &next, kind, NULL);

  return next;
}

static void
show_next (CallboardRehearsalClock *self,
           gint64                   now)
{
  g_autofree char *kind = NULL;
  gint64 next = load_next (self, now, &kind);
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.next-event", next != G_MAXINT64);
  if (next != G_MAXINT64)
    {
      until = callboard_format_until (next, now);
      /* Translators: what comes next: when ("in 20 s", "tomorrow at 09:00") and what ("a nudge") */
      text = g_strdup_printf (_("Next: %s, %s"), until, describe_kind (kind));
    }

  gtk_label_set_label (self->next, text != NULL ? text : _("Nothing waits"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), text);
}

void
callboard_rehearsal_clock_refresh (CallboardRehearsalClock *self)
{
  g_autofree char *date = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *text = NULL;
  g_autofree char *exactly = NULL;
  gint64 now;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL_CLOCK (self));

  now = callboard_rehearsal_feed_get_now (self->context);
  date = callboard_format_date (now);
  hour = callboard_format_hour (now);
  exactly = callboard_format_exactly (now);
  text = g_strdup_printf ("%s · %s", hour, date);
  gtk_label_set_label (self->time, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), exactly);
  show_next (self, now);

  if (self->minute == now / CALLBOARD_MINUTE)
    return;

  self->minute = now / CALLBOARD_MINUTE;
  g_signal_emit (self, signals[MOVED], 0, now);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  callboard_rehearsal_clock_refresh (user_data);

  return G_SOURCE_CONTINUE;
}

static void
move (CallboardRehearsalClock *self,
      gint64                   by)
{
  callboard_execute (GTK_WIDGET (self), callboard_context_get_store (self->context),
                     callboard_account_clock_command_new (callboard_context_get_rehearsal_account (self->context), by));
}

static void
forward_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  move (CALLBOARD_REHEARSAL_CLOCK (widget), g_variant_get_int32 (parameter) * CALLBOARD_HOUR);
}

static void
next_event_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CallboardRehearsalClock *self = CALLBOARD_REHEARSAL_CLOCK (widget);
  gint64 now = callboard_rehearsal_feed_get_now (self->context);
  gint64 next = load_next (self, now, NULL);

  if (next != G_MAXINT64)
    move (self, next - now);
}

static void
on_store_changed_cb (CallboardRehearsalClock *self,
                     CallboardChanges        *changes)
{
  g_assert (CALLBOARD_IS_REHEARSAL_CLOCK (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_OUTBOX))
    callboard_rehearsal_clock_refresh (self);
}

static void
callboard_rehearsal_clock_dispose (GObject *object)
{
  CallboardRehearsalClock *self = CALLBOARD_REHEARSAL_CLOCK (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_CLOCK);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (callboard_rehearsal_clock_parent_class)->dispose (object);
}

static void
callboard_rehearsal_clock_class_init (CallboardRehearsalClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_clock_dispose;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "rehearsalclock");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalClock, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalClock, next);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalClock, time);
  gtk_widget_class_install_action (widget_class, "rehearsal.forward", "i", forward_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.next-event", NULL, next_event_cb);
}

static void
callboard_rehearsal_clock_init (CallboardRehearsalClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_rehearsal_clock_set_context (CallboardRehearsalClock *self,
                                       CallboardContext        *context)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_CLOCK (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  self->source = g_timeout_add_seconds (TICK, on_tick_cb, self);
  g_signal_connect_object (callboard_context_get_store (context), "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  callboard_rehearsal_clock_refresh (self);
}
