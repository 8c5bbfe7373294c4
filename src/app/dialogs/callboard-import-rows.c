/* callboard-import-rows.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-import-rows.h"

#define ALL_FIELDS \
  (1u << CALLBOARD_IMPORT_FIRST_NAME | 1u << CALLBOARD_IMPORT_LAST_NAME | 1u << CALLBOARD_IMPORT_PHONE | \
   1u << CALLBOARD_IMPORT_STAGE)

struct _CallboardImportItem
{
  GObject              parent_instance;

  CallboardImportRows *rows;
  guint                row;
  guint                editable;
};

/* items: those somebody holds, by row. */
struct _CallboardImportRows
{
  GObject              parent_instance;

  CallboardImportPlan *plan;
  GHashTable          *items;
};

static void callboard_import_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (CallboardImportItem, callboard_import_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardImportRows, callboard_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, callboard_import_rows_list_model_init))

enum
{
  CHANGED,
  N_SIGNALS
};

static guint item_signals[N_SIGNALS];
static guint rows_signals[N_SIGNALS];

static void
callboard_import_item_dispose (GObject *object)
{
  CallboardImportItem *self = CALLBOARD_IMPORT_ITEM (object);

  if (self->rows != NULL)
    g_hash_table_remove (self->rows->items, GUINT_TO_POINTER (self->row));
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (callboard_import_item_parent_class)->dispose (object);
}

static void
callboard_import_item_class_init (CallboardImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_import_item_dispose;

  item_signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
callboard_import_item_init (CallboardImportItem *self)
{
}

CallboardImportPlan *
callboard_import_item_get_plan (CallboardImportItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_IMPORT_ITEM (self), NULL);

  return self->rows->plan;
}

guint
callboard_import_item_get_row (CallboardImportItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_IMPORT_ITEM (self), 0);

  return self->row;
}

guint
callboard_import_item_get_editable (CallboardImportItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_IMPORT_ITEM (self), 0);

  if (callboard_import_plan_get_state (self->rows->plan, self->row) == CALLBOARD_IMPORT_INVALID)
    self->editable |= 1u << callboard_import_plan_get_fault (self->rows->plan, self->row);

  return self->editable;
}

void
callboard_import_item_edit_all (CallboardImportItem *self)
{
  g_return_if_fail (CALLBOARD_IS_IMPORT_ITEM (self));

  self->editable = ALL_FIELDS;
  g_signal_emit (self, item_signals[CHANGED], 0);
}

void
callboard_import_item_set_cell (CallboardImportItem  *self,
                                CallboardImportField  field,
                                const char           *text)
{
  g_autoptr(CallboardImportRows) rows = NULL;
  g_autoptr(GArray) changed = NULL;

  g_return_if_fail (CALLBOARD_IS_IMPORT_ITEM (self));

  if (g_str_equal (callboard_import_plan_get_cell (self->rows->plan, self->row, field), text))
    return;

  rows = g_object_ref (self->rows);
  self->editable |= 1u << field;
  changed = callboard_import_plan_set_cell (rows->plan, self->row, field, text);

  for (guint i = 0; i < changed->len; i++)
    {
      CallboardImportItem *item = g_hash_table_lookup (rows->items, GUINT_TO_POINTER (g_array_index (changed, guint, i)));

      if (item != NULL)
        g_signal_emit (item, item_signals[CHANGED], 0);
    }

  g_signal_emit (rows, rows_signals[CHANGED], 0);
}

static GType
callboard_import_rows_get_item_type (GListModel *model)
{
  return CALLBOARD_TYPE_IMPORT_ITEM;
}

static guint
callboard_import_rows_get_n_items (GListModel *model)
{
  return callboard_import_plan_get_n_rows (CALLBOARD_IMPORT_ROWS (model)->plan);
}

static gpointer
callboard_import_rows_get_item (GListModel *model,
                                guint       position)
{
  CallboardImportRows *self = CALLBOARD_IMPORT_ROWS (model);
  CallboardImportItem *item;

  if (position >= callboard_import_rows_get_n_items (model))
    return NULL;

  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);

  item = g_object_new (CALLBOARD_TYPE_IMPORT_ITEM, NULL);
  item->rows = g_object_ref (self);
  item->row = position;
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);

  return item;
}

static void
callboard_import_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item = callboard_import_rows_get_item;
  iface->get_item_type = callboard_import_rows_get_item_type;
  iface->get_n_items = callboard_import_rows_get_n_items;
}

static void
callboard_import_rows_finalize (GObject *object)
{
  CallboardImportRows *self = CALLBOARD_IMPORT_ROWS (object);

  g_clear_pointer (&self->plan, callboard_import_plan_free);
  g_clear_pointer (&self->items, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_import_rows_parent_class)->finalize (object);
}

static void
callboard_import_rows_class_init (CallboardImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_import_rows_finalize;

  rows_signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
callboard_import_rows_init (CallboardImportRows *self)
{
  self->items = g_hash_table_new (NULL, NULL);
}

CallboardImportRows *
callboard_import_rows_new (CallboardImportPlan *plan)
{
  CallboardImportRows *self = g_object_new (CALLBOARD_TYPE_IMPORT_ROWS, NULL);

  g_return_val_if_fail (plan != NULL, self);

  self->plan = plan;

  return self;
}

CallboardImportPlan *
callboard_import_rows_get_plan (CallboardImportRows *self)
{
  g_return_val_if_fail (CALLBOARD_IS_IMPORT_ROWS (self), NULL);

  return self->plan;
}
