/* callboard-form-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field-set.h"
#include "callboard-form.h"

G_BEGIN_DECLS

struct _CallboardForm
{
  GtkWidget            parent_instance;

  GtkScrolledWindow   *scroller;
  GtkStack            *stack;

  CallboardDraftNode  *focused;
  CallboardDraftNode  *node;
  CallboardFieldSet   *page;
  CallboardOpenDraft  *open;
  GListModel          *problems;
  GtkRoot             *root;
  char                *directory;
  char                *part;
  gulong               focus_handler;
  guint                scroll_source;
  CallboardStageType   stage_type;
  guint                placed : 1;
};

G_END_DECLS
