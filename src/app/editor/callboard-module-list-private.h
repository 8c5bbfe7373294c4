/* callboard-module-list-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-module-list.h"
#include "callboard-module-row.h"

G_BEGIN_DECLS

struct _CallboardModuleList
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkListBox          *list;
  GMenuModel          *module_menu;
  GtkFlowBox          *palette;
  GtkLabel            *refusal;
  GtkScrolledWindow   *scrolled;

  CallboardOpenDraft  *open;
  GListModel          *model;
  GtkStringList       *tail;
  GtkWidget           *dragged;
  GtkWidget           *menu;
  char                *palette_state;

  /* The place that is selected, and where it stands. */
  CallboardDraftNode  *node;
  char                *part;
  guint                position;

  /* What hovers over the list. */
  CallboardModuleDrag *drag;
  GtkWidget           *marked;
  double               y;
  gint64               frame_time;
  guint                tick_id;

  guint                selecting : 1;
  guint                stale : 1;
};

/* callboard-module-list.c */
extern const char * const callboard_module_actions[];

CallboardDraft     *callboard_module_list_get_draft   (CallboardModuleList *self);
CallboardDraftNode *callboard_module_list_get_root    (CallboardModuleList *self);
GListModel         *callboard_module_list_get_modules (CallboardModuleList *self);
CallboardModuleRow *callboard_module_list_find_row    (CallboardModuleList *self,
                                                       CallboardDraftNode  *node,
                                                       const char          *part);
void                callboard_module_list_focus       (CallboardModuleList *self,
                                                       CallboardDraftNode  *node,
                                                       const char          *part);

/* callboard-module-list-edit.c: what is done to a module, by the name of its action; NULL for none */
void                callboard_module_list_run         (CallboardModuleList *self,
                                                       CallboardDraftNode  *node,
                                                       const char          *action);
void                callboard_module_list_update_actions (CallboardModuleList *self,
                                                          GtkWidget           *widget,
                                                          CallboardDraftNode  *node,
                                                          const char          *part);
void                callboard_module_list_toast       (CallboardModuleList *self,
                                                       const char          *text);

/* callboard-module-list-menu.c */
void                callboard_module_list_init_menu   (CallboardModuleList *self);
void                callboard_module_list_open_menu   (CallboardModuleList *self,
                                                       CallboardModuleRow  *row,
                                                       double               x,
                                                       double               y);

/* callboard-module-list-dnd.c */
void                callboard_module_list_init_dnd    (CallboardModuleList *self);
void                callboard_module_drag_begin       (GtkDragSource       *source,
                                                       GtkWidget           *widget);

/* callboard-module-list-hover.c */
void                callboard_module_list_autoscroll  (CallboardModuleList *self);
void                callboard_module_list_end_hover   (CallboardModuleList *self);
void                callboard_module_list_hover       (CallboardModuleList *self);
guint               callboard_module_list_get_drop_position (CallboardModuleList *self);

/* callboard-module-list-palette.c */
void                callboard_module_list_fill_palette (CallboardModuleList *self);

G_END_DECLS
