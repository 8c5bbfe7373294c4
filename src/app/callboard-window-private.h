/* callboard-window-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-pool.h"
#include "callboard-board.h"
#include "callboard-details-panel.h"
#include "callboard-job.h"
#include "callboard-move-toast.h"
#include "callboard-move.h"
#include "callboard-shell.h"
#include "callboard-stage.h"
#include "callboard-ticker.h"
#include "callboard-tray-page.h"
#include "callboard-window.h"

G_BEGIN_DECLS

struct _CallboardWindow
{
  AdwApplicationWindow      parent_instance;

  CallboardShell           *shell;
  CallboardBoard           *board;
  CallboardDetailsPanel    *details;
  CallboardTrayPage        *tray;
  GtkWindow                *rehearsal;

  CallboardContext         *context;
  CallboardStore           *store;
  CallboardApplicationPool *pool;
  CallboardTicker          *ticker;
  CallboardMoveToast       *move_toast;
  GSettings                *settings;
  GListStore               *jobs;
  GListStore               *stages;

  gint64                    job;
  gint64                    refreshed_at;
  guint                     focus_source;
  guint                     refresh_source;
  CallboardChangeKind       stale;

  guint                     in_tray : 1;
  guint                     rehearsing : 1;
};

/* callboard-window.c */
void            callboard_window_report         (CallboardWindow           *self,
                                                 const GError              *error);
void            callboard_window_refresh        (CallboardWindow           *self);
CallboardStage *callboard_window_find_stage     (CallboardWindow           *self,
                                                 gint64                     stage);

/* callboard-window-archive.c */
void            callboard_window_archive        (CallboardWindow           *self,
                                                 const gint64              *applications,
                                                 guint                      n_applications);
void            callboard_window_class_init_archive (GtkWidgetClass        *widget_class);

/* callboard-window-board.c */
void            callboard_window_fill_shell     (CallboardWindow           *self);

/* callboard-window-jobs.c */
void            callboard_window_edit_job       (CallboardWindow           *self,
                                                 gint64                     stage);
void            callboard_window_update_job_actions (CallboardWindow       *self,
                                                     CallboardJob          *job);
void            callboard_window_class_init_jobs (GtkWidgetClass           *widget_class);

/* callboard-window-folds.c */
void            callboard_window_remember_folds (CallboardWindow           *self);

/* callboard-window-dialogs.c */
void            callboard_window_add_candidate  (CallboardWindow           *self,
                                                 gint64                     stage);
void            callboard_window_edit_campaign  (CallboardWindow           *self,
                                                 gint64                     stage);
void            callboard_window_import         (CallboardWindow           *self,
                                                 GFile                     *file);
void            callboard_window_rename_stage   (CallboardWindow           *self,
                                                 CallboardStage            *stage);
void            callboard_window_show_accounts  (CallboardWindow           *self);
void            callboard_window_rehearse       (CallboardWindow           *self);
void            callboard_window_open_sample    (CallboardWindow           *self);

/* callboard-window-view.c: what is shown */
void            callboard_window_show_tray      (CallboardWindow           *self);
void            callboard_window_update_page    (CallboardWindow           *self);
void            callboard_window_show_details   (CallboardWindow           *self,
                                                 gint64                     application);
void            callboard_window_write_to       (CallboardWindow           *self,
                                                 gint64                     application);

/* callboard-window-moves.c */
void            callboard_window_move           (CallboardWindow           *self,
                                                 const gint64              *applications,
                                                 guint                      n_applications,
                                                 gint64                     stage,
                                                 gint64                     before,
                                                 CallboardMoveFlags         flags);
void            callboard_window_refuse         (CallboardWindow           *self,
                                                 const gint64              *applications,
                                                 guint                      n_applications,
                                                 CallboardStage            *stage);
void            callboard_window_announce       (CallboardWindow           *self,
                                                 const char                *what,
                                                 const CallboardMoveResult *result);

/* callboard-window-undo.c */
void            callboard_window_undo           (CallboardWindow           *self,
                                                 gint64                     batch);

/* callboard-window-actions.c */
void            callboard_window_add_toast      (CallboardWindow           *self,
                                                 const char                *text);
void            callboard_window_send_again     (CallboardWindow           *self,
                                                 gint64                     application);
void            callboard_window_class_init_actions (GtkWidgetClass        *widget_class);

G_END_DECLS
