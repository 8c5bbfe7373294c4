/* callboard-text-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-field.h"

#include "callboard-form.h"
#include "callboard-merge-field.h"
#include "callboard-merge.h"
#include "callboard-sms.h"
#include "callboard-text-complete.h"
#include "callboard-text-count.h"
#include "callboard-text-pills.h"

struct _CallboardTextField
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkTextBuffer *buffer;
  GtkLabel      *count;
  GtkMenuButton *fields;
  GtkLabel      *notice;
  GtkWidget     *scroller;
  GtkWidget     *simplify;
  GtkLabel      *title;
  GtkTextView   *view;

  guint          filling : 1;
};

static void
show_count (CallboardTextField *self,
            const char         *text)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);
  g_autoptr(CallboardPriceRow) price = form != NULL ? callboard_form_find_price (CALLBOARD_FORM (form)) : NULL;
  gboolean foreign;
  g_autofree char *count = callboard_text_count_describe (text, price, &foreign);
  g_autofree char *simple = foreign ? callboard_sms_simplify (text) : NULL;

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->simplify, simple != NULL);
}

static void
fill (CallboardTextField *self,
      const char         *text)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  callboard_text_pills_set_text (self->view, text);
  callboard_text_pills_mark (self->buffer);
  self->filling = FALSE;
  show_count (self, text);
}

static void
callboard_text_field_show (CallboardField *field)
{
  fill (CALLBOARD_TEXT_FIELD (field),
        callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field)));
}

static void
callboard_text_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_text_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardTextField, callboard_text_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_text_field_iface_init))

typedef enum
{
  PROP_LINE = CALLBOARD_FIELD_N_PROPS,
  PROP_TITLE,
} CallboardTextFieldProps;

static char *
dup_text (CallboardTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return callboard_text_pills_get_text (self->buffer, &start, &end);
}

static void
on_changed_cb (CallboardTextField *self)
{
  g_autofree char *text = NULL;

  g_assert (CALLBOARD_IS_TEXT_FIELD (self));

  if (self->filling)
    return;

  text = dup_text (self);
  gtk_widget_hide (GTK_WIDGET (self->notice));
  callboard_field_put_text (CALLBOARD_FIELD (self), text);
  /* A field that was typed to its end becomes a pill. */
  fill (self, text);
}

/* Whatever is typed, pasted or dropped comes through here. */
static void
on_insert_text_cb (CallboardTextField *self,
                   GtkTextIter        *location,
                   const char         *text,
                   int                 length,
                   GtkTextBuffer      *buffer)
{
  glong room = MAX (0, CALLBOARD_TEXT_FIELD_MAX - gtk_text_buffer_get_char_count (buffer));
  g_autofree char *fitting = NULL;

  g_assert (CALLBOARD_IS_TEXT_FIELD (self));

  if (self->filling || g_utf8_strlen (text, length) <= room)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  fitting = g_utf8_substring (text, 0, room);
  if (room > 0)
    gtk_text_buffer_insert (buffer, location, fitting, -1);

  gtk_widget_show (GTK_WIDGET (self->notice));
}

static void
copy (CallboardTextField *self,
      gboolean            cut)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return;

  text = callboard_text_pills_get_text (self->buffer, &start, &end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (cut)
    gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
}

/* A pill is no text to GTK, so it would leave fields out. */
static void
on_copy_cb (CallboardTextField *self,
            GtkTextView        *view)
{
  g_assert (CALLBOARD_IS_TEXT_FIELD (self));

  g_signal_stop_emission_by_name (view, "copy-clipboard");
  copy (self, FALSE);
}

static void
on_cut_cb (CallboardTextField *self,
           GtkTextView        *view)
{
  g_assert (CALLBOARD_IS_TEXT_FIELD (self));

  g_signal_stop_emission_by_name (view, "cut-clipboard");
  copy (self, TRUE);
}

static void
insert_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardTextField *self = CALLBOARD_TEXT_FIELD (widget);

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_selection (self->buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (self->buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
simplify_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CallboardTextField *self = CALLBOARD_TEXT_FIELD (widget);
  g_autofree char *text = dup_text (self);
  g_autofree char *simple = callboard_sms_simplify (text);

  if (simple != NULL)
    callboard_field_put_text (CALLBOARD_FIELD (self), simple);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
callboard_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_TEXT_FIELD (widget)->view));
}

static void
callboard_text_field_dispose (GObject *object)
{
  CallboardTextField *self = CALLBOARD_TEXT_FIELD (object);

  /* The pills go with the view, which is no edit. */
  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_TEXT_FIELD);

  G_OBJECT_CLASS (callboard_text_field_parent_class)->dispose (object);
}

static void
callboard_text_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CallboardTextField *self = CALLBOARD_TEXT_FIELD (object);

  if (callboard_field_set_property (object, prop_id, value))
    return;

  switch ((CallboardTextFieldProps) prop_id)
    {
    case PROP_LINE:
      if (g_value_get_boolean (value))
        g_object_set (self->scroller, "min-content-height", 40, NULL);
      break;
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      break;
    }
}

/* What takes the focus by itself keeps it from going back out. */
static gboolean
callboard_text_field_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (CALLBOARD_TEXT_FIELD (widget)->box), direction);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, buffer);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, count);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, fields);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, scroller);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, simplify);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextField, view);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cut_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_text_cb);
}

static void
callboard_text_field_class_init (CallboardTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  callboard_field_install (object_class);
  object_class->dispose = callboard_text_field_dispose;
  object_class->set_property = callboard_text_field_set_property;
  widget_class->focus = callboard_text_field_focus;
  widget_class->grab_focus = callboard_text_field_grab_focus;

  g_object_class_install_property (object_class, PROP_LINE, g_param_spec_boolean ("line", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, "", flags));

  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "text.insert", "s", insert_cb);
  gtk_widget_class_install_action (widget_class, "text.simplify", NULL, simplify_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

/* The merge fields; each item inserts one. */
static GMenuModel *
create_field_menu (void)
{
  const char * const *names = callboard_merge_get_fields ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *insert = callboard_merge_field_get_insert (names[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (callboard_merge_field_get_label (names[i]), NULL);

      g_menu_item_set_action_and_target (item, "text.insert", "s", insert);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
callboard_text_field_init (CallboardTextField *self)
{
  g_autoptr(GMenuModel) menu = create_field_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (self->buffer, "broken", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_menu_button_set_menu_model (self->fields, menu);
  callboard_text_complete_attach (self);
}

GtkTextView *
callboard_text_field_get_view (CallboardTextField *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TEXT_FIELD (self), NULL);

  return self->view;
}
