/* callboard-draft-rules.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-rules.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (char       **why,
        const char  *text)
{
  if (why != NULL)
    *why = g_strdup (text);

  return FALSE;
}

const char * const *
callboard_draft_list_kinds (CallboardStageType type)
{
  static const char * const many[] = { "content", "questions", "video_interview", "collect", NULL };
  static const char * const schedule[] = { "content", "schedule", NULL };
  static const char * const none[] = { NULL };

  switch (type)
    {
    case CALLBOARD_STAGE_FORM:
    case CALLBOARD_STAGE_ASSESSMENT:
    case CALLBOARD_STAGE_OFFER:
    case CALLBOARD_STAGE_REJECT:
      return many;
    case CALLBOARD_STAGE_SCHEDULE:
      return schedule;
    case CALLBOARD_STAGE_REVIEW:
      return none;
    }

  return none;
}

static gboolean
is_schedule (CallboardDraftNode *module)
{
  return g_str_equal (callboard_draft_node_get_kind (module), "schedule");
}

/* Returns: the position of the first Schedule module but ignored, or the number of modules; ignored is not counted. */
static guint
find_schedule (GListModel         *modules,
               CallboardDraftNode *ignored)
{
  guint position = 0;

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(CallboardDraftNode) module = g_list_model_get_item (modules, i);

      if (module == ignored)
        continue;
      if (is_schedule (module))
        break;

      position++;
    }

  return position;
}

static gboolean
check_kind (CallboardStageType   type,
            const char          *kind,
            char               **why)
{
  if (g_strv_contains (callboard_draft_list_kinds (type), kind))
    return TRUE;

  if (type == CALLBOARD_STAGE_REVIEW)
    return refuse (why, _("A Review stage sends nothing, so it has no modules."));
  if (type == CALLBOARD_STAGE_SCHEDULE)
    return refuse (why, _("In a Schedule stage there is room for Content modules and one Schedule module."));
  if (g_strcmp0 (kind, "schedule") == 0)
    return refuse (why, _("Interviews are offered only in a Schedule stage."));

  return refuse (why, _("This cannot be a module of a campaign."));
}

/* n: how many modules there are without the one in question */
static gboolean
check_place (GListModel          *modules,
             CallboardDraftNode  *ignored,
             gboolean             schedule,
             guint                n,
             guint                position,
             char               **why)
{
  if (schedule && position < n)
    return refuse (why, _("The Schedule module is always the last one."));

  if (!schedule && find_schedule (modules, ignored) < MIN (position, n))
    return refuse (why, _("Nothing comes after the Schedule module."));

  return TRUE;
}

gboolean
callboard_draft_may_add (CallboardDraft      *draft,
                         CallboardStageType   type,
                         const char          *kind,
                         guint                position,
                         char               **why)
{
  GListModel *modules;
  gboolean schedule;
  guint n;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  if (!check_kind (type, kind, why))
    return FALSE;

  modules = callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");
  n = g_list_model_get_n_items (modules);
  schedule = g_str_equal (kind, "schedule");
  if (schedule && find_schedule (modules, NULL) < n)
    return refuse (why, _("There is a Schedule module already, and there can be only one."));

  return check_place (modules, NULL, schedule, n, position, why);
}

gboolean
callboard_draft_may_move (CallboardDraftNode  *module,
                          CallboardStageType   type,
                          guint                position,
                          char               **why)
{
  CallboardDraft *draft;
  GListModel *modules;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (module), FALSE);
  g_return_val_if_fail (g_strcmp0 (callboard_draft_node_get_list_name (module), "modules") == 0, FALSE);

  draft = callboard_draft_node_get_draft (module);
  g_return_val_if_fail (draft != NULL, FALSE);

  modules = callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");

  return check_kind (type, callboard_draft_node_get_kind (module), why) &&
         check_place (modules, module, is_schedule (module), g_list_model_get_n_items (modules) - 1, position, why);
}

GPtrArray *
callboard_draft_list_misfits (CallboardDraft     *draft,
                              CallboardStageType  type)
{
  GPtrArray *misfits = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean offered = FALSE;
  GListModel *modules;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft), misfits);

  modules = callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");
  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(CallboardDraftNode) module = g_list_model_get_item (modules, i);
      gboolean schedule = is_schedule (module);
      gboolean fits = g_strv_contains (callboard_draft_list_kinds (type), callboard_draft_node_get_kind (module));

      if (!fits || (schedule && offered))
        g_ptr_array_add (misfits, g_steal_pointer (&module));

      offered |= schedule;
    }

  return misfits;
}
