/* callboard-path-map.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-path-map.h"

#include "callboard-draft-document.h"
#include "callboard-path-chart.h"

struct _CallboardPathMap
{
  GtkWidget           parent_instance;

  CallboardPathChart *chart;
  GtkWidget          *scroller;

  CallboardOpenDraft *open;
  GPtrArray          *stops;
  guint               tick;
  guint               waits : 1;
};

G_DEFINE_FINAL_TYPE (CallboardPathMap, callboard_path_map, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_OPEN = 1,
} CallboardPathMapProperty;

static GParamSpec *properties[PROP_OPEN + 1];

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
update_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  CallboardPathMap *self = CALLBOARD_PATH_MAP (widget);
  g_autofree char *document = callboard_draft_to_document (callboard_open_draft_get_draft (self->open));
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);

  self->tick = 0;
  if (script == NULL)
    return G_SOURCE_REMOVE;

  g_clear_pointer (&self->stops, g_ptr_array_unref);
  self->stops = callboard_paths_new (script);
  callboard_path_chart_set_stops (self->chart, self->stops);

  return G_SOURCE_REMOVE;
}

static void
queue_update (CallboardPathMap *self)
{
  if (self->open == NULL || self->tick != 0)
    return;

  self->waits = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->waits)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_cb, NULL, NULL);
}

static void
on_changed_cb (CallboardPathMap *self)
{
  g_assert (CALLBOARD_IS_PATH_MAP (self));

  queue_update (self);
}

/* Modules of old documents may have no id: a module's position tells which it is. */
static void
on_stop_pressed_cb (CallboardPathMap *self,
                    guint             position)
{
  const CallboardPathStop *stop = g_ptr_array_index (self->stops, position);
  CallboardDraftNode *root = callboard_draft_get_root (callboard_open_draft_get_draft (self->open));
  g_autoptr(CallboardDraftNode) module = NULL;

  g_assert (CALLBOARD_IS_PATH_MAP (self));

  if (stop->part == NULL)
    module = g_list_model_get_item (callboard_draft_node_get_list (root, "modules"), position - 1);

  if (stop->part != NULL || module != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, module != NULL ? module : root, stop->part);
}

static void
callboard_path_map_map (GtkWidget *widget)
{
  CallboardPathMap *self = CALLBOARD_PATH_MAP (widget);

  GTK_WIDGET_CLASS (callboard_path_map_parent_class)->map (widget);

  if (self->waits)
    queue_update (self);
}

static void
stop (CallboardPathMap *self)
{
  if (self->tick == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->waits = TRUE;
}

static void
callboard_path_map_unmap (GtkWidget *widget)
{
  stop (CALLBOARD_PATH_MAP (widget));

  GTK_WIDGET_CLASS (callboard_path_map_parent_class)->unmap (widget);
}

static void
callboard_path_map_dispose (GObject *object)
{
  CallboardPathMap *self = CALLBOARD_PATH_MAP (object);

  callboard_path_map_set_open (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PATH_MAP);
  g_clear_pointer (&self->stops, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_path_map_parent_class)->dispose (object);
}

static void
callboard_path_map_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CallboardPathMap *self = CALLBOARD_PATH_MAP (object);

  switch ((CallboardPathMapProperty) id)
    {
    case PROP_OPEN:
      g_value_set_object (value, self->open);
      break;
    }
}

static void
callboard_path_map_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CallboardPathMap *self = CALLBOARD_PATH_MAP (object);

  switch ((CallboardPathMapProperty) id)
    {
    case PROP_OPEN:
      callboard_path_map_set_open (self, g_value_get_object (value));
      break;
    }
}

static void
callboard_path_map_class_init (CallboardPathMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_path_map_dispose;
  object_class->get_property = callboard_path_map_get_property;
  object_class->set_property = callboard_path_map_set_property;
  widget_class->map = callboard_path_map_map;
  widget_class->unmap = callboard_path_map_unmap;

  properties[PROP_OPEN] =
    g_param_spec_object ("open", NULL, NULL, CALLBOARD_TYPE_OPEN_DRAFT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CALLBOARD_TYPE_DRAFT_NODE, G_TYPE_STRING);

  g_type_ensure (CALLBOARD_TYPE_PATH_CHART);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-path-map.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPathMap, chart);
  gtk_widget_class_bind_template_child (widget_class, CallboardPathMap, scroller);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_pressed_cb);
}

static void
callboard_path_map_init (CallboardPathMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_path_map_new (void)
{
  return g_object_new (CALLBOARD_TYPE_PATH_MAP, NULL);
}

CallboardOpenDraft *
callboard_path_map_get_open (CallboardPathMap *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PATH_MAP (self), NULL);

  return self->open;
}

void
callboard_path_map_set_open (CallboardPathMap   *self,
                             CallboardOpenDraft *open)
{
  g_return_if_fail (CALLBOARD_IS_PATH_MAP (self));
  g_return_if_fail (open == NULL || CALLBOARD_IS_OPEN_DRAFT (open));

  if (self->open == open)
    return;

  if (self->open != NULL)
    g_signal_handlers_disconnect_by_func (callboard_open_draft_get_draft (self->open), on_changed_cb, self);

  stop (self);
  g_set_object (&self->open, open);
  if (open != NULL)
    g_signal_connect_object (callboard_open_draft_get_draft (open), "changed", G_CALLBACK (on_changed_cb), self,
                             G_CONNECT_SWAPPED);

  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}
