/* callboard-import-faults.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-import-faults.h"

struct _CallboardImportFaults
{
  GObject              parent_instance;

  CallboardImportRows *rows;
  GArray              *indices;
};

static void callboard_import_faults_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardImportFaults, callboard_import_faults, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, callboard_import_faults_list_model_init))

static guint
get_index (GArray *indices,
           guint   position)
{
  return g_array_index (indices, guint, position);
}

static GArray *
find_invalid (CallboardImportRows *rows)
{
  CallboardImportPlan *plan = callboard_import_rows_get_plan (rows);
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < callboard_import_plan_get_n_rows (plan); i++)
    {
      if (callboard_import_plan_get_state (plan, i) == CALLBOARD_IMPORT_INVALID)
        g_array_append_val (indices, i);
    }

  return indices;
}

static GType
callboard_import_faults_get_item_type (GListModel *model)
{
  return CALLBOARD_TYPE_IMPORT_ITEM;
}

static guint
callboard_import_faults_get_n_items (GListModel *model)
{
  return CALLBOARD_IMPORT_FAULTS (model)->indices->len;
}

static gpointer
callboard_import_faults_get_item (GListModel *model,
                                  guint       position)
{
  CallboardImportFaults *self = CALLBOARD_IMPORT_FAULTS (model);

  if (position >= self->indices->len)
    return NULL;

  return g_list_model_get_item (G_LIST_MODEL (self->rows), get_index (self->indices, position));
}

static void
callboard_import_faults_list_model_init (GListModelInterface *iface)
{
  iface->get_item = callboard_import_faults_get_item;
  iface->get_item_type = callboard_import_faults_get_item_type;
  iface->get_n_items = callboard_import_faults_get_n_items;
}

static void
callboard_import_faults_finalize (GObject *object)
{
  CallboardImportFaults *self = CALLBOARD_IMPORT_FAULTS (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->indices, g_array_unref);

  G_OBJECT_CLASS (callboard_import_faults_parent_class)->finalize (object);
}

static void
callboard_import_faults_class_init (CallboardImportFaultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_import_faults_finalize;
}

static void
callboard_import_faults_init (CallboardImportFaults *self)
{
}

CallboardImportFaults *
callboard_import_faults_new (CallboardImportRows *rows)
{
  CallboardImportFaults *self;

  g_return_val_if_fail (CALLBOARD_IS_IMPORT_ROWS (rows), NULL);

  self = g_object_new (CALLBOARD_TYPE_IMPORT_FAULTS, NULL);
  self->rows = g_object_ref (rows);
  self->indices = find_invalid (rows);

  return self;
}

void
callboard_import_faults_refresh (CallboardImportFaults *self)
{
  g_autoptr(GArray) before = NULL;
  guint head = 0, tail = 0, shorter;

  g_return_if_fail (CALLBOARD_IS_IMPORT_FAULTS (self));

  before = self->indices;
  self->indices = find_invalid (self->rows);
  shorter = MIN (before->len, self->indices->len);
  while (head < shorter && get_index (before, head) == get_index (self->indices, head))
    head++;
  while (tail < shorter - head &&
         get_index (before, before->len - tail - 1) == get_index (self->indices, self->indices->len - tail - 1))
    tail++;

  if (before->len != self->indices->len || head < before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, self->indices->len - head - tail);
}
