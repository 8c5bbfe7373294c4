/* callboard-ctl-rehearse-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <stdio.h>

#include "callboard-ctl-story-private.h"

G_BEGIN_DECLS

#define CALLBOARD_REHEARSE_PHONE "+447700900123"

/* What to play, and whence the answers come. */
typedef struct
{
  char               *document;
  const char         *files;
  CallboardStageType  type;
  CallboardRendering  rendering;
  FILE               *answers;
  gboolean            typed;
  CallboardStory     *story;
  guint               n_quiet;
  GError             *trouble;
} CallboardRehearse;

/* The next line that says something, or nothing; blank ones and those that begin with "# " do not. */
char     *callboard_rehearse_read_line (CallboardRehearse *self);

/* Does what a line says; if that is impossible, self->trouble tells why. */
gboolean  callboard_rehearse_answer    (CallboardRehearse *self,
                                        const char        *line);

G_END_DECLS
