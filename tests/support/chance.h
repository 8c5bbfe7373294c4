/* chance.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What decides for a generator: a seed, or the bytes of a fuzzer. Bytes that have run out decide for the first of all. */
typedef struct
{
  GRand        *rand;
  const guint8 *bytes;
  gsize         n_bytes;
} Chance;

#define CHANCE_OF_SEED(seed)      { g_rand_new_with_seed (seed), NULL, 0 }
#define CHANCE_OF_BYTES(data, n)  { NULL, data, n }

void      chance_clear   (Chance *chance);
gboolean  chance_is_over (Chance *chance);

/* n is 256 at most. */
guint     chance_pick    (Chance *chance,
                          guint   n);
gboolean  chance_happens (Chance *chance,
                          guint   percent);

/* Returns: (transfer full): any bytes but 0 */
char     *chance_bytes   (Chance *chance,
                          guint   max);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chance, chance_clear)

G_END_DECLS
