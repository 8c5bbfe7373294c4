/* callboard-import-dialog-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import-check.h"
#include "callboard-import-columns.h"
#include "callboard-import-consent.h"
#include "callboard-import-dialog.h"
#include "callboard-notice.h"

G_BEGIN_DECLS

struct _CallboardImportDialog
{
  AdwWindow                   parent_instance;

  GtkWidget                  *back;
  CallboardImportCheckPage   *check;
  GtkProgressBar             *check_progress;
  GtkWidget                  *close;
  CallboardImportColumnsPage *columns;
  CallboardImportConsentPage *consent;
  GtkButton                  *next;
  CallboardNotice            *notice;
  GtkProgressBar             *progress;
  AdwStatusPage              *result;
  GtkWidget                  *save;
  GtkStack                   *stack;
  AdwWindowTitle             *window_title;

  CallboardStore             *store;
  CallboardTable             *table;
  CallboardImportRows        *rows;
  GtkFileChooserNative       *chooser;
  GCancellable               *cancellable;
  gint64                      job;
  GtkProgressBar             *progress_bar;
  guint                       progress_source;

  /* Written by another thread while it checks or imports. */
  guint                       done;
  guint                       total;
};

void callboard_import_dialog_show_page        (CallboardImportDialog *self,
                                               const char            *name);
void callboard_import_dialog_show_fault       (CallboardImportDialog *self,
                                               const char            *page,
                                               const GError          *error);
void callboard_import_dialog_begin_reading    (CallboardImportDialog *self);
/* The bar follows what the other thread notes until the end. */
void callboard_import_dialog_begin_progress   (CallboardImportDialog *self,
                                               GtkProgressBar        *bar);
void callboard_import_dialog_note_progress    (guint                  done,
                                               guint                  total,
                                               gpointer               data);
void callboard_import_dialog_end_progress     (CallboardImportDialog *self);
void callboard_import_dialog_run              (CallboardImportDialog *self);
void callboard_import_dialog_class_init_files (GtkWidgetClass        *widget_class);
void callboard_import_dialog_init_files       (CallboardImportDialog *self);

G_END_DECLS
