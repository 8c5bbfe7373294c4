/* callboard-card.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-card.h"

#include <glib/gi18n.h>

#include "callboard-board-private.h"
#include "callboard-card-marks.h"
#include "callboard-format.h"
#include "callboard-phone.h"
#include "callboard-stage.h"
#include "callboard-status-pill.h"
#include "callboard-status-text.h"

/* A number is read from the left in every language. */
#define LEFT_TO_RIGHT "\342\200\216"

/* Nearer than this, the card counts seconds. */
#define COUNTDOWN (2 * CALLBOARD_MINUTE)

struct _CallboardCard
{
  GtkWidget             parent_instance;

  GtkWidget            *detail;
  GtkWidget            *marks;
  GtkWidget            *name;
  GtkWidget            *pill;
  GtkWidget            *time;

  CallboardBoardState  *state;
  CallboardApplication *application;
  char                 *stage;
  char                 *description;
  guint                 position;
  guint                 n;
  guint                 stale_days;
  guint                 late_days;
};

G_DEFINE_FINAL_TYPE (CallboardCard, callboard_card, GTK_TYPE_WIDGET)

static void
toggle_css_class (CallboardCard *self,
                  GtkWidget     *widget,
                  const char    *name,
                  gboolean       on)
{
  g_assert (CALLBOARD_IS_CARD (self));

  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_description (CallboardCard *self,
                    gint64         now)
{
  const CallboardApplicationRow *row = callboard_application_get_row (self->application);
  g_autofree char *description = callboard_row_to_description (row, self->stage, self->position, self->n, now);

  if (g_strcmp0 (description, self->description) == 0)
    return;

  g_free (self->description);
  self->description = g_steal_pointer (&description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->description,
                                  -1);
}

static void
update_entered (CallboardCard *self,
                gint64         now)
{
  gint64 span = now - callboard_application_get_row (self->application)->entered_at;
  g_autofree char *text = callboard_span_to_words (span);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->time)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->time), text);

  toggle_css_class (self, self->time, "late",
                    span >= self->stale_days * CALLBOARD_DAY && span < self->late_days * CALLBOARD_DAY);
  toggle_css_class (self, self->time, "very-late", span >= self->late_days * CALLBOARD_DAY);
}

static CallboardCardMark
collect_marks (const CallboardApplicationRow *row,
               gint64                         now)
{
  CallboardCardMark interview = row->interview_confirmed ? CALLBOARD_CARD_MARK_CONFIRMED : CALLBOARD_CARD_MARK_INTERVIEW;

  return (row->unread > 0 ? CALLBOARD_CARD_MARK_UNREAD : 0)
         | (row->flagged ? CALLBOARD_CARD_MARK_FLAGGED : 0)
         | (row->opted_out ? CALLBOARD_CARD_MARK_OPTED_OUT : 0)
         | (row->no_consent ? CALLBOARD_CARD_MARK_NO_CONSENT : 0)
         | (row->by_sms ? CALLBOARD_CARD_MARK_BY_SMS : 0)
         | (row->has_attachment ? CALLBOARD_CARD_MARK_ATTACHMENT : 0)
         | (callboard_row_has_interview (row, now) ? interview : 0);
}

/* Somebody to whom nothing has been sent has no status to tell. */
static void
update_pill (CallboardCard                 *self,
             const CallboardApplicationRow *row)
{
  g_autofree char *phone = NULL;
  g_autofree char *text = NULL;

  if (row->status == CALLBOARD_STATUS_NONE)
    {
      phone = callboard_phone_format_international (row->phone);
      text = g_strconcat (LEFT_TO_RIGHT, phone, NULL);
    }

  callboard_status_pill_set (CALLBOARD_STATUS_PILL (self->pill), row->status, text);
}

static void
update (CallboardCard *self)
{
  const CallboardApplicationRow *row = callboard_application_get_row (self->application);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->name), row->name);
  update_pill (self, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);

  callboard_card_update_times (self);
}

static void
activate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWidget *board = gtk_widget_get_ancestor (widget, CALLBOARD_TYPE_BOARD);

  if (board != NULL && CALLBOARD_CARD (widget)->application != NULL)
    callboard_board_activate_card_action (CALLBOARD_BOARD (board), CALLBOARD_CARD (widget), action_name);
}

/* Unlike a label, an inscription has its left at the left in every language. */
static void
callboard_card_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  CallboardCard *self = CALLBOARD_CARD (widget);
  float start = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 : 0;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->name), start);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->detail), start);
}

static gboolean
on_query_tooltip_cb (CallboardCard *self,
                     int            x,
                     int            y,
                     gboolean       keyboard,
                     GtkTooltip    *tooltip)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  g_assert (CALLBOARD_IS_CARD (self));

  if (self->application == NULL)
    return FALSE;

  time = callboard_format_exactly (callboard_application_get_row (self->application)->entered_at);
  /* Translators: %s is a date, a time of day and a zone */
  text = g_strdup_printf (_("Here since %s"), time);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* The menu that is open on a card is its child, too. */
static void
callboard_card_dispose (GObject *object)
{
  CallboardCard *self = CALLBOARD_CARD (object);
  GtkWidget *child;

  callboard_card_set_application (self, NULL);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_CARD);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (callboard_card_parent_class)->dispose (object);
}

static void
callboard_card_finalize (GObject *object)
{
  CallboardCard *self = CALLBOARD_CARD (object);

  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (callboard_card_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *names[] = {
    "card.archive", "card.menu", "card.move-down", "card.move-left", "card.move-right", "card.move-to", "card.move-to-bottom",
    "card.move-to-top", "card.move-up", "card.move-without-sending", "card.open", "card.preview", "card.select",
    "card.send-again",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, activate_action);
}

static void
callboard_card_class_init (CallboardCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_card_dispose;
  object_class->finalize = callboard_card_finalize;

  widget_class->direction_changed = callboard_card_direction_changed;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/board/callboard-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardCard, detail);
  gtk_widget_class_bind_template_child (widget_class, CallboardCard, marks);
  gtk_widget_class_bind_template_child (widget_class, CallboardCard, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardCard, pill);
  gtk_widget_class_bind_template_child (widget_class, CallboardCard, time);

  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);

  install_actions (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "applicationcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  g_type_ensure (CALLBOARD_TYPE_CARD_MARKS);
  g_type_ensure (CALLBOARD_TYPE_STATUS_PILL);
}

static void
callboard_card_init (CallboardCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->stale_days = CALLBOARD_STALE_DAYS;
  self->late_days = CALLBOARD_LATE_DAYS;
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_card_direction_changed (GTK_WIDGET (self), GTK_TEXT_DIR_NONE);
}

GtkWidget *
callboard_card_new (CallboardBoardState *state)
{
  CallboardCard *self;

  g_return_val_if_fail (CALLBOARD_IS_BOARD_STATE (state), NULL);

  self = g_object_new (CALLBOARD_TYPE_CARD, NULL);
  self->state = g_object_ref (state);

  return GTK_WIDGET (self);
}

CallboardApplication *
callboard_card_get_application (CallboardCard *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CARD (self), NULL);

  return self->application;
}

gint64
callboard_card_get_id (CallboardCard *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CARD (self), 0);

  return self->application ? callboard_application_get_id (self->application) : 0;
}

void
callboard_card_set_application (CallboardCard        *self,
                                CallboardApplication *application)
{
  g_return_if_fail (CALLBOARD_IS_CARD (self));

  if (self->application == application)
    return;

  if (self->application != NULL)
    g_signal_handlers_disconnect_by_func (self->application, update, self);

  g_set_object (&self->application, application);

  if (application == NULL)
    return;

  g_signal_connect_object (application, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  callboard_card_update_state (self);
}

guint
callboard_card_get_position (CallboardCard *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CARD (self), 0);

  return self->position;
}

void
callboard_card_set_limits (CallboardCard *self,
                           guint          stale_days,
                           guint          late_days)
{
  g_return_if_fail (CALLBOARD_IS_CARD (self));

  if (self->stale_days == stale_days && self->late_days == late_days)
    return;

  self->stale_days = stale_days;
  self->late_days = late_days;
  callboard_card_update_times (self);
}

void
callboard_card_set_place (CallboardCard *self,
                          const char    *stage,
                          guint          position,
                          guint          n)
{
  g_return_if_fail (CALLBOARD_IS_CARD (self));

  if (self->position == position && self->n == n && g_strcmp0 (self->stage, stage) == 0)
    return;

  if (g_strcmp0 (self->stage, stage) != 0)
    {
      g_free (self->stage);
      self->stage = g_strdup (stage);
    }

  self->position = position;
  self->n = n;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n,
                                  -1);

  if (self->application != NULL)
    update_description (self, callboard_board_state_get_now (self->state));
}

void
callboard_card_update_times (CallboardCard *self)
{
  const CallboardApplicationRow *row;
  g_autofree char *detail = NULL;
  gint64 now;

  g_return_if_fail (CALLBOARD_IS_CARD (self));

  if (self->application == NULL)
    return;

  row = callboard_application_get_row (self->application);
  now = callboard_board_state_get_now (self->state);
  detail = callboard_row_to_detail (row, now);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->detail), detail);
  callboard_card_marks_set (CALLBOARD_CARD_MARKS (self->marks), collect_marks (row, now));
  update_entered (self, now);
  update_description (self, now);

  if (row->status == CALLBOARD_STATUS_SCHEDULED && row->leaves_at > now && row->leaves_at - now < COUNTDOWN)
    callboard_board_state_note_countdown (self->state);
}

void
callboard_card_update_state (CallboardCard *self)
{
  gint64 id = callboard_card_get_id (self);
  gboolean selected = callboard_board_state_is_selected (self->state, id);

  g_return_if_fail (CALLBOARD_IS_CARD (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);

  toggle_css_class (self, GTK_WIDGET (self), "dragged", callboard_board_state_is_dragged (self->state, id));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
