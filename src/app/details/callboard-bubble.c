/* callboard-bubble.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-bubble.h"

#include <glib/gi18n.h>

#include "callboard-file-chip.h"
#include "callboard-format.h"
#include "callboard-remedy.h"

struct _CallboardBubble
{
  GtkWidget        parent_instance;

  GtkLabel        *body;
  GtkWidget       *doubt;
  GtkBox          *files;
  GtkLabel        *failure;
  GtkWidget       *frame;
  GtkLabel        *mark;
  GtkButton       *remedy;
  GtkLabel        *time;

  CallboardEntry  *entry;
  CallboardTicker *ticker;
};

G_DEFINE_FINAL_TYPE (CallboardBubble, callboard_bubble, GTK_TYPE_WIDGET)

/* What a receipt says, as a mark and in words. */
typedef struct
{
  const char *mark;
  const char *words;
} Receipt;

static const Receipt receipts[] = {
  [CALLBOARD_MESSAGE_WAITING] = { "", N_("Waiting") },
  [CALLBOARD_MESSAGE_CLAIMED] = { "…", N_("Sending") },
  [CALLBOARD_MESSAGE_ACCEPTED] = { "✓", N_("Accepted by the provider") },
  [CALLBOARD_MESSAGE_SENT] = { "✓", N_("Sent") },
  [CALLBOARD_MESSAGE_DELIVERED] = { "✓✓", N_("Delivered") },
  [CALLBOARD_MESSAGE_READ] = { "✓✓", N_("Read") },
  [CALLBOARD_MESSAGE_UNKNOWN] = { "?", N_("May not have arrived") },
  [CALLBOARD_MESSAGE_FAILED] = { "✗", N_("Not delivered") },
  [CALLBOARD_MESSAGE_CANCELLED] = { "", N_("Cancelled") },
  [CALLBOARD_MESSAGE_RECEIVED] = { "", N_("Received") },
};

static const CallboardLine *
get_line (CallboardBubble *self)
{
  return callboard_entry_get_line (self->entry);
}

static char *
describe_time (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);
  g_autofree char *until = NULL;

  if (line->outbound && line->state == CALLBOARD_MESSAGE_WAITING && line->leaves_at == 0)
    return g_strdup (_("waits"));

  if (line->leaves_at == 0)
    return callboard_format_hour (line->at);

  until = callboard_format_until (line->leaves_at, callboard_clock_now (callboard_ticker_get_clock (self->ticker)));
  callboard_ticker_want (self->ticker, line->leaves_at);

  /* Translators: when a message leaves; %s is "in 20 s", "at 09:00" or "now" */
  return g_strdup_printf (_("leaves %s"), until);
}

static void
update_time (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);
  g_autofree char *exactly = callboard_format_exactly (line->leaves_at != 0 ? line->leaves_at : line->at);
  g_autofree char *text = describe_time (self);

  gtk_label_set_label (self->time, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), exactly);
}

static void
show_receipt (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);
  const Receipt *receipt = &receipts[line->state];

  gtk_label_set_label (self->mark, receipt->mark);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), _(receipt->words));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), *receipt->mark != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _(receipt->words), -1);
  if (line->state == CALLBOARD_MESSAGE_READ)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), "read");
}

static void
show_failure (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);
  const char *label = line->fell_back ? NULL : callboard_remedy_get_label (callboard_failure_get_remedy (line->failure));
  g_autofree char *said = callboard_failure_describe (line->failure, line->failure_code);
  /* Translators: %s is why a message failed, such as “Not on WhatsApp” */
  g_autofree char *text = g_strdup_printf (line->fell_back ? _("%s. It went on by SMS.") : "%s", said);

  gtk_label_set_label (self->failure, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->failure), line->failure_detail);
  gtk_widget_show (GTK_WIDGET (self->failure));
  if (label == NULL || line->application_id == 0)
    return;

  gtk_button_set_label (self->remedy, label);
  gtk_widget_show (GTK_WIDGET (self->remedy));
}

static void
show_files (CallboardBubble *self,
            const char      *directory)
{
  const CallboardLine *line = get_line (self);

  for (guint i = 0; line->files != NULL && i < line->files->len; i++)
    gtk_box_append (self->files, callboard_file_chip_new (g_ptr_array_index (line->files, i), directory, NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->files), line->files != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->body), line->files == NULL || (line->body != NULL && *line->body != '\0'));
}

/* What a message says, and what came with it. */
static char *
describe_content (const CallboardLine *line)
{
  GString *content = g_string_new (line->body);

  for (guint i = 0; line->files != NULL && i < line->files->len; i++)
    {
      g_autofree char *file = callboard_file_chip_describe (g_ptr_array_index (line->files, i));

      g_string_append_printf (content, "%s%s", content->len > 0 ? "; " : "", file);
    }

  return g_string_free (content, FALSE);
}

static void
describe (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);
  g_autofree char *content = describe_content (line);
  g_autofree char *hour = callboard_format_hour (line->at);
  g_autofree char *text = NULL;

  if (line->outbound)
    /* Translators: a message for screen readers: when, what became of it, its text */
    text = g_strdup_printf (_("You, %s, %s: %s"), hour, _(receipts[line->state].words), content);
  else
    /* Translators: a message for screen readers: when, its text */
    text = g_strdup_printf (_("Candidate, %s: %s"), hour, content);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
fill (CallboardBubble *self,
      const char      *directory)
{
  const CallboardLine *line = get_line (self);

  gtk_label_set_label (self->body, line->body != NULL ? line->body : "");
  show_files (self, directory);
  gtk_widget_set_halign (self->frame, line->outbound ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (self->frame, line->outbound ? "outbound" : "inbound");
  if (line->state == CALLBOARD_MESSAGE_WAITING)
    gtk_widget_add_css_class (self->frame, "waiting");
  gtk_widget_set_visible (self->doubt, line->state == CALLBOARD_MESSAGE_UNKNOWN);
  if (line->state == CALLBOARD_MESSAGE_FAILED)
    show_failure (self);
  show_receipt (self);
  update_time (self);
  describe (self);
}

static void
on_remedy_clicked_cb (CallboardBubble *self)
{
  const CallboardLine *line = get_line (self);

  g_assert (CALLBOARD_IS_BUBBLE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.remedy", "(xi)", line->application_id,
                              (int) callboard_failure_get_remedy (line->failure));
}

static void
on_arrived_clicked_cb (CallboardBubble *self)
{
  g_assert (CALLBOARD_IS_BUBBLE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve", "(xb)", get_line (self)->id, TRUE);
}

static void
on_again_clicked_cb (CallboardBubble *self)
{
  g_assert (CALLBOARD_IS_BUBBLE (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.resolve", "(xb)", get_line (self)->id, FALSE);
}

static void
callboard_bubble_dispose (GObject *object)
{
  CallboardBubble *self = CALLBOARD_BUBBLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_BUBBLE);
  g_clear_object (&self->entry);
  g_clear_object (&self->ticker);

  G_OBJECT_CLASS (callboard_bubble_parent_class)->dispose (object);
}

static void
callboard_bubble_class_init (CallboardBubbleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_bubble_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, body);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, doubt);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, files);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, failure);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, frame);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, mark);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, remedy);
  gtk_widget_class_bind_template_child (widget_class, CallboardBubble, time);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_arrived_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remedy_clicked_cb);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "bubble");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_bubble_init (CallboardBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_bubble_new (CallboardEntry  *entry,
                      CallboardTicker *ticker,
                      const char      *directory)
{
  CallboardBubble *self;

  g_return_val_if_fail (CALLBOARD_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (CALLBOARD_IS_TICKER (ticker), NULL);

  self = g_object_new (CALLBOARD_TYPE_BUBBLE, NULL);
  self->entry = g_object_ref (entry);
  self->ticker = g_object_ref (ticker);
  fill (self, directory);
  if (get_line (self)->leaves_at != 0)
    g_signal_connect_object (ticker, "tick", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
