/* test-draft-rules.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-draft-rules.h"

/* The table of product.md, section 2, written down once more: the modules of each stage type. */
static const struct {
  CallboardStageType type;
  const char        *modules[6];
} table[] = {
  { CALLBOARD_STAGE_FORM, { "content", "questions", "video_interview", "collect" } },
  { CALLBOARD_STAGE_ASSESSMENT, { "content", "questions", "video_interview", "collect" } },
  { CALLBOARD_STAGE_OFFER, { "content", "questions", "video_interview", "collect" } },
  { CALLBOARD_STAGE_REJECT, { "content", "questions", "video_interview", "collect" } },
  { CALLBOARD_STAGE_SCHEDULE, { "content", "schedule" } },
  { CALLBOARD_STAGE_REVIEW, { NULL } },
};

/* All that there is, and what is no module. */
static const char * const kinds[] = {
  "content", "questions", "video_interview", "collect", "schedule", "text", "short_answer", "choice", "campaign", "", "poem",
};

static GListModel *
get_modules (CallboardDraft *draft)
{
  return callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");
}

static CallboardDraftNode *
append (CallboardDraft *draft,
        const char     *kind)
{
  g_autoptr(CallboardDraftNode) module = callboard_draft_create (draft, kind);

  callboard_draft_node_insert (callboard_draft_get_root (draft), "modules", G_MAXUINT, module);

  return module;
}

static void
check_add (CallboardDraft     *draft,
           CallboardStageType  type,
           const char         *kind,
           guint               position,
           gboolean            expected)
{
  g_autofree char *why = NULL;
  gboolean may = callboard_draft_may_add (draft, type, kind, position, &why);

  g_test_message ("stage type %u, %s at %u: %s", type, kind, position, may ? "yes" : why);
  g_assert_cmpint (may, ==, expected);
  g_assert_cmpint (why == NULL, ==, may);
  g_assert_cmpint (callboard_draft_may_add (draft, type, kind, position, NULL), ==, may);
}

/* Into an empty campaign. */
static void
test_empty (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();

  for (guint t = 0; t < G_N_ELEMENTS (table); t++)
    {
      g_assert_true (g_strv_equal (callboard_draft_list_kinds (table[t].type), table[t].modules));

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          check_add (draft, table[t].type, kinds[k], 0, g_strv_contains (table[t].modules, kinds[k]));
          check_add (draft, table[t].type, kinds[k], G_MAXUINT, g_strv_contains (table[t].modules, kinds[k]));
        }
    }
}

/* Without a Schedule module any position will do, but a Schedule module is the last. */
static void
test_positions (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();

  append (draft, "content");
  append (draft, "content");
  for (guint t = 0; t < G_N_ELEMENTS (table); t++)
    {
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          gboolean fits = g_strv_contains (table[t].modules, kinds[k]);
          gboolean last = g_str_equal (kinds[k], "schedule");

          check_add (draft, table[t].type, kinds[k], 0, fits && !last);
          check_add (draft, table[t].type, kinds[k], 1, fits && !last);
          check_add (draft, table[t].type, kinds[k], 2, fits);
          check_add (draft, table[t].type, kinds[k], 3, fits);
        }
    }
}

static void
test_one_schedule (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();

  append (draft, "content");
  append (draft, "schedule");
  for (guint position = 0; position < 4; position++)
    {
      check_add (draft, CALLBOARD_STAGE_SCHEDULE, "schedule", position, FALSE);
      check_add (draft, CALLBOARD_STAGE_SCHEDULE, "content", position, position < 2);
      check_add (draft, CALLBOARD_STAGE_SCHEDULE, "questions", position, FALSE);
    }
}

static void
check_move (CallboardDraftNode *module,
            CallboardStageType  type,
            guint               position,
            gboolean            expected)
{
  g_autofree char *why = NULL;

  g_assert_cmpint (callboard_draft_may_move (module, type, position, &why), ==, expected);
  g_assert_cmpint (why == NULL, ==, expected);
}

static void
test_move (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *first = append (draft, "content");
  CallboardDraftNode *second = append (draft, "content");
  CallboardDraftNode *schedule = append (draft, "schedule");

  for (guint position = 0; position < 4; position++)
    {
      check_move (first, CALLBOARD_STAGE_SCHEDULE, position, position < 2);
      check_move (second, CALLBOARD_STAGE_SCHEDULE, position, position < 2);
      check_move (schedule, CALLBOARD_STAGE_SCHEDULE, position, position >= 2);
      check_move (first, CALLBOARD_STAGE_REVIEW, position, FALSE);
      check_move (schedule, CALLBOARD_STAGE_FORM, position, FALSE);
    }

  callboard_draft_node_remove (schedule);
  append (draft, "questions");
  for (guint position = 0; position < 4; position++)
    check_move (first, CALLBOARD_STAGE_FORM, position, TRUE);
}

static guint
count_misfits (CallboardDraft     *draft,
               CallboardStageType  type)
{
  g_autoptr(GPtrArray) misfits = callboard_draft_list_misfits (draft, type);

  return misfits->len;
}

static void
test_misfits (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  g_autoptr(GPtrArray) misfits = NULL;
  CallboardDraftNode *second;

  for (guint k = 0; k < 5; k++)
    append (draft, kinds[k]);

  for (guint t = 0; t < G_N_ELEMENTS (table); t++)
    g_assert_cmpuint (count_misfits (draft, table[t].type), ==, 5 - g_strv_length ((GStrv) table[t].modules));

  /* Of two Schedule modules the first stays. */
  second = append (draft, "schedule");
  misfits = callboard_draft_list_misfits (draft, CALLBOARD_STAGE_SCHEDULE);
  g_assert_cmpuint (misfits->len, ==, 4);
  g_assert_true (g_ptr_array_index (misfits, 3) == second);
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (draft)), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-rules/empty", test_empty);
  g_test_add_func ("/draft-rules/positions", test_positions);
  g_test_add_func ("/draft-rules/one-schedule", test_one_schedule);
  g_test_add_func ("/draft-rules/move", test_move);
  g_test_add_func ("/draft-rules/misfits", test_misfits);

  return g_test_run ();
}
