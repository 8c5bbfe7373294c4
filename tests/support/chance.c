/* chance.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chance.h"

void
chance_clear (Chance *chance)
{
  g_clear_pointer (&chance->rand, g_rand_free);
}

gboolean
chance_is_over (Chance *chance)
{
  return chance->rand == NULL && chance->n_bytes == 0;
}

guint
chance_pick (Chance *chance,
             guint   n)
{
  g_assert (n > 0 && n <= 256);

  if (chance->rand != NULL)
    return g_rand_int_range (chance->rand, 0, n);

  if (chance->n_bytes == 0)
    return 0;

  chance->n_bytes--;

  return *chance->bytes++ % n;
}

gboolean
chance_happens (Chance *chance,
                guint   percent)
{
  return chance_pick (chance, 100) >= 100 - percent;
}

char *
chance_bytes (Chance *chance,
              guint   max)
{
  guint length = chance_pick (chance, max);
  GString *bytes = g_string_sized_new (length);

  for (guint i = 0; i < length; i++)
    g_string_append_c (bytes, MAX (chance_pick (chance, 256), 1));

  return g_string_free (bytes, FALSE);
}
