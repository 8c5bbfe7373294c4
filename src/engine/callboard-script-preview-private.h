/* callboard-script-preview-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script-preview.h"

G_BEGIN_DECLS

/* A part of a module as it stands in the document: a block, question, prompt, request or Schedule module; or a module that
 * has none. path: where it stands. */
typedef struct
{
  char *id;
  char *module;
  char *path;
} CallboardPreviewPart;

/* parts: (element-type CallboardPreviewPart), in order; fault: what is wrong with the whole document. */
struct _CallboardScriptPreview
{
  CallboardScript *script;
  GArray          *parts;
  char            *fault;
};

G_END_DECLS
