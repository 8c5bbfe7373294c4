/* callboard-window-folds.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-settings.h"
#include "callboard-window-private.h"

#define KEY "folded-stages"

/* Stages of several databases stand in the key: one may be opened today and another tomorrow. */
static char *
get_database (CallboardWindow *self)
{
  return callboard_settings_get_text (callboard_store_get_reader (self->store), CALLBOARD_SETTING_DATABASE);
}

static void
on_folded_changed_cb (CallboardWindow *self)
{
  GArray *folded = callboard_board_get_folded (self->board);
  g_autofree char *database = get_database (self);
  g_autoptr(GVariant) before = g_settings_get_value (self->settings, KEY);
  GVariantBuilder after;
  GVariantIter iter;
  const char *other;
  gint64 stage;

  g_assert (CALLBOARD_IS_WINDOW (self));

  g_variant_builder_init (&after, G_VARIANT_TYPE ("a(sx)"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "(&sx)", &other, &stage))
    {
      if (g_strcmp0 (other, database) != 0)
        g_variant_builder_add (&after, "(sx)", other, stage);
    }
  for (guint i = 0; database != NULL && i < folded->len; i++)
    g_variant_builder_add (&after, "(sx)", database, g_array_index (folded, gint64, i));

  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&after));
}

void
callboard_window_remember_folds (CallboardWindow *self)
{
  g_autofree char *database = NULL;
  g_autoptr(GArray) folded = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GVariant) kept = NULL;
  GVariantIter iter;
  const char *other;
  gint64 stage;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  database = get_database (self);
  kept = g_settings_get_value (self->settings, KEY);
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "(&sx)", &other, &stage))
    {
      if (g_strcmp0 (other, database) == 0)
        g_array_append_val (folded, stage);
    }

  callboard_board_set_folded (self->board, (const gint64 *) (gpointer) folded->data, folded->len);
  g_signal_connect_object (self->board, "folded-changed", G_CALLBACK (on_folded_changed_cb), self, G_CONNECT_SWAPPED);
}
