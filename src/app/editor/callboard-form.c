/* callboard-form.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-form.h"

#include "callboard-form-private.h"
#include "callboard-node-row.h"
#include "callboard-util.h"

G_DEFINE_FINAL_TYPE (CallboardForm, callboard_form, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_OPEN = 1,
} CallboardFormProps;

enum
{
  SIGNAL_FOCUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The node whose fields widget is among. */
static CallboardDraftNode *
find_node (CallboardForm *self,
           GtkWidget     *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, CALLBOARD_TYPE_NODE_ROW);

  return row != NULL ? callboard_node_row_get_node (CALLBOARD_NODE_ROW (row)) : self->node;
}

static void
on_focus_changed_cb (CallboardForm *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);
  CallboardDraftNode *node;

  g_assert (CALLBOARD_IS_FORM (self));

  if (self->node == NULL || callboard_draft_node_get_draft (self->node) == NULL)
    return;

  /* What is typed elsewhere is another step. */
  callboard_draft_break (callboard_draft_node_get_draft (self->node));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  node = find_node (self, focus);
  if (node != NULL && g_set_object (&self->focused, node))
    g_signal_emit (self, signals[SIGNAL_FOCUSED], 0, node);
}

static void
on_stage_type_changed_cb (CallboardForm *self)
{
  g_assert (CALLBOARD_IS_FORM (self));

  self->stage_type = callboard_open_draft_get_stage_type (self->open);
  if (self->node != NULL && self->page != NULL)
    callboard_field_set_fill (self->page, self->node);
}

static void
callboard_form_root (GtkWidget *widget)
{
  CallboardForm *self = CALLBOARD_FORM (widget);

  GTK_WIDGET_CLASS (callboard_form_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  self->focus_handler = g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), self);
}

static void
callboard_form_unroot (GtkWidget *widget)
{
  CallboardForm *self = CALLBOARD_FORM (widget);

  g_clear_signal_handler (&self->focus_handler, self->root);
  self->root = NULL;

  GTK_WIDGET_CLASS (callboard_form_parent_class)->unroot (widget);
}

static void
set_problems (CallboardForm *self,
              GListModel    *problems)
{
  if (self->problems != NULL)
    g_signal_handlers_disconnect_by_data (self->problems, self);
  g_set_object (&self->problems, problems);
  if (problems != NULL)
    g_signal_connect_object (problems, "items-changed", G_CALLBACK (callboard_form_check), self, G_CONNECT_SWAPPED);
}

static void
callboard_form_dispose (GObject *object)
{
  CallboardForm *self = CALLBOARD_FORM (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  set_problems (self, NULL);
  self->page = NULL;
  g_clear_object (&self->focused);
  g_clear_object (&self->node);
  g_clear_object (&self->open);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);

  G_OBJECT_CLASS (callboard_form_parent_class)->dispose (object);
}

static void
callboard_form_finalize (GObject *object)
{
  CallboardForm *self = CALLBOARD_FORM (object);

  g_free (self->directory);
  g_free (self->part);

  G_OBJECT_CLASS (callboard_form_parent_class)->finalize (object);
}

static void
callboard_form_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((CallboardFormProps) prop_id)
    {
    case PROP_OPEN:
      g_value_set_object (value, CALLBOARD_FORM (object)->open);
      break;
    }
}

static void
callboard_form_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((CallboardFormProps) prop_id)
    {
    case PROP_OPEN:
      callboard_form_set_open (CALLBOARD_FORM (object), g_value_get_object (value));
      break;
    }
}

static void
callboard_form_class_init (CallboardFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_form_dispose;
  object_class->finalize = callboard_form_finalize;
  object_class->get_property = callboard_form_get_property;
  object_class->set_property = callboard_form_set_property;
  widget_class->root = callboard_form_root;
  widget_class->unroot = callboard_form_unroot;

  g_object_class_install_property (object_class, PROP_OPEN,
                                   g_param_spec_object ("open", NULL, NULL, CALLBOARD_TYPE_OPEN_DRAFT,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                        G_PARAM_STATIC_STRINGS));
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, CALLBOARD_TYPE_DRAFT_NODE);

  gtk_widget_class_set_css_name (widget_class, "campaignform");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, CallboardForm, stack);
}

static void
callboard_form_init (CallboardForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_form_set_open (CallboardForm      *self,
                         CallboardOpenDraft *open)
{
  g_return_if_fail (CALLBOARD_IS_FORM (self));
  g_return_if_fail (open == NULL || CALLBOARD_IS_OPEN_DRAFT (open));

  if (self->open == open)
    return;

  if (self->open != NULL)
    g_signal_handlers_disconnect_by_func (self->open, on_stage_type_changed_cb, self);
  g_set_object (&self->open, open);
  if (open != NULL)
    {
      g_signal_connect_object (open, "notify::stage-type", G_CALLBACK (on_stage_type_changed_cb), self, G_CONNECT_SWAPPED);
      callboard_form_set_place (self, callboard_open_draft_get_stage_type (open),
                                callboard_store_get_directory (callboard_open_draft_get_store (open)),
                                callboard_open_draft_get_problems (open));
    }
  g_object_notify (G_OBJECT (self), "open");
}

void
callboard_form_set_place (CallboardForm      *self,
                          CallboardStageType  type,
                          const char         *directory,
                          GListModel         *problems)
{
  g_return_if_fail (CALLBOARD_IS_FORM (self));

  self->stage_type = type;
  self->placed = TRUE;
  callboard_set_str (&self->directory, directory);
  set_problems (self, problems);
}

const char *
callboard_form_get_stage_nick (CallboardForm *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FORM (self), NULL);

  return self->placed ? callboard_enum_to_nick (CALLBOARD_TYPE_STAGE_TYPE, self->stage_type) : NULL;
}

const char *
callboard_form_get_directory (CallboardForm *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FORM (self), NULL);

  return self->directory;
}

CallboardPriceRow *
callboard_form_find_price (CallboardForm *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FORM (self), NULL);

  if (self->open == NULL)
    return NULL;

  return callboard_queries_find_stage_price (callboard_store_get_reader (callboard_open_draft_get_store (self->open)),
                                             callboard_open_draft_get_stage (self->open));
}

CallboardDraftNode *
callboard_form_get_node (CallboardForm *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FORM (self), NULL);

  return self->node;
}

const char *
callboard_form_get_part (CallboardForm *self)
{
  g_return_val_if_fail (CALLBOARD_IS_FORM (self), NULL);

  return self->part;
}

static CallboardFieldSet *
take_page (CallboardForm *self,
           const char    *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page == NULL)
    {
      page = GTK_WIDGET (callboard_field_set_new (name));
      gtk_stack_add_named (self->stack, page, name);
    }

  return CALLBOARD_FIELD_SET (page);
}

void
callboard_form_show (CallboardForm      *self,
                     CallboardDraftNode *node,
                     const char         *part)
{
  g_return_if_fail (CALLBOARD_IS_FORM (self));
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (node));

  if (self->node == node && g_strcmp0 (self->part, part) == 0)
    return;

  g_set_object (&self->node, node);
  callboard_set_str (&self->part, part);
  self->page = take_page (self, part != NULL ? part : callboard_draft_node_get_kind (node));
  callboard_field_set_fill (self->page, node);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  callboard_form_check (self);
}
