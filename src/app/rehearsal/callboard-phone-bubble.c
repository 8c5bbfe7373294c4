/* callboard-phone-bubble.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-bubble.h"

#include <glib/gi18n.h>

#include "callboard-format.h"
#include "callboard-phone-choices.h"
#include "callboard-phone-media.h"
#include "callboard-sms.h"

/* The most that a picture takes, in pixels. */
#define PICTURE_HEIGHT 200

struct _CallboardPhoneBubble
{
  GtkWidget              parent_instance;

  GtkLabel              *body;
  GtkWidget             *box;
  GtkBox                *column;
  GtkWidget             *frame;
  GtkBox                *media;
  GtkLabel              *parts;
  GtkLabel              *quote;
  GtkWidget             *reply;
  GtkWidget             *template_mark;
  GtkLabel              *tick;
  GtkLabel              *time;

  CallboardPhoneMessage *message;
  char                  *contact;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneBubble, callboard_phone_bubble, GTK_TYPE_WIDGET)

/* What a receipt says, as a mark and in words; whoever has no words has none. */
typedef struct
{
  const char *mark;
  const char *words;
} Receipt;

static const Receipt receipts[] = {
  [CALLBOARD_MESSAGE_ACCEPTED] = { "✓", N_("Sent") },
  [CALLBOARD_MESSAGE_SENT] = { "✓", N_("Sent") },
  [CALLBOARD_MESSAGE_DELIVERED] = { "✓✓", N_("Delivered") },
  [CALLBOARD_MESSAGE_READ] = { "✓✓", N_("Read") },
  [CALLBOARD_MESSAGE_UNKNOWN] = { "?", N_("Arrived, but the answer was lost") },
  [CALLBOARD_MESSAGE_RECEIVED] = { NULL, NULL },
};

static const CallboardPhoneText *
get_text (CallboardPhoneBubble *self)
{
  return callboard_phone_message_get_text (self->message);
}

static const Receipt *
get_receipt (CallboardPhoneBubble *self)
{
  return &receipts[callboard_phone_message_get_state (self->message)];
}

static void
add_files (GPtrArray                *words,
           const CallboardPhoneText *text)
{
  for (guint i = 0; text->files != NULL && i < text->files->len; i++)
    {
      const CallboardPhoneFile *file = g_ptr_array_index (text->files, i);

      g_ptr_array_add (words, g_strdup (callboard_phone_media_describe (file->type)));
      if (*file->name != '\0')
        g_ptr_array_add (words, g_strdup (file->name));
    }
}

/* "Callboard, 10:02, Hello, delivered". */
static void
describe (CallboardPhoneBubble *self)
{
  const CallboardPhoneText *text = get_text (self);
  const Receipt *receipt = get_receipt (self);
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = NULL;

  g_ptr_array_add (words, g_strdup (text->own ? _("Candidate") : self->contact));
  if (text->at != 0)
    g_ptr_array_add (words, callboard_format_hour (text->at));
  add_files (words, text);
  if (text->body != NULL && *text->body != '\0')
    g_ptr_array_add (words, g_strdup (text->body));
  if (text->template)
    g_ptr_array_add (words, g_strdup (_("Template")));
  if (receipt->words != NULL)
    g_ptr_array_add (words, g_strdup (_(receipt->words)));
  if (text->note != NULL)
    g_ptr_array_add (words, g_strdup (text->note));
  if (text->fault != NULL)
    g_ptr_array_add (words, g_strdup (text->fault));
  g_ptr_array_add (words, NULL);

  /* Translators: stands between the parts of what a screen reader says */
  label = g_strjoinv (_(", "), (char **) words->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_state (CallboardPhoneBubble *self)
{
  const Receipt *receipt = get_receipt (self);

  gtk_widget_set_visible (GTK_WIDGET (self->tick), receipt->mark != NULL);
  if (receipt->mark != NULL)
    {
      gtk_label_set_label (self->tick, receipt->mark);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->tick), _(receipt->words));
    }
  if (callboard_phone_message_get_state (self->message) == CALLBOARD_MESSAGE_READ)
    gtk_widget_add_css_class (GTK_WIDGET (self->tick), "read");

  describe (self);
}

static void
show_time (CallboardPhoneBubble *self)
{
  gint64 at = get_text (self)->at;
  g_autofree char *hour = callboard_format_hour (at);
  g_autofree char *exactly = callboard_format_exactly (at);

  gtk_widget_set_visible (GTK_WIDGET (self->time), at != 0);
  gtk_label_set_label (self->time, hour);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), exactly);
}

static void
show_parts (CallboardPhoneBubble *self,
            CallboardRendering    rendering)
{
  const CallboardPhoneText *text = get_text (self);
  CallboardSmsCount count = callboard_sms_count (text->body);
  g_autofree char *words = NULL;

  if (rendering != CALLBOARD_RENDERING_SMS || text->own || text->note != NULL || count.parts == 0)
    return;

  /* Translators: how many messages an SMS is charged as */
  words = g_strdup_printf (ngettext ("%u part", "%u parts", count.parts), count.parts);
  gtk_label_set_label (self->parts, words);
  gtk_widget_show (GTK_WIDGET (self->parts));
}

static void
show_files (CallboardPhoneBubble *self)
{
  GPtrArray *files = get_text (self)->files;

  for (guint i = 0; files != NULL && i < files->len; i++)
    gtk_box_append (self->media, callboard_phone_media_new (g_ptr_array_index (files, i), PICTURE_HEIGHT));

  gtk_widget_set_visible (GTK_WIDGET (self->media), files != NULL && files->len > 0);
}

static GtkWidget *
create_note (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static void
show_fault (CallboardPhoneBubble *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "fault");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), create_note (get_text (self)->fault));
  gtk_box_append (self->column, box);
}

/* What a preview says about it. */
static void
show_notes (CallboardPhoneBubble *self)
{
  const CallboardPhoneText *text = get_text (self);
  gboolean absent = text->fault != NULL && text->body == NULL && text->files == NULL;

  gtk_widget_set_visible (self->frame, !absent);
  if (absent)
    gtk_widget_add_css_class (GTK_WIDGET (self), "absent");

  if (text->fault != NULL)
    show_fault (self);

  if (text->note != NULL)
    {
      GtkWidget *note = create_note (text->note);

      gtk_widget_add_css_class (note, "note");
      gtk_box_append (self->column, note);
    }
}

static void
show_side (CallboardPhoneBubble *self)
{
  gboolean own = get_text (self)->own;

  gtk_widget_add_css_class (GTK_WIDGET (self), own ? "own" : "received");
  gtk_widget_set_halign (self->box, own ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_halign (self->frame, own ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  if (own)
    gtk_box_reorder_child_after (GTK_BOX (self->box), self->reply, NULL);
}

static void
fill (CallboardPhoneBubble *self,
      CallboardRendering    rendering)
{
  const CallboardPhoneText *text = get_text (self);
  GtkWidget *choices = callboard_phone_choices_new (text, rendering);

  gtk_label_set_label (self->body, text->body != NULL ? text->body : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body), text->body != NULL && *text->body != '\0');
  gtk_label_set_label (self->quote, text->quote != NULL ? text->quote : "");
  gtk_widget_set_visible (GTK_WIDGET (self->quote), text->quote != NULL);
  gtk_widget_set_visible (self->template_mark, text->template && rendering == CALLBOARD_RENDERING_WHATSAPP);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reply), "x", text->id);
  if (choices != NULL)
    gtk_box_append (self->column, choices);

  show_files (self);
  show_parts (self, rendering);
  show_notes (self);
  show_side (self);
  show_time (self);
  show_state (self);
}

static void
callboard_phone_bubble_dispose (GObject *object)
{
  CallboardPhoneBubble *self = CALLBOARD_PHONE_BUBBLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_BUBBLE);
  g_clear_object (&self->message);
  g_clear_pointer (&self->contact, g_free);

  G_OBJECT_CLASS (callboard_phone_bubble_parent_class)->dispose (object);
}

static void
callboard_phone_bubble_class_init (CallboardPhoneBubbleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_bubble_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "phonebubble");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-phone-bubble.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, body);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, column);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, frame);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, media);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, parts);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, quote);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, reply);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, template_mark);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, tick);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneBubble, time);
}

static void
callboard_phone_bubble_init (CallboardPhoneBubble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_phone_bubble_new (CallboardPhoneMessage *message,
                            const char            *contact,
                            CallboardRendering     rendering)
{
  CallboardPhoneBubble *self;

  g_return_val_if_fail (CALLBOARD_IS_PHONE_MESSAGE (message), NULL);

  self = g_object_new (CALLBOARD_TYPE_PHONE_BUBBLE, NULL);
  self->message = g_object_ref (message);
  self->contact = g_strdup (contact != NULL ? contact : "");
  fill (self, rendering);
  g_signal_connect_object (message, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
