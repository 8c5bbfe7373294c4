/* callboard-phone-view-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-phone-view.h"

#include <adwaita.h>

#include "callboard-phone-sheet.h"

G_BEGIN_DECLS

/* marked: the message that is marked, 0 for none; reveals: whether it still has to come on the screen. */
struct _CallboardPhoneView
{
  GtkWidget           parent_instance;

  AdwAvatar          *avatar;
  GtkWidget          *box;
  GtkLabel           *channel;
  GtkLabel           *clock;
  GtkLabel           *contact;
  GtkLabel           *date;
  CallboardPhoneKeys *keys;
  GtkListBox         *list;
  GtkScrolledWindow  *scroller;
  CallboardPhoneSheet *sheet;

  GListModel         *messages;
  CallboardRendering  rendering;
  gint64              now;
  gint64              marked;
  double              upper;
  double              page;
  guint               scroll_source;
  guint               reveal_source;
  guint               at_end : 1;
  guint               reveals : 1;
};

/* The place on the screen: callboard-phone-view-place.c. */
void callboard_phone_view_init_place  (CallboardPhoneView *self);
void callboard_phone_view_clear_place (CallboardPhoneView *self);
/* Of a row that is made: whether it is the marked one. */
void callboard_phone_view_show_mark   (CallboardPhoneView *self,
                                       GtkWidget          *row);
gint64 callboard_phone_view_get_id    (GtkWidget          *row);

G_END_DECLS
