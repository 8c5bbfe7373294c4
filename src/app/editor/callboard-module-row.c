/* callboard-module-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-module-row.h"

#include <glib/gi18n.h>

#include "callboard-module-list-private.h"
#include "callboard-part-words.h"

struct _CallboardModuleRow
{
  GtkListBoxRow       parent_instance;

  GtkLabel           *count;
  GtkImage           *icon;
  GtkImage           *mark;
  GtkLabel           *title;
  GtkLabel           *words;

  CallboardDraftNode *node;
  char               *part;
  char               *said;
  guint               n_errors;
  guint               n_warnings;
};

G_DEFINE_FINAL_TYPE (CallboardModuleRow, callboard_module_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_label (GtkLabel   *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
describe_place (CallboardModuleRow *self)
{
  CallboardDraftNode *parent = callboard_draft_node_get_parent (self->node);

  if (self->part != NULL || parent == NULL)
    return g_strdup ("");

  /* Translators: the place of a module in its campaign */
  return g_strdup_printf (_("Module %u of %u"), callboard_draft_node_get_position (self->node) + 1,
                          g_list_model_get_n_items (callboard_draft_node_get_list (parent, "modules")));
}

static char *
describe_problems (CallboardModuleRow *self)
{
  if (self->n_errors > 0)
    return g_strdup_printf (ngettext ("%u error", "%u errors", self->n_errors), self->n_errors);
  if (self->n_warnings > 0)
    return g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", self->n_warnings), self->n_warnings);

  return g_strdup ("");
}

static void
append (GString    *text,
        const char *more)
{
  if (more == NULL || *more == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, more);
}

/* What a screen reader says of the row. */
static void
describe (CallboardModuleRow *self,
          const char         *problems)
{
  g_autoptr(GString) name = g_string_new (gtk_label_get_label (self->title));
  g_autoptr(GString) description = g_string_new (NULL);
  g_autofree char *place = describe_place (self);
  g_autofree char *said = NULL;

  append (name, gtk_label_get_label (self->words));
  append (description, place);
  append (description, gtk_label_get_label (self->count));
  append (description, problems);

  /* Nobody shall hear again what did not change. */
  said = g_strdup_printf ("%s\n%s", name->str, description->str);
  if (g_strcmp0 (said, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
}

static void
run (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  CallboardModuleRow *self = CALLBOARD_MODULE_ROW (widget);
  GtkWidget *list = gtk_widget_get_ancestor (widget, CALLBOARD_TYPE_MODULE_LIST);

  if (list != NULL)
    callboard_module_list_run (CALLBOARD_MODULE_LIST (list), self->part == NULL ? self->node : NULL, name);
}

static void
callboard_module_row_dispose (GObject *object)
{
  CallboardModuleRow *self = CALLBOARD_MODULE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_MODULE_ROW);
  g_clear_object (&self->node);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (callboard_module_row_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char      *name;
    guint            key;
    GdkModifierType  modifiers;
  } actions[] = {
    { "module.copy", GDK_KEY_c, GDK_CONTROL_MASK },
    { "module.cut", GDK_KEY_x, GDK_CONTROL_MASK },
    { "module.delete", GDK_KEY_Delete, 0 },
    { "module.duplicate", GDK_KEY_d, GDK_CONTROL_MASK },
    { "module.menu", GDK_KEY_F10, GDK_SHIFT_MASK },
    { "module.move-down", GDK_KEY_Down, GDK_ALT_MASK },
    { "module.move-up", GDK_KEY_Up, GDK_ALT_MASK },
    { "module.paste", GDK_KEY_v, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, run);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "module.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "module.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "module.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "module.move-up", NULL);
}

static void
callboard_module_row_class_init (CallboardModuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_module_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-module-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleRow, count);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleRow, mark);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleRow, title);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleRow, words);
  add_actions (widget_class);
}

static void
callboard_module_row_init (CallboardModuleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardModuleRow *
callboard_module_row_new (CallboardDraftNode *node,
                          const char         *part)
{
  CallboardModuleRow *self;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);

  self = g_object_new (CALLBOARD_TYPE_MODULE_ROW, NULL);
  self->node = g_object_ref (node);
  self->part = g_strdup (part);
  if (part != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pinned");
  callboard_module_row_refresh (self);

  return self;
}

CallboardDraftNode *
callboard_module_row_get_node (CallboardModuleRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_MODULE_ROW (self), NULL);

  return self->node;
}

const char *
callboard_module_row_get_part (CallboardModuleRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_MODULE_ROW (self), NULL);

  return self->part;
}

void
callboard_module_row_refresh (CallboardModuleRow *self)
{
  g_autofree char *words = NULL;
  g_autofree char *count = NULL;
  g_autofree char *problems = NULL;
  const char *kind;

  g_return_if_fail (CALLBOARD_IS_MODULE_ROW (self));

  kind = self->part != NULL ? self->part : callboard_draft_node_get_kind (self->node);
  words = callboard_part_summarise (self->node, self->part);
  count = self->part == NULL ? callboard_part_count (self->node) : NULL;
  problems = describe_problems (self);
  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), callboard_part_get_icon (kind)) != 0)
    gtk_image_set_from_icon_name (self->icon, callboard_part_get_icon (kind));
  set_label (self->title, callboard_part_get_title (kind));
  set_label (self->words, words);
  set_label (self->count, count);
  describe (self, problems);
}

void
callboard_module_row_set_problems (CallboardModuleRow *self,
                                   guint               n_errors,
                                   guint               n_warnings)
{
  g_autofree char *problems = NULL;

  g_return_if_fail (CALLBOARD_IS_MODULE_ROW (self));

  if (self->n_errors == n_errors && self->n_warnings == n_warnings)
    return;

  self->n_errors = n_errors;
  self->n_warnings = n_warnings;
  problems = describe_problems (self);
  gtk_image_set_from_icon_name (self->mark, n_errors > 0 ? "dialog-error-symbolic" : "dialog-information-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]) { n_errors > 0 ? "error" : "dim-label", NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), problems);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), n_errors + n_warnings > 0);
  describe (self, problems);
}
