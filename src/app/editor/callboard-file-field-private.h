/* callboard-file-field-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-file-field.h"
#include "callboard-notice.h"

G_BEGIN_DECLS

struct _CallboardFileField
{
  GtkWidget              parent_instance;

  GtkWidget             *box;
  GtkButton             *choose;
  GtkLabel              *detail;
  GtkPicture            *image;
  GtkImage              *icon;
  GtkLabel              *name;
  CallboardNotice       *notice;
  GtkWidget             *paste;
  GtkWidget             *remove;
  GtkSpinner            *spinner;

  GtkFileChooserNative  *chooser;
  GCancellable          *cancellable;
  GCancellable          *picture;
  char                  *shown;
};

void callboard_file_field_clear    (CallboardFileField *self);

/* Whether the spinner turns. */
void callboard_file_field_set_busy (CallboardFileField *self,
                                    gboolean            busy);

G_END_DECLS
