/* callboard-changes.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-changes.h"

struct _CallboardChanges
{
  GObject     parent_instance;

  GHashTable *known;
  GArray     *applications;
  GArray     *moves;
  guint       kinds;
};

G_DEFINE_FINAL_TYPE (CallboardChanges, callboard_changes, G_TYPE_OBJECT)

static void
callboard_changes_finalize (GObject *object)
{
  CallboardChanges *self = CALLBOARD_CHANGES (object);

  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->applications, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);

  G_OBJECT_CLASS (callboard_changes_parent_class)->finalize (object);
}

static void
callboard_changes_class_init (CallboardChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_changes_finalize;
}

static void
callboard_changes_init (CallboardChanges *self)
{
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->moves = g_array_new (FALSE, FALSE, sizeof (CallboardMove));
}

CallboardChanges *
callboard_changes_new (void)
{
  return g_object_new (CALLBOARD_TYPE_CHANGES, NULL);
}

void
callboard_changes_add (CallboardChanges    *self,
                       CallboardChangeKind  kinds)
{
  g_return_if_fail (CALLBOARD_IS_CHANGES (self));

  self->kinds |= kinds;
}

void
callboard_changes_add_application (CallboardChanges *self,
                                   gint64            application)
{
  g_return_if_fail (CALLBOARD_IS_CHANGES (self));

  self->kinds |= CALLBOARD_CHANGED_APPLICATIONS;

  if (g_hash_table_add (self->known, g_memdup2 (&application, sizeof application)))
    g_array_append_val (self->applications, application);
}

void
callboard_changes_add_move (CallboardChanges    *self,
                            const CallboardMove *move)
{
  g_return_if_fail (CALLBOARD_IS_CHANGES (self));
  g_return_if_fail (move != NULL);

  self->kinds |= CALLBOARD_CHANGED_POSITIONS;
  g_array_append_vals (self->moves, move, 1);
  callboard_changes_add_application (self, move->application);
}

gboolean
callboard_changes_is_empty (CallboardChanges *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANGES (self), TRUE);

  return self->kinds == 0;
}

gboolean
callboard_changes_has (CallboardChanges    *self,
                       CallboardChangeKind  kinds)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANGES (self), FALSE);

  return (self->kinds & kinds) != 0;
}

gboolean
callboard_changes_has_application (CallboardChanges *self,
                                   gint64            application)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANGES (self), FALSE);

  return g_hash_table_contains (self->known, &application);
}

const gint64 *
callboard_changes_get_applications (CallboardChanges *self,
                                    guint            *n_applications)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANGES (self), NULL);

  *n_applications = self->applications->len;

  return (const gint64 *) (gpointer) self->applications->data;
}

const CallboardMove *
callboard_changes_get_moves (CallboardChanges *self,
                             guint            *n_moves)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANGES (self), NULL);

  *n_moves = self->moves->len;

  return (const CallboardMove *) (gpointer) self->moves->data;
}
