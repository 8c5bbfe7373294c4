/* callboard-text-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-text-editor.h"

#include "callboard-merge-menu.h"
#include "callboard-sms.h"
#include "callboard-util.h"

struct _CallboardTextEditor
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkLabel      *count;
  GtkMenuButton *fields;
  GtkBox        *header;
  GtkWidget     *simplify;
  GtkLabel      *title;
  GtkTextView   *view;

  char          *text;
};

G_DEFINE_FINAL_TYPE (CallboardTextEditor, callboard_text_editor, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SUFFIX = 1,
  PROP_TEXT,
  PROP_TITLE,
} CallboardTextEditorProps;

static GParamSpec *properties[PROP_TITLE + 1];

/* Counts with values of usual length in the place of fields. */
static char *
describe_count (const char *text,
                gboolean   *foreign)
{
  g_autofree char *sample = callboard_merge_menu_sample (text);
  CallboardSmsCount count = callboard_sms_count (sample);
  g_autofree char *parts = NULL;
  char letter[7] = { 0 };

  *foreign = count.offender != 0;
  if (*text == '\0')
    return g_strdup ("");

  parts = g_strdup_printf (ngettext ("%u SMS part", "%u SMS parts", count.parts), count.parts);
  if (count.offender == 0)
    return g_strdup_printf (ngettext ("%s, %u character left", "%s, %u characters left", count.left), parts, count.left);

  letter[g_unichar_to_utf8 (count.offender, letter)] = '\0';
  return g_strdup_printf (_("%s: “%s” makes the message longer"), parts, letter);
}

static void
update_count (CallboardTextEditor *self)
{
  g_autofree char *count = NULL;
  g_autofree char *simple = NULL;
  gboolean foreign;

  count = describe_count (self->text, &foreign);
  simple = foreign ? callboard_sms_simplify (self->text) : NULL;
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->simplify, simple != NULL);
}

static void
on_buffer_changed_cb (CallboardTextEditor *self,
                      GtkTextBuffer       *buffer)
{
  g_autofree char *text = NULL;

  g_assert (CALLBOARD_IS_TEXT_EDITOR (self));

  g_object_get (buffer, "text", &text, NULL);
  if (!callboard_set_str (&self->text, text))
    return;

  update_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  gtk_widget_activate_action (GTK_WIDGET (self), "draft.touch", NULL);
}

static void
insert_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardTextEditor *self = CALLBOARD_TEXT_EDITOR (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
simplify_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CallboardTextEditor *self = CALLBOARD_TEXT_EDITOR (widget);
  g_autofree char *simple = callboard_sms_simplify (self->text);

  if (simple != NULL)
    callboard_text_editor_set_text (self, simple);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
callboard_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_TEXT_EDITOR (widget)->view));
}

static void
callboard_text_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_TEXT_EDITOR);

  G_OBJECT_CLASS (callboard_text_editor_parent_class)->dispose (object);
}

static void
callboard_text_editor_finalize (GObject *object)
{
  CallboardTextEditor *self = CALLBOARD_TEXT_EDITOR (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (callboard_text_editor_parent_class)->finalize (object);
}

static void
callboard_text_editor_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CallboardTextEditor *self = CALLBOARD_TEXT_EDITOR (object);

  switch ((CallboardTextEditorProps) prop_id)
    {
    case PROP_SUFFIX:
      g_value_set_object (value, gtk_widget_get_last_child (GTK_WIDGET (self->header)));
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;
    }
}

static void
callboard_text_editor_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CallboardTextEditor *self = CALLBOARD_TEXT_EDITOR (object);

  switch ((CallboardTextEditorProps) prop_id)
    {
    case PROP_SUFFIX:
      if (g_value_get_object (value) != NULL)
        gtk_box_append (self->header, g_value_get_object (value));
      break;
    case PROP_TEXT:
      callboard_text_editor_set_text (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      break;
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, count);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, header);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, simplify);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardTextEditor, view);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed_cb);
}

static void
callboard_text_editor_class_init (CallboardTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_text_editor_dispose;
  object_class->finalize = callboard_text_editor_finalize;
  object_class->get_property = callboard_text_editor_get_property;
  object_class->set_property = callboard_text_editor_set_property;
  widget_class->grab_focus = callboard_text_editor_grab_focus;

  properties[PROP_SUFFIX] =
    g_param_spec_object ("suffix", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "text.insert", "s", insert_cb);
  gtk_widget_class_install_action (widget_class, "text.simplify", NULL, simplify_cb);
}

static void
callboard_text_editor_init (CallboardTextEditor *self)
{
  g_autoptr(GMenuModel) menu = callboard_merge_menu_new ("text.insert");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  gtk_menu_button_set_menu_model (self->fields, menu);
}

const char *
callboard_text_editor_get_text (CallboardTextEditor *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TEXT_EDITOR (self), NULL);

  return self->text;
}

void
callboard_text_editor_set_text (CallboardTextEditor *self,
                                const char          *text)
{
  g_return_if_fail (CALLBOARD_IS_TEXT_EDITOR (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text ? text : "", -1);
}
