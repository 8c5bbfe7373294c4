/* callboard-editor-window-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-editor-window.h"
#include "callboard-form.h"
#include "callboard-module-list.h"
#include "callboard-preview.h"
#include "callboard-problem.h"

G_BEGIN_DECLS

struct _CallboardEditorWindow
{
  AdwApplicationWindow   parent_instance;

  GtkWidget             *back;
  AdwFlap               *flap;
  CallboardForm         *form;
  GtkWidget             *form_pane;
  AdwLeaflet            *leaflet;
  GtkWidget             *list_pane;
  CallboardModuleList   *modules;
  CallboardPreview      *preview;
  GtkToggleButton       *preview_toggle;
  GtkListBox            *problem_list;
  GtkMenuButton         *problems;
  GtkImage              *problems_icon;
  GtkLabel              *problems_label;
  GtkPopover            *problems_popover;
  GtkButton             *publish;
  GtkButton             *redo;
  AdwToastOverlay       *toasts;
  GtkButton             *undo;
  AdwWindowTitle        *window_title;

  CallboardOpenDraft    *open;
  CallboardProblem      *wanted;
  GtkWindow             *map;
  GtkWindow             *rehearsal;
};

/* callboard-editor-window.c */
void callboard_editor_window_add_toast          (CallboardEditorWindow  *self,
                                                 AdwToast               *toast);
void callboard_editor_window_say                (CallboardEditorWindow  *self,
                                                 const char             *text);
void callboard_editor_window_show_form          (CallboardEditorWindow  *self);

/* callboard-editor-window-actions.c */
void callboard_editor_window_class_init_actions (GtkWidgetClass         *widget_class);
void callboard_editor_window_init_keys          (CallboardEditorWindow  *self);
void callboard_editor_window_follow_draft       (CallboardEditorWindow  *self);

/* callboard-editor-window-files.c */
void callboard_editor_window_install_file_actions (GtkWidgetClass       *widget_class);
void callboard_editor_window_take_files         (CallboardEditorWindow  *self);

/* callboard-editor-window-problems.c */
void callboard_editor_window_follow_problems    (CallboardEditorWindow  *self);

/* callboard-editor-window-panels.c */
void callboard_editor_window_make_panels        (CallboardEditorWindow  *self);
void callboard_editor_window_show_place         (CallboardEditorWindow  *self,
                                                 CallboardDraftNode     *node,
                                                 const char             *part);
void callboard_editor_window_focus_field        (CallboardEditorWindow  *self,
                                                 CallboardDraftNode     *node,
                                                 const char             *member);
void callboard_editor_window_show_map           (CallboardEditorWindow  *self);

G_END_DECLS
