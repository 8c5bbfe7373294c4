/* callboard-demo-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-demo-board.h"

#include <adwaita.h>

#define NOT_READY 3

struct _CallboardDemoBoard
{
  GObject                   parent_instance;

  CallboardArraySource     *source;
  CallboardApplicationPool *pool;
  GListStore               *stages;
  GtkWidget                *board;
  CallboardChanges         *changes; /* of the last move, for undo */

  guint                     talkative : 1;
};

G_DEFINE_FINAL_TYPE (CallboardDemoBoard, callboard_demo_board, G_TYPE_OBJECT)

static const struct
{
  const char         *name;
  CallboardStageType  type;
} looks[] = {
  { "Applied", CALLBOARD_STAGE_REVIEW },
  { "Screening", CALLBOARD_STAGE_FORM },
  { "Skills check", CALLBOARD_STAGE_ASSESSMENT },
  { "Interview", CALLBOARD_STAGE_SCHEDULE },
  { "Trial shift at the harbour kitchen", CALLBOARD_STAGE_REVIEW },
  { "Offer", CALLBOARD_STAGE_OFFER },
  { "Hired", CALLBOARD_STAGE_REVIEW },
  { "Rejected", CALLBOARD_STAGE_REJECT },
};

static CallboardStage *
create_stage (CallboardDemoBoard *self,
              guint               position)
{
  CallboardStage *stage = callboard_stage_new (position + 1);
  const CallboardStageRow row = {
    .id = position + 1,
    .job_id = 1,
    .name = (char *) looks[position % G_N_ELEMENTS (looks)].name,
    .type = looks[position % G_N_ELEMENTS (looks)].type,
    .position = position,
    .ready = position != NOT_READY,
    .reason = (char *) (position == NOT_READY ? "The campaign is empty. Write and publish it, then move cards here." : ""),
    .count = callboard_array_source_peek_stage (self->source, position + 1)->len,
    .failed = callboard_array_source_count_failed (self->source, position + 1),
    .stale_days = CALLBOARD_STALE_DAYS,
    .late_days = CALLBOARD_LATE_DAYS,
  };

  callboard_stage_apply (stage, &row);

  return stage;
}

G_GNUC_PRINTF (2, 3) static void
say (CallboardDemoBoard *self,
     const char         *format,
     ...)
{
  va_list args;

  if (!self->talkative)
    return;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
}

static void
on_move_requested_cb (CallboardDemoBoard *self,
                      GArray             *ids,
                      gint64              stage,
                      gint64              before,
                      gboolean            without_sending)
{
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      say (self, "move %" G_GINT64_FORMAT " stage %" G_GINT64_FORMAT " before %" G_GINT64_FORMAT "%s\n", id, stage, before,
           without_sending ? " without sending" : "");
      callboard_array_source_move (self->source, id, stage, before, changes);
    }

  callboard_application_pool_apply (self->pool, changes);
  g_set_object (&self->changes, changes);
}

static void
on_undo_requested_cb (CallboardDemoBoard *self)
{
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();
  const CallboardMove *moves;
  guint n_moves;

  say (self, "undo\n");

  if (self->changes == NULL)
    return;

  moves = callboard_changes_get_moves (self->changes, &n_moves);
  for (guint i = 0; i < n_moves; i++)
    callboard_array_source_move (self->source, moves[i].application, moves[i].from_stage, 0, changes);

  callboard_application_pool_apply (self->pool, changes);
  g_clear_object (&self->changes);
}

static void
on_open_requested_cb (CallboardDemoBoard   *self,
                      CallboardApplication *application)
{
  say (self, "open %" G_GINT64_FORMAT "\n", callboard_application_get_id (application));
}

static void
on_ids_requested_cb (CallboardDemoBoard *self,
                     GArray             *ids)
{
  say (self, "asked for %u\n", ids->len);
}

static void
on_stage_requested_cb (CallboardDemoBoard *self,
                       CallboardStage     *stage)
{
  say (self, "asked for stage %" G_GINT64_FORMAT "\n", callboard_stage_get_id (stage));
}

static void
on_current_changed_cb (CallboardDemoBoard *self)
{
  CallboardApplication *current = callboard_board_get_current (CALLBOARD_BOARD (self->board));

  say (self, "current %" G_GINT64_FORMAT "\n", current ? callboard_application_get_id (current) : 0);
}

static void
connect_signals (CallboardDemoBoard *self)
{
  static const char *with_stage[] = { "add-requested", "edit-campaign-requested", "edit-stage-requested",
                                      "move-refused", "rename-stage-requested" };

  g_signal_connect_swapped (self->board, "move-requested", G_CALLBACK (on_move_requested_cb), self);
  g_signal_connect_swapped (self->board, "undo-requested", G_CALLBACK (on_undo_requested_cb), self);
  g_signal_connect_swapped (self->board, "open-requested", G_CALLBACK (on_open_requested_cb), self);
  g_signal_connect_swapped (self->board, "send-again-requested", G_CALLBACK (on_ids_requested_cb), self);
  g_signal_connect_swapped (self->board, "notify::current", G_CALLBACK (on_current_changed_cb), self);

  for (guint i = 0; i < G_N_ELEMENTS (with_stage); i++)
    g_signal_connect_swapped (self->board, with_stage[i], G_CALLBACK (on_stage_requested_cb), self);
}

static void
callboard_demo_board_dispose (GObject *object)
{
  CallboardDemoBoard *self = CALLBOARD_DEMO_BOARD (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);

  g_clear_object (&self->board);
  g_clear_object (&self->changes);
  g_clear_object (&self->stages);
  g_clear_object (&self->pool);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (callboard_demo_board_parent_class)->dispose (object);
}

static void
callboard_demo_board_class_init (CallboardDemoBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = callboard_demo_board_dispose;
}

static void
callboard_demo_board_init (CallboardDemoBoard *self)
{
}

void
callboard_demo_board_load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), APP_PATH "/icons");
}

CallboardDemoBoard *
callboard_demo_board_new (guint n_stages,
                          guint n_cards)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (n_stages, n_cards);

  return callboard_demo_board_new_for_source (source);
}

CallboardDemoBoard *
callboard_demo_board_new_for_source (CallboardArraySource *source)
{
  CallboardDemoBoard *self = g_object_new (CALLBOARD_TYPE_DEMO_BOARD, NULL);

  self->source = g_object_ref (source);
  self->pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  self->stages = g_list_store_new (CALLBOARD_TYPE_STAGE);
  self->board = g_object_ref_sink (callboard_board_new ());

  for (guint i = 0; callboard_array_source_peek_stage (source, i + 1) != NULL; i++)
    {
      g_autoptr(CallboardStage) stage = create_stage (self, i);

      g_list_store_append (self->stages, stage);
    }

  callboard_board_set_model (CALLBOARD_BOARD (self->board), G_LIST_MODEL (self->stages), self->pool);
  connect_signals (self);

  return self;
}

GtkWidget *
callboard_demo_board_get_widget (CallboardDemoBoard *self)
{
  return self->board;
}

CallboardArraySource *
callboard_demo_board_get_source (CallboardDemoBoard *self)
{
  return self->source;
}

CallboardApplicationPool *
callboard_demo_board_get_pool (CallboardDemoBoard *self)
{
  return self->pool;
}

CallboardStage *
callboard_demo_board_get_stage (CallboardDemoBoard *self,
                                guint               position)
{
  g_autoptr(CallboardStage) stage = g_list_model_get_item (G_LIST_MODEL (self->stages), position);

  return stage;
}

void
callboard_demo_board_set_talkative (CallboardDemoBoard *self,
                                    gboolean            talkative)
{
  self->talkative = talkative;
}

void
callboard_demo_board_move (CallboardDemoBoard *self,
                           gint64              id,
                           gint64              stage,
                           gint64              before)
{
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();

  callboard_array_source_move (self->source, id, stage, before, changes);
  callboard_application_pool_apply (self->pool, changes);
}
