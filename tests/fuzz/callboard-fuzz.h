/* callboard-fuzz.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <signal.h>
#include <stdlib.h>

#include <glib.h>

G_BEGIN_DECLS

/* What each tests/fuzz/fuzz-*.c has. libFuzzer calls them with inputs of its own, callboard-replay.c with the corpus. */

int LLVMFuzzerInitialize   (int          *argc,
                            char       ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static inline void
callboard_fuzz_trap_cb (int number)
{
  abort ();
}

/* Whatever GLib warns of is a fault, and libFuzzer keeps the input of an abort but not of a trap. */
static inline void
callboard_fuzz_be_strict (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  signal (SIGTRAP, callboard_fuzz_trap_cb);
}

G_END_DECLS
