/* callboard-preview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-preview-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-enrolment.h"

/* How long after the last edit the phone shows it, milliseconds: longer than between two letters, so that a bubble that
 * grows never takes the frame of the next one. */
#define UPDATE_DELAY 150

G_DEFINE_FINAL_TYPE (CallboardPreview, callboard_preview, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_OPEN = 1,
} CallboardPreviewProperty;

static GParamSpec *properties[PROP_OPEN + 1];

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
fill_cb (gpointer user_data)
{
  CallboardPreview *self = user_data;

  self->source = 0;
  callboard_preview_fill (self);
  callboard_preview_mark (self);

  return G_SOURCE_REMOVE;
}

/* In two turns of the loop, so that a letter typed meanwhile need not wait for both. */
static gboolean
say_cb (gpointer user_data)
{
  CallboardPreview *self = user_data;

  callboard_preview_say (self);
  self->source = g_idle_add (fill_cb, self);

  return G_SOURCE_REMOVE;
}

/* After the frame that shows what was typed, and not for nobody. */
static void
queue_update (CallboardPreview *self)
{
  if (self->open == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->waits = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->waits)
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, UPDATE_DELAY, say_cb, self, NULL);
}

static void
on_changed_cb (CallboardPreview *self)
{
  g_assert (CALLBOARD_IS_PREVIEW (self));

  queue_update (self);
}

static void
on_channel_toggled_cb (CallboardPreview *self)
{
  g_assert (CALLBOARD_IS_PREVIEW (self));

  queue_update (self);
}

static void
on_dark_toggled_cb (CallboardPreview *self)
{
  gboolean dark;

  g_assert (CALLBOARD_IS_PREVIEW (self));

  dark = gtk_toggle_button_get_active (self->dark);
  gtk_widget_remove_css_class (GTK_WIDGET (self->phone), dark ? "light" : "dark");
  gtk_widget_add_css_class (GTK_WIDGET (self->phone), dark ? "dark" : "light");
}

static void
on_person_chosen_cb (CallboardPreview *self,
                     gint64            application,
                     const char       *name)
{
  g_assert (CALLBOARD_IS_PREVIEW (self));

  self->application = application;
  gtk_menu_button_set_label (self->person, name);
  queue_update (self);
}

static void
move (CallboardPreview *self,
      int               by)
{
  self->first = MAX ((int) self->first + by, 0);
  callboard_preview_fill (self);
}

static void
on_earlier_clicked_cb (CallboardPreview *self)
{
  g_assert (CALLBOARD_IS_PREVIEW (self));

  move (self, -CALLBOARD_PREVIEW_SHOWN / 2);
}

static void
on_later_clicked_cb (CallboardPreview *self)
{
  g_assert (CALLBOARD_IS_PREVIEW (self));

  move (self, CALLBOARD_PREVIEW_SHOWN / 2);
}

static void
on_message_chosen_cb (CallboardPreview *self,
                      gint64            id)
{
  const CallboardPreviewMessage *message = callboard_preview_find (self, id);
  CallboardDraft *draft;
  CallboardDraftNode *node;

  g_assert (CALLBOARD_IS_PREVIEW (self));

  if (message == NULL || self->open == NULL)
    return;

  draft = callboard_open_draft_get_draft (self->open);
  node = callboard_draft_find (draft, message->node);
  if (node == NULL)
    node = callboard_draft_find (draft, message->module);

  if (node != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, node, NULL);
  else if (g_str_equal (message->node, "welcome") || g_str_equal (message->node, "conclusion"))
    g_signal_emit (self, signals[CHOSEN], 0, callboard_draft_get_root (draft), message->node);
}

/* The channel that will send is shown first. */
static void
choose_channel (CallboardPreview *self)
{
  CallboardDb *db = callboard_store_get_reader (callboard_open_draft_get_store (self->open));
  CallboardAccount account = { 0 };
  g_autoptr(GError) error = NULL;

  if (callboard_account_load (db, 0, &account, &error) && account.rendering == CALLBOARD_RENDERING_SMS)
    gtk_toggle_button_set_active (self->sms, TRUE);
}

static void
callboard_preview_map (GtkWidget *widget)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (widget);

  GTK_WIDGET_CLASS (callboard_preview_parent_class)->map (widget);

  if (self->waits)
    queue_update (self);
}

static void
callboard_preview_unmap (GtkWidget *widget)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (widget);

  self->waits |= self->source != 0;
  g_clear_handle_id (&self->source, g_source_remove);

  GTK_WIDGET_CLASS (callboard_preview_parent_class)->unmap (widget);
}

static void
callboard_preview_dispose (GObject *object)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (object);

  callboard_preview_set_open (self, NULL);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PREVIEW);
  g_clear_object (&self->shown);
  g_clear_object (&self->place);
  g_clear_pointer (&self->said, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_preview_parent_class)->dispose (object);
}

static void
callboard_preview_finalize (GObject *object)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (object);

  g_hash_table_unref (self->numbers);
  g_free (self->part);

  G_OBJECT_CLASS (callboard_preview_parent_class)->finalize (object);
}

static void
callboard_preview_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (object);

  switch ((CallboardPreviewProperty) id)
    {
    case PROP_OPEN:
      g_value_set_object (value, self->open);
      break;
    }
}

static void
callboard_preview_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CallboardPreview *self = CALLBOARD_PREVIEW (object);

  switch ((CallboardPreviewProperty) id)
    {
    case PROP_OPEN:
      callboard_preview_set_open (self, g_value_get_object (value));
      break;
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, dark);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, earlier);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, later);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, person);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, popover);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, sms);
  gtk_widget_class_bind_template_child (widget_class, CallboardPreview, whatsapp);
  gtk_widget_class_bind_template_callback (widget_class, on_channel_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_dark_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_message_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_person_chosen_cb);
}

static void
callboard_preview_class_init (CallboardPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_preview_dispose;
  object_class->finalize = callboard_preview_finalize;
  object_class->get_property = callboard_preview_get_property;
  object_class->set_property = callboard_preview_set_property;
  widget_class->map = callboard_preview_map;
  widget_class->unmap = callboard_preview_unmap;

  properties[PROP_OPEN] =
    g_param_spec_object ("open", NULL, NULL, CALLBOARD_TYPE_OPEN_DRAFT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CALLBOARD_TYPE_DRAFT_NODE, G_TYPE_STRING);

  g_type_ensure (CALLBOARD_TYPE_PERSON_POPOVER);
  g_type_ensure (CALLBOARD_TYPE_PHONE_VIEW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
callboard_preview_init (CallboardPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_shown = CALLBOARD_PREVIEW_FIRST;
  self->shown = g_list_store_new (CALLBOARD_TYPE_PHONE_MESSAGE);
  callboard_phone_view_set_writable (self->phone, FALSE);
  callboard_phone_view_set_messages (self->phone, G_LIST_MODEL (self->shown));
  gtk_toggle_button_set_active (self->dark, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  on_dark_toggled_cb (self);
}

GtkWidget *
callboard_preview_new (void)
{
  return g_object_new (CALLBOARD_TYPE_PREVIEW, NULL);
}

CallboardOpenDraft *
callboard_preview_get_open (CallboardPreview *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PREVIEW (self), NULL);

  return self->open;
}

static void
forget (CallboardPreview *self)
{
  if (self->open == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->open, on_changed_cb, self);
  g_signal_handlers_disconnect_by_func (callboard_open_draft_get_draft (self->open), on_changed_cb, self);
  g_signal_handlers_disconnect_by_func (callboard_open_draft_get_store (self->open), on_changed_cb, self);
  g_clear_object (&self->place);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_handle_id (&self->source, g_source_remove);
}

static void
follow (CallboardPreview *self)
{
  CallboardStore *store = callboard_open_draft_get_store (self->open);

  g_signal_connect_object (self->open, "notify::stage-name", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_open_draft_get_draft (self->open), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  callboard_person_popover_set_stage (self->popover, store, callboard_open_draft_get_stage (self->open));
  choose_channel (self);
  queue_update (self);
}

void
callboard_preview_set_open (CallboardPreview   *self,
                            CallboardOpenDraft *open)
{
  g_return_if_fail (CALLBOARD_IS_PREVIEW (self));
  g_return_if_fail (open == NULL || CALLBOARD_IS_OPEN_DRAFT (open));

  if (self->open == open)
    return;

  forget (self);
  g_set_object (&self->open, open);
  if (open != NULL)
    follow (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

void
callboard_preview_show (CallboardPreview   *self,
                        CallboardDraftNode *node,
                        const char         *part)
{
  g_return_if_fail (CALLBOARD_IS_PREVIEW (self));
  g_return_if_fail (node == NULL || CALLBOARD_IS_DRAFT_NODE (node));

  g_set_object (&self->place, node);
  g_free (self->part);
  self->part = g_strdup (part);
  if (self->said != NULL && self->source == 0 && !self->waits)
    callboard_preview_mark (self);
}
