/* callboard-node-row-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field-set.h"
#include "callboard-node-row.h"

G_BEGIN_DECLS

struct _CallboardNodeRow
{
  GtkWidget           parent_instance;

  GtkImage           *arrow;
  AdwBin             *body;
  GtkWidget          *box;
  GtkWidget          *expander;
  GtkWidget          *handle;
  AdwBin             *line;
  GtkWidget          *menu;
  GtkLabel           *problem;
  GtkImage           *problem_icon;
  GtkWidget          *remove;
  GtkLabel           *summary;
  GtkLabel           *title;

  CallboardFieldSet  *fields;
  GSignalGroup       *signals;
  CallboardDraftNode *node;
  char               *form;
  guint               compact : 1;
  guint               expanded : 1;
};

G_END_DECLS
