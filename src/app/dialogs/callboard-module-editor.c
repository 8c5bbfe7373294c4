/* callboard-module-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-module-editor.h"

#include "callboard-list-edit.h"
#include "callboard-part-editor.h"

struct _CallboardModuleEditor
{
  GtkWidget               parent_instance;

  GtkWidget              *box;
  GtkMenuButton          *add_question;
  GtkWidget              *add_text;
  GtkListBox             *parts;
  GtkLabel               *title;

  CallboardCampaignDraft *draft;
  CallboardDraftModule   *module;
};

G_DEFINE_FINAL_TYPE (CallboardModuleEditor, callboard_module_editor, GTK_TYPE_WIDGET)

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardModuleEditor *self = CALLBOARD_MODULE_EDITOR (widget);

  callboard_list_edit_move (callboard_campaign_draft_get_modules (self->draft), self->module,
                            g_variant_get_int32 (parameter), widget);
}

static CallboardPartEditor *
get_editor (CallboardModuleEditor *self,
            guint                  position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->parts, position);

  return row ? CALLBOARD_PART_EDITOR (gtk_list_box_row_get_child (row)) : NULL;
}

/* The parameter is the kind of part, as in a campaign document. */
static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CallboardModuleEditor *self = CALLBOARD_MODULE_EDITOR (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  CallboardDraftPart *part;

  part = callboard_campaign_draft_add_part (self->draft, self->module,
                                            g_str_equal (kind, "text") ? CALLBOARD_DRAFT_TEXT :
                                            g_str_equal (kind, "single_choice") ? CALLBOARD_DRAFT_SINGLE_CHOICE :
                                            g_str_equal (kind, "yes_no") ? CALLBOARD_DRAFT_YES_NO
                                                                         : CALLBOARD_DRAFT_SHORT_ANSWER);
  gtk_widget_activate_action (widget, "draft.touch", NULL);
  callboard_module_editor_focus_part (self, callboard_draft_part_get_id (part));
}

static gboolean
callboard_module_editor_grab_focus (GtkWidget *widget)
{
  CallboardPartEditor *editor = get_editor (CALLBOARD_MODULE_EDITOR (widget), 0);

  return editor != NULL && gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
callboard_module_editor_dispose (GObject *object)
{
  CallboardModuleEditor *self = CALLBOARD_MODULE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_MODULE_EDITOR);
  g_clear_object (&self->draft);
  g_clear_object (&self->module);

  G_OBJECT_CLASS (callboard_module_editor_parent_class)->dispose (object);
}

static void
callboard_module_editor_class_init (CallboardModuleEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_module_editor_dispose;
  widget_class->grab_focus = callboard_module_editor_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-module-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleEditor, add_question);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleEditor, add_text);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleEditor, parts);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleEditor, title);
  gtk_widget_class_install_action (widget_class, "module.add", "s", add_cb);
  gtk_widget_class_install_action (widget_class, "module.move", "i", move_cb);
}

static void
callboard_module_editor_init (CallboardModuleEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_part_row (gpointer item,
               gpointer user_data)
{
  CallboardPartEditor *editor = callboard_part_editor_new (user_data, item);

  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child", editor, NULL);
}

static const char *
get_title (CallboardDraftModule *module)
{
  static const struct {
    const char *kind;
    const char *title;
  } titles[] = {
    { "content", N_("Content") },
    { "questions", N_("Questions") },
    { "video_interview", N_("Video Interview") },
    { "collect", N_("Collect") },
    { "schedule", N_("Schedule") },
  };
  const char *kind = NULL;

  if (callboard_draft_module_get_kept (module, &kind) == NULL)
    return callboard_draft_module_get_module_type (module) == CALLBOARD_DRAFT_CONTENT ? _("Content") : _("Questions");

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_strcmp0 (kind, titles[i].kind) == 0)
        return _(titles[i].title);
    }

  return "";
}

CallboardModuleEditor *
callboard_module_editor_new (CallboardCampaignDraft *draft,
                             CallboardDraftModule   *module)
{
  CallboardModuleEditor *self = g_object_new (CALLBOARD_TYPE_MODULE_EDITOR, NULL);
  CallboardDraftModuleType type = callboard_draft_module_get_module_type (module);

  self->draft = g_object_ref (draft);
  self->module = g_object_ref (module);
  gtk_label_set_text (self->title, get_title (module));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
  gtk_widget_set_visible (self->add_text, type == CALLBOARD_DRAFT_CONTENT);
  gtk_widget_set_visible (GTK_WIDGET (self->add_question), type == CALLBOARD_DRAFT_QUESTIONS);
  if (type == CALLBOARD_DRAFT_KEPT)
    gtk_list_box_set_placeholder (self->parts, g_object_new (GTK_TYPE_LABEL, "label", _("Kept as it is"), "margin-top", 12,
                                                             "margin-bottom", 12, "visible", TRUE, NULL));
  gtk_list_box_bind_model (self->parts, G_LIST_MODEL (callboard_draft_module_get_parts (module)), make_part_row,
                           g_object_ref (module), g_object_unref);

  return self;
}

gboolean
callboard_module_editor_focus_part (CallboardModuleEditor *self,
                                    const char            *id)
{
  CallboardPartEditor *editor;

  g_return_val_if_fail (CALLBOARD_IS_MODULE_EDITOR (self), FALSE);

  for (guint i = 0; (editor = get_editor (self, i)) != NULL; i++)
    {
      if (g_str_equal (callboard_draft_part_get_id (callboard_part_editor_get_part (editor)), id))
        return gtk_widget_grab_focus (GTK_WIDGET (editor));
    }

  if (!g_str_equal (callboard_draft_module_get_id (self->module), id))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
