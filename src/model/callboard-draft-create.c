/* callboard-draft-create.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

#include <glib/gi18n-lib.h>

#include "callboard-zone.h"

static void
append (CallboardDraftNode *parent,
        CallboardDraftNode *child)
{
  const char *list = callboard_draft_kind_find_list (parent->kind, child->kind);

  callboard_draft_node_insert (parent, list, G_MAXUINT, child);
}

static void
append_new (CallboardDraft     *self,
            CallboardDraftNode *parent,
            const char         *kind)
{
  g_autoptr(CallboardDraftNode) child = callboard_draft_create (self, kind);

  append (parent, child);
}

static void
fill_choices (CallboardDraft     *self,
              CallboardDraftNode *node)
{
  append_new (self, node, "choice");
  append_new (self, node, "choice");
}

/* The zone in which interviews are held, as far as one can guess. */
static const char *
guess_zone (void)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);

  return callboard_zone_is_valid (name) ? g_intern_string (name) : "UTC";
}

static void
fill_hours (CallboardDraftNode *schedule)
{
  static const char * const days[] = { "mon", "tue", "wed", "thu", "fri" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(CallboardDraftNode) hours = callboard_draft_node_new ("hours");

      callboard_draft_node_set_text (hours, "day", days[i]);
      callboard_draft_node_set_text (hours, "from", "09:00");
      callboard_draft_node_set_text (hours, "to", "17:00");
      append (schedule, hours);
    }
}

/* Section 7 of product.md. The text is in the campaign's language, not in the user's. */
static void
fill_schedule (CallboardDraft     *self,
               CallboardDraftNode *node)
{
  gboolean german = g_str_has_prefix (callboard_draft_node_get_text (self->root, "language"), "de");

  callboard_draft_node_set_text (node, "text", german ? "Suchen wir nun einen Termin." : "Now let us find a time.");
  callboard_draft_node_set_number (node, "duration", 30);
  callboard_draft_node_set_text (node, "place.kind", "phone");
  callboard_draft_node_set_text (node, "zone", guess_zone ());
  fill_hours (node);
  callboard_draft_node_set_number (node, "gap", 10);
  callboard_draft_node_set_number (node, "notice", 4 * 60);
  callboard_draft_node_set_number (node, "horizon", 7);
}

static void
fill_session (CallboardDraft     *self,
              CallboardDraftNode *node)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *starts = g_date_time_format (tomorrow, "%Y-%m-%dT10:00");

  callboard_draft_node_set_text (node, "starts", starts);
}

static void
fill_content (CallboardDraft     *self,
              CallboardDraftNode *node)
{
  append_new (self, node, "text");
}

static void
fill_questions (CallboardDraft     *self,
                CallboardDraftNode *node)
{
  append_new (self, node, "short_answer");
}

static void
fill_video_interview (CallboardDraft     *self,
                      CallboardDraftNode *node)
{
  append_new (self, node, "prompt");
}

static void
fill_collect (CallboardDraft     *self,
              CallboardDraftNode *node)
{
  append_new (self, node, "request");
}

static void
fill_prompt (CallboardDraft     *self,
             CallboardDraftNode *node)
{
  callboard_draft_node_set_number (node, "seconds", 60);
}

static void
fill_hour (CallboardDraft     *self,
           CallboardDraftNode *node)
{
  callboard_draft_node_set_text (node, "day", "mon");
  callboard_draft_node_set_text (node, "from", "09:00");
  callboard_draft_node_set_text (node, "to", "17:00");
}

static void
fill_rule (CallboardDraft     *self,
           CallboardDraftNode *node)
{
  callboard_draft_node_set_text (node, "when", "");
  callboard_draft_node_set_text (node, "go", "conclusion");
}

static void
fill_choice (CallboardDraft     *self,
             CallboardDraftNode *node)
{
  callboard_draft_node_set_text (node, "label", "");
}

static void
fill_range (CallboardDraft     *self,
            CallboardDraftNode *node)
{
  callboard_draft_node_set_number (node, "points", 0);
}

static const struct {
  const char *kind;
  void      (*fill) (CallboardDraft     *self,
                     CallboardDraftNode *node);
} beginnings[] = {
  { "content", fill_content },
  { "questions", fill_questions },
  { "video_interview", fill_video_interview },
  { "collect", fill_collect },
  { "schedule", fill_schedule },
  { "single_choice", fill_choices },
  { "multiple_choice", fill_choices },
  { "prompt", fill_prompt },
  { "hours", fill_hour },
  { "session", fill_session },
  { "rule", fill_rule },
  { "choice", fill_choice },
  { "range", fill_range },
};

static void
set_new_id (CallboardDraft     *self,
            CallboardDraftNode *node)
{
  g_autofree char *id = callboard_draft_new_id (self, node->kind);

  callboard_draft_node_set_text (node, "id", id);
}

CallboardDraftNode *
callboard_draft_create (CallboardDraft *self,
                        const char     *kind)
{
  CallboardDraftNode *node;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);
  g_return_val_if_fail (g_strcmp0 (kind, "campaign") != 0, NULL);

  node = callboard_draft_node_new (kind);
  g_return_val_if_fail (node != NULL, NULL);

  if (callboard_draft_kind_get_id_prefix (kind) != 0)
    set_new_id (self, node);
  /* Of the media a caption is no must. */
  if (callboard_draft_kind_has_member (kind, "text") && !callboard_draft_kind_has_member (kind, "file"))
    callboard_draft_node_set_text (node, "text", "");

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_equal (kind, beginnings[i].kind))
        beginnings[i].fill (self, node);
    }

  return node;
}

const char *
callboard_draft_ensure_id (CallboardDraft     *self,
                           CallboardDraftNode *node)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);
  g_return_val_if_fail (callboard_draft_kind_get_id_prefix (node->kind) != 0, NULL);

  if (callboard_draft_node_get_id (node) == NULL)
    set_new_id (self, node);

  return callboard_draft_node_get_id (node);
}

/* What a node keeps whose kind becomes another. */
static gboolean
survives (const char *member,
          const char *from,
          const char *to)
{
  static const char * const common[] = {
    "id", "type", "text", "help", "required", "retry", "file", "file.hash", "file.name", "file.media_type", "file.size", NULL
  };
  static const char * const of_choices[] = { "choices", "flag_when", NULL };
  gboolean choices = callboard_draft_kind_has_member (from, "choices") && callboard_draft_kind_has_member (to, "choices");

  return callboard_draft_kind_has_member (to, member) &&
         (g_strv_contains (common, member) || (choices && g_strv_contains (of_choices, member)));
}

static void
clear_member (CallboardDraftNode *node,
              const char         *member)
{
  GListModel *list;

  if (!callboard_draft_kind_is_list (node->kind, member))
    {
      callboard_draft_node_set (node, member, NULL);
      return;
    }

  list = callboard_draft_node_get_list (node, member);
  while (g_list_model_get_n_items (list) > 0)
    {
      g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, 0);

      callboard_draft_node_remove (child);
    }
}

void
callboard_draft_convert (CallboardDraft     *self,
                         CallboardDraftNode *node,
                         const char         *kind)
{
  const char * const *members;

  g_return_if_fail (CALLBOARD_IS_DRAFT (self));
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (node) && node->parent != NULL);
  g_return_if_fail (callboard_draft_kind_is_typed (kind));
  g_return_if_fail (g_strcmp0 (callboard_draft_kind_find_list (node->parent->kind, kind), g_quark_to_string (node->list)) == 0);

  callboard_draft_begin (self, _("Change Type"));
  members = callboard_draft_kind_list_members (node->kind);
  for (guint i = 0; members[i] != NULL; i++)
    {
      if (!survives (members[i], node->kind, kind))
        clear_member (node, members[i]);
    }

  callboard_draft_node_set (node, "type", g_variant_new_string (kind));
  if (callboard_draft_kind_has_member (kind, "choices") &&
      g_list_model_get_n_items (callboard_draft_node_get_list (node, "choices")) == 0)
    fill_choices (self, node);
  if (callboard_draft_node_get (node, "text") == NULL && !callboard_draft_kind_has_member (kind, "file"))
    callboard_draft_node_set_text (node, "text", "");
  callboard_draft_end (self);
}
