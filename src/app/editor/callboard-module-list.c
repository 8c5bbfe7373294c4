/* callboard-module-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-module-list.h"

#include "callboard-module-list-private.h"
#include "callboard-place.h"
#include "callboard-problem.h"

G_DEFINE_FINAL_TYPE (CallboardModuleList, callboard_module_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_OPEN = 1,
} CallboardModuleListProperty;

enum {
  SELECTED,
  N_SIGNALS
};

const char * const callboard_module_actions[] = {
  "module.copy", "module.cut", "module.delete", "module.duplicate", "module.move-down", "module.move-up", "module.paste",
  NULL
};

static GParamSpec *properties[PROP_OPEN + 1];
static guint signals[N_SIGNALS];

CallboardDraft *
callboard_module_list_get_draft (CallboardModuleList *self)
{
  return callboard_open_draft_get_draft (self->open);
}

CallboardDraftNode *
callboard_module_list_get_root (CallboardModuleList *self)
{
  return callboard_draft_get_root (callboard_module_list_get_draft (self));
}

GListModel *
callboard_module_list_get_modules (CallboardModuleList *self)
{
  return callboard_draft_node_get_list (callboard_module_list_get_root (self), "modules");
}

CallboardModuleRow *
callboard_module_list_find_row (CallboardModuleList *self,
                                CallboardDraftNode  *node,
                                const char          *part)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      CallboardModuleRow *found = CALLBOARD_MODULE_ROW (row);

      if (callboard_module_row_get_node (found) == node && g_strcmp0 (callboard_module_row_get_part (found), part) == 0)
        return found;
    }

  return NULL;
}

static gboolean
has_conclusion (CallboardModuleList *self)
{
  CallboardStageType type = callboard_open_draft_get_stage_type (self->open);

  if (type == CALLBOARD_STAGE_SCHEDULE)
    return FALSE;

  return type != CALLBOARD_STAGE_REJECT || g_list_model_get_n_items (callboard_module_list_get_modules (self)) > 0 ||
         callboard_draft_node_get (callboard_module_list_get_root (self), "conclusion.text") != NULL;
}

static void
update_tail (CallboardModuleList *self)
{
  gboolean has = g_list_model_get_n_items (G_LIST_MODEL (self->tail)) > 1;

  if (has && !has_conclusion (self))
    gtk_string_list_remove (self->tail, 0);
  else if (!has && has_conclusion (self))
    gtk_string_list_splice (self->tail, 0, 0, (const char *[]) { "conclusion", NULL });
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  CallboardModuleList *self = user_data;

  if (CALLBOARD_IS_DRAFT_NODE (item))
    return GTK_WIDGET (callboard_module_row_new (item, NULL));

  return GTK_WIDGET (callboard_module_row_new (callboard_module_list_get_root (self),
                                               gtk_string_object_get_string (item)));
}

static void
take_place (CallboardModuleList *self,
            CallboardDraftNode  *node,
            const char          *part)
{
  if (self->node == node && g_strcmp0 (self->part, part) == 0)
    return;

  g_set_object (&self->node, node);
  g_free (self->part);
  self->part = g_strdup (part);
  callboard_module_list_update_actions (self, GTK_WIDGET (self), node, part);
  g_signal_emit (self, signals[SELECTED], 0, node, part);
}

static void
on_row_selected_cb (CallboardModuleList *self,
                    GtkListBoxRow       *row)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (row == NULL || self->selecting)
    return;

  self->position = gtk_list_box_row_get_index (row);
  take_place (self, callboard_module_row_get_node (CALLBOARD_MODULE_ROW (row)),
              callboard_module_row_get_part (CALLBOARD_MODULE_ROW (row)));
}

static void
on_row_activated_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (self->node != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "editor.show-form", NULL);
}

static void
select_row (CallboardModuleList *self,
            CallboardModuleRow  *row)
{
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->selecting = FALSE;
  self->position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  take_place (self, callboard_module_row_get_node (row), callboard_module_row_get_part (row));
}

static gboolean
lost_focus (CallboardModuleList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) || focus == GTK_WIDGET (self->list);
}

/* The place stays selected wherever it stands now; if it is gone, what came in its stead is. */
static void
restore_selection (CallboardModuleList *self)
{
  CallboardModuleRow *row = callboard_module_list_find_row (self, self->node, self->part);
  guint last = g_list_model_get_n_items (self->model) - 1;

  if (row != NULL && gtk_list_box_get_selected_row (self->list) == GTK_LIST_BOX_ROW (row))
    return;

  if (row == NULL)
    row = CALLBOARD_MODULE_ROW (gtk_list_box_get_row_at_index (self->list, MIN (self->position, last)));
  select_row (self, row);
  if (lost_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
is_about (CallboardProblem   *problem,
          CallboardModuleRow *row)
{
  const char *part;
  CallboardDraftNode *node = callboard_place_find (callboard_problem_get_node (problem),
                                                   callboard_problem_get_member (problem), &part);

  return node == callboard_module_row_get_node (row) && g_strcmp0 (part, callboard_module_row_get_part (row)) == 0;
}

static void
mark_row (CallboardModuleList *self,
          CallboardModuleRow  *row)
{
  GListModel *problems = callboard_open_draft_get_problems (self->open);
  guint n = g_list_model_get_n_items (problems);
  guint counts[2] = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardProblem) problem = g_list_model_get_item (problems, i);

      counts[!callboard_problem_is_error (problem)] += is_about (problem, row);
    }

  callboard_module_row_set_problems (row, counts[0], counts[1]);
}

static void
on_problems_changed_cb (CallboardModuleList *self)
{
  GtkListBoxRow *row;

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    mark_row (self, CALLBOARD_MODULE_ROW (row));
}

static void
on_items_changed_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  self->stale = TRUE;
}

static void
on_draft_changed_cb (CallboardModuleList *self)
{
  gboolean stale;
  GtkListBoxRow *row;

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  update_tail (self);
  stale = self->stale;
  self->stale = FALSE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      callboard_module_row_refresh (CALLBOARD_MODULE_ROW (row));
      if (stale)
        callboard_module_list_update_actions (self, GTK_WIDGET (row),
                                              callboard_module_row_get_node (CALLBOARD_MODULE_ROW (row)),
                                              callboard_module_row_get_part (CALLBOARD_MODULE_ROW (row)));
    }

  restore_selection (self);
  if (!stale)
    return;

  callboard_module_list_update_actions (self, GTK_WIDGET (self), self->node, self->part);
  callboard_module_list_fill_palette (self);
  on_problems_changed_cb (self);
}

static void
on_stage_type_changed_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  self->stale = TRUE;
  on_draft_changed_cb (self);
}

static void
make_model (CallboardModuleList *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkStringList) head = gtk_string_list_new ((const char *[]) { "welcome", NULL });

  g_set_object (&self->tail, gtk_string_list_new ((const char *[]) { "settings", NULL }));
  g_object_unref (self->tail);
  g_list_store_append (lists, head);
  g_list_store_append (lists, callboard_module_list_get_modules (self));
  g_list_store_append (lists, self->tail);
  g_clear_object (&self->model);
  self->model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  update_tail (self);
  gtk_list_box_bind_model (self->list, self->model, create_row_cb, self, NULL);
}

static void
callboard_module_list_set_property (GObject      *object,
                                    guint         property,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((CallboardModuleListProperty) property)
    {
    case PROP_OPEN:
      callboard_module_list_set_open (CALLBOARD_MODULE_LIST (object), g_value_get_object (value));
      break;
    }
}

static void
callboard_module_list_dispose (GObject *object)
{
  CallboardModuleList *self = CALLBOARD_MODULE_LIST (object);

  callboard_module_list_end_hover (self);
  self->selecting = TRUE;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_MODULE_LIST);
  g_clear_object (&self->model);
  g_clear_object (&self->tail);
  g_clear_object (&self->node);
  g_clear_object (&self->open);
  g_clear_weak_pointer (&self->dragged);
  g_clear_weak_pointer (&self->marked);
  g_clear_pointer (&self->palette_state, g_free);
  g_clear_pointer (&self->part, g_free);

  G_OBJECT_CLASS (callboard_module_list_parent_class)->dispose (object);
}

/* For the menu, which is about the selected module. */
static void
run_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CallboardModuleList *self = CALLBOARD_MODULE_LIST (widget);

  callboard_module_list_run (self, self->part == NULL ? self->node : NULL, name);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  callboard_module_list_add (CALLBOARD_MODULE_LIST (widget), g_variant_get_string (parameter, NULL));
}

static void
callboard_module_list_class_init (CallboardModuleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_module_list_dispose;
  object_class->set_property = callboard_module_list_set_property;

  properties[PROP_OPEN] = g_param_spec_object ("open", NULL, NULL, CALLBOARD_TYPE_OPEN_DRAFT,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, CALLBOARD_TYPE_DRAFT_NODE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-module-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, module_menu);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, palette);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, refusal);
  gtk_widget_class_bind_template_child (widget_class, CallboardModuleList, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_install_action (widget_class, "module.add", "s", add_cb);
  for (guint i = 0; callboard_module_actions[i] != NULL; i++)
    gtk_widget_class_install_action (widget_class, callboard_module_actions[i], NULL, run_cb);
  gtk_widget_class_set_css_name (widget_class, "modulelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_module_list_init (CallboardModuleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_module_list_init_menu (self);
  callboard_module_list_init_dnd (self);
}

void
callboard_module_list_set_open (CallboardModuleList *self,
                                CallboardOpenDraft  *open)
{
  g_return_if_fail (CALLBOARD_IS_MODULE_LIST (self));
  g_return_if_fail (self->open == NULL);

  if (open == NULL)
    return;

  self->open = g_object_ref (open);
  make_model (self);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_module_list_get_draft (self), "changed", G_CALLBACK (on_draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (open, "notify::stage-type", G_CALLBACK (on_stage_type_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_open_draft_get_problems (open), "items-changed",
                           G_CALLBACK (on_problems_changed_cb), self, G_CONNECT_SWAPPED);
  on_stage_type_changed_cb (self);
}

void
callboard_module_list_select (CallboardModuleList *self,
                              CallboardDraftNode  *node,
                              const char          *part)
{
  CallboardModuleRow *row;

  g_return_if_fail (CALLBOARD_IS_MODULE_LIST (self));

  row = callboard_module_list_find_row (self, node, part);
  if (row != NULL)
    select_row (self, row);
}

/* Selects it, and says to a screen reader where it is now. */
void
callboard_module_list_focus (CallboardModuleList *self,
                             CallboardDraftNode  *node,
                             const char          *part)
{
  CallboardModuleRow *row = callboard_module_list_find_row (self, node, part);

  if (row == NULL)
    return;

  select_row (self, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

CallboardDraftNode *
callboard_module_list_get_place (CallboardModuleList  *self,
                                 const char          **part)
{
  g_return_val_if_fail (CALLBOARD_IS_MODULE_LIST (self), NULL);
  g_return_val_if_fail (part != NULL, NULL);

  *part = self->part;

  return self->node;
}
