/* callboard-tray-item.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-tray-item.h"

struct _CallboardTrayItem
{
  GObject               parent_instance;

  CallboardOutboxRow   *message;
  gint64                batch;
  CallboardOutboxGroup *drop;
  CallboardAccountRow  *account;
};

G_DEFINE_FINAL_TYPE (CallboardTrayItem, callboard_tray_item, G_TYPE_OBJECT)

static gboolean
is_same_message (const CallboardOutboxRow *a,
                 const CallboardOutboxRow *b)
{
  return a->message_id == b->message_id && a->state == b->state && a->leaves_at == b->leaves_at &&
         a->wait == b->wait && a->failure == b->failure && g_strcmp0 (a->name, b->name) == 0;
}

static gboolean
is_same_drop (const CallboardOutboxGroup *a,
              const CallboardOutboxGroup *b)
{
  return a->batch == b->batch && a->made_at == b->made_at && a->stage_id == b->stage_id && a->count == b->count &&
         a->leaves_at == b->leaves_at;
}

static gboolean
is_same_account (const CallboardAccountRow *a,
                 const CallboardAccountRow *b)
{
  return a->id == b->id && a->waiting == b->waiting && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->pause_reason, b->pause_reason) == 0;
}

static gboolean
is_same (CallboardTrayItem *a,
         CallboardTrayItem *b)
{
  if (a->message != NULL && b->message != NULL)
    return a->batch == b->batch && is_same_message (a->message, b->message);
  if (a->drop != NULL && b->drop != NULL)
    return is_same_drop (a->drop, b->drop);

  return a->account != NULL && b->account != NULL && is_same_account (a->account, b->account);
}

static gboolean
is_same_at (GListStore *items,
            guint       position,
            gpointer    wanted)
{
  g_autoptr(CallboardTrayItem) item = g_list_model_get_item (G_LIST_MODEL (items), position);

  return is_same (item, wanted);
}

static void
callboard_tray_item_finalize (GObject *object)
{
  CallboardTrayItem *self = CALLBOARD_TRAY_ITEM (object);

  g_clear_pointer (&self->message, callboard_outbox_row_free);
  g_clear_pointer (&self->drop, callboard_outbox_group_free);
  g_clear_pointer (&self->account, callboard_account_row_free);

  G_OBJECT_CLASS (callboard_tray_item_parent_class)->finalize (object);
}

static void
callboard_tray_item_class_init (CallboardTrayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_tray_item_finalize;
}

static void
callboard_tray_item_init (CallboardTrayItem *self)
{
}

CallboardTrayItem *
callboard_tray_item_new_message (CallboardOutboxRow *message,
                                 gint64              batch)
{
  CallboardTrayItem *self = g_object_new (CALLBOARD_TYPE_TRAY_ITEM, NULL);

  self->message = message;
  self->batch = batch;

  return self;
}

CallboardTrayItem *
callboard_tray_item_new_drop (CallboardOutboxGroup *drop)
{
  CallboardTrayItem *self = g_object_new (CALLBOARD_TYPE_TRAY_ITEM, NULL);

  self->drop = drop;

  return self;
}

CallboardTrayItem *
callboard_tray_item_new_account (CallboardAccountRow *account)
{
  CallboardTrayItem *self = g_object_new (CALLBOARD_TYPE_TRAY_ITEM, NULL);

  self->account = account;

  return self;
}

const CallboardOutboxRow *
callboard_tray_item_get_message (CallboardTrayItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TRAY_ITEM (self), NULL);

  return self->message;
}

gint64
callboard_tray_item_get_batch (CallboardTrayItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TRAY_ITEM (self), 0);

  return self->drop != NULL ? self->drop->batch : self->batch;
}

const CallboardOutboxGroup *
callboard_tray_item_get_drop (CallboardTrayItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TRAY_ITEM (self), NULL);

  return self->drop;
}

const CallboardAccountRow *
callboard_tray_item_get_account (CallboardTrayItem *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TRAY_ITEM (self), NULL);

  return self->account;
}

void
callboard_tray_items_update (GListStore *items,
                             GPtrArray  *wanted)
{
  guint n_old, head = 0, tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (items));
  g_return_if_fail (wanted != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (items));
  while (head < MIN (n_old, wanted->len) && is_same_at (items, head, g_ptr_array_index (wanted, head)))
    head++;
  while (tail < MIN (n_old, wanted->len) - head &&
         is_same_at (items, n_old - tail - 1, g_ptr_array_index (wanted, wanted->len - tail - 1)))
    tail++;

  if (n_old - head - tail > 0 || wanted->len - head - tail > 0)
    g_list_store_splice (items, head, n_old - head - tail, wanted->pdata + head, wanted->len - head - tail);
}
