/* test-draft-undo.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-draft-document.h"
#include "callboard-draft-kind.h"
#include "random_campaign.h"

#define N_SEEDS 400
#define N_EDITS 40

static const char * const kinds[] = {
  "content", "questions", "video_interview", "collect", "schedule", "text", "image", "video", "document", "short_answer",
  "long_answer", "single_choice", "multiple_choice", "yes_no", "true_false", "number", "date", "email", "rating", "prompt",
  "request", "choice", "rule", "hours", "session", "range",
};

/* seen: all ids that were ever made. */
typedef struct
{
  Chance          chance;
  CallboardDraft *draft;
  GHashTable     *seen;
  guint           n_changes;
} Run;

static void
collect_nodes (CallboardDraftNode *node,
               GPtrArray          *nodes)
{
  const char * const *members = callboard_draft_kind_list_members (callboard_draft_node_get_kind (node));

  g_ptr_array_add (nodes, node);
  for (guint i = 0; members[i] != NULL; i++)
    {
      GListModel *list;

      if (!callboard_draft_kind_is_list (callboard_draft_node_get_kind (node), members[i]))
        continue;

      list = callboard_draft_node_get_list (node, members[i]);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, j);

          collect_nodes (child, nodes);
        }
    }
}

/* The root first. */
static GPtrArray *
list_nodes (CallboardDraft *draft)
{
  GPtrArray *nodes = g_ptr_array_new ();

  collect_nodes (callboard_draft_get_root (draft), nodes);

  return nodes;
}

static CallboardDraftNode *
pick_node (Run *run)
{
  g_autoptr(GPtrArray) nodes = list_nodes (run->draft);

  return g_ptr_array_index (nodes, chance_pick (&run->chance, MIN (nodes->len, 256)));
}

static void
set_value (Run *run)
{
  CallboardDraftNode *node = pick_node (run);
  const char *kind = callboard_draft_node_get_kind (node);
  const char * const *members = callboard_draft_kind_list_members (kind);
  const char *member = members[chance_pick (&run->chance, g_strv_length ((GStrv) members))];
  static const char * const fixed[] = { "callboard", "id", "type", NULL };
  static const char * const words[] = { "", "a", "ab", "c\nd", "{{job.title}}", "ß" };

  if (g_strv_contains (fixed, member) || callboard_draft_kind_is_list (kind, member))
    return;

  switch (chance_pick (&run->chance, 5))
    {
    case 0:
      callboard_draft_node_set (node, member, NULL);
      break;
    case 1:
      callboard_draft_node_set_number (node, member, chance_pick (&run->chance, 9) / 2.0);
      break;
    case 2:
      callboard_draft_node_set_boolean (node, member, chance_happens (&run->chance, 50));
      break;
    case 3:
      callboard_draft_node_set (node, member, g_variant_new_strv (words, chance_pick (&run->chance, 4)));
      break;
    default:
      callboard_draft_node_set_text (node, member, words[chance_pick (&run->chance, G_N_ELEMENTS (words))]);
      break;
    }
}

static void
insert_somewhere (Run                *run,
                  CallboardDraftNode *child)
{
  CallboardDraftNode *parent = pick_node (run);
  const char *list = callboard_draft_kind_find_list (callboard_draft_node_get_kind (parent),
                                                     callboard_draft_node_get_kind (child));

  if (list != NULL)
    callboard_draft_node_insert (parent, list, chance_pick (&run->chance, 5), child);
}

/* As it is made, before it is anywhere. */
static void
check_new_ids (Run                *run,
               CallboardDraftNode *node)
{
  g_autoptr(GPtrArray) nodes = g_ptr_array_new ();

  collect_nodes (node, nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      CallboardDraftNode *child = g_ptr_array_index (nodes, i);
      const char *id = callboard_draft_node_get_id (child);

      if (id != NULL && !g_str_equal (callboard_draft_node_get_kind (child), "choice"))
        g_assert_true (g_hash_table_add (run->seen, g_strdup (id)));
    }
}

static void
create_node (Run *run)
{
  const char *kind = kinds[chance_pick (&run->chance, G_N_ELEMENTS (kinds))];
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (run->draft, kind);

  check_new_ids (run, node);
  insert_somewhere (run, node);
}

static void
copy_node (Run *run)
{
  CallboardDraftNode *node = pick_node (run);
  g_autoptr(CallboardDraftNode) copy = NULL;

  if (callboard_draft_node_get_parent (node) == NULL)
    return;

  copy = callboard_draft_copy (run->draft, node);
  check_new_ids (run, copy);
  insert_somewhere (run, copy);
}

static void
paste_node (Run *run)
{
  CallboardDraftNode *node = pick_node (run);
  g_autoptr(CallboardDraftNode) copy = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (callboard_draft_node_get_parent (node) == NULL)
    return;

  text = callboard_draft_node_to_text (node);
  copy = callboard_draft_node_from_text (run->draft, text, &error);
  g_assert_no_error (error);
  check_new_ids (run, copy);
  insert_somewhere (run, copy);
}

static void
remove_node (Run *run)
{
  CallboardDraftNode *node = pick_node (run);

  if (callboard_draft_node_get_parent (node) != NULL)
    callboard_draft_node_remove (node);
}

static void
move_node (Run *run)
{
  CallboardDraftNode *node = pick_node (run);
  CallboardDraftNode *parent = chance_happens (&run->chance, 50) ? pick_node (run) : callboard_draft_node_get_parent (node);
  const char *list;

  if (parent == NULL)
    return;

  list = callboard_draft_kind_find_list (callboard_draft_node_get_kind (parent), callboard_draft_node_get_kind (node));
  if (list != NULL)
    callboard_draft_node_move (node, parent, list, chance_pick (&run->chance, 5));
}

static void
convert_node (Run *run)
{
  CallboardDraftNode *node = pick_node (run);
  const char *kind = kinds[chance_pick (&run->chance, G_N_ELEMENTS (kinds))];
  const char *list = callboard_draft_node_get_list_name (node);

  if (list != NULL && (g_str_equal (list, "blocks") || g_str_equal (list, "questions")) &&
      g_strcmp0 (callboard_draft_kind_get_list (kind), list) == 0)
    callboard_draft_convert (run->draft, node, kind);
}

static void
adopt_other (Run *run)
{
  g_autofree char *document = random_campaign_new (&run->chance, chance_pick (&run->chance, CALLBOARD_STAGE_REVIEW));
  g_autoptr(CallboardDraft) other = callboard_draft_from_document (document, NULL);
  g_autofree char *written = NULL;
  g_autofree char *adopted = NULL;

  callboard_draft_adopt (run->draft, other, "Restore");
  written = callboard_draft_to_document (other);
  adopted = callboard_draft_to_document (run->draft);
  g_assert_cmpstr (written, ==, adopted);

  /* Ids of others are known from now on. */
  {
    g_autoptr(GPtrArray) nodes = list_nodes (run->draft);

    for (guint i = 0; i < nodes->len; i++)
      {
        const char *id = callboard_draft_node_get_id (g_ptr_array_index (nodes, i));

        if (id != NULL)
          g_hash_table_add (run->seen, g_strdup (id));
      }
  }
}

static void
ensure_id (Run *run)
{
  CallboardDraftNode *node = pick_node (run);

  if (callboard_draft_kind_get_id_prefix (callboard_draft_node_get_kind (node)) != 0)
    g_hash_table_add (run->seen, g_strdup (callboard_draft_ensure_id (run->draft, node)));
}

static void
edit (Run *run)
{
  guint what = chance_pick (&run->chance, 100);

  if (what < 40)
    set_value (run);
  else if (what < 60)
    create_node (run);
  else if (what < 65)
    copy_node (run);
  else if (what < 70)
    paste_node (run);
  else if (what < 80)
    remove_node (run);
  else if (what < 90)
    move_node (run);
  else if (what < 95)
    convert_node (run);
  else if (what < 97)
    callboard_draft_break (run->draft);
  else if (what < 99)
    adopt_other (run);
  else
    ensure_id (run);
}

static void
edit_group (Run *run)
{
  guint n = chance_pick (&run->chance, 4);

  callboard_draft_begin (run->draft, "Group");
  for (guint i = 0; i < n; i++)
    edit (run);

  if (chance_happens (&run->chance, 30))
    edit_group (run);

  callboard_draft_end (run->draft);
}

/* Each id leads to its node, and back. */
static void
check_index (CallboardDraft *draft)
{
  g_autoptr(GPtrArray) nodes = list_nodes (draft);

  for (guint i = 0; i < nodes->len; i++)
    {
      CallboardDraftNode *node = g_ptr_array_index (nodes, i);
      const char *id = callboard_draft_node_get_id (node);

      g_assert_true (callboard_draft_node_get_draft (node) == draft);
      if (id != NULL && !g_str_equal (callboard_draft_node_get_kind (node), "choice"))
        g_assert_true (callboard_draft_find (draft, id) == node);
    }
}

static GPtrArray *
walk (Run      *run,
      gboolean  back,
      guint     most)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, callboard_draft_to_document (run->draft));
  for (guint i = 0; i < most; i++)
    {
      if (!(back ? callboard_draft_undo (run->draft) : callboard_draft_redo (run->draft)))
        break;

      check_index (run->draft);
      g_ptr_array_add (texts, callboard_draft_to_document (run->draft));
    }

  return texts;
}

static void
check_ways (Run        *run,
            const char *beginning)
{
  g_autofree char *end = callboard_draft_to_document (run->draft);
  g_autoptr(GPtrArray) back = walk (run, TRUE, G_MAXUINT);
  g_autoptr(GPtrArray) forth = NULL;

  g_assert_cmpstr (g_ptr_array_index (back, back->len - 1), ==, beginning);
  forth = walk (run, FALSE, G_MAXUINT);
  g_assert_cmpuint (forth->len, ==, back->len);
  for (guint i = 0; i < forth->len; i++)
    g_assert_cmpstr (g_ptr_array_index (forth, i), ==, g_ptr_array_index (back, back->len - 1 - i));

  g_assert_cmpstr (g_ptr_array_index (forth, forth->len - 1), ==, end);
}

static void
edit_often (Run *run)
{
  for (guint i = 0; i < N_EDITS; i++)
    {
      if (chance_happens (&run->chance, 15))
        edit_group (run);
      else
        edit (run);
    }

  check_index (run->draft);
}

static void
changed_cb (Run *run)
{
  run->n_changes++;
}

static void
run_seed (guint seed)
{
  Run run = { CHANCE_OF_SEED (seed) };
  g_autofree char *document = random_campaign_new (&run.chance, seed % CALLBOARD_STAGE_REVIEW);
  g_autofree char *beginning = NULL;
  g_autofree char *end = NULL;

  run.draft = callboard_draft_from_document (document, NULL);
  run.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  beginning = callboard_draft_to_document (run.draft);
  g_signal_connect_swapped (run.draft, "changed", G_CALLBACK (changed_cb), &run);

  edit_often (&run);
  check_ways (&run, beginning);

  /* Part of the way back, and another way on. */
  g_ptr_array_unref (walk (&run, TRUE, chance_pick (&run.chance, 30)));
  edit_often (&run);
  check_ways (&run, beginning);
  g_assert_cmpuint (run.n_changes, >, 0);

  /* What came out can be read again. */
  end = callboard_draft_to_document (run.draft);
  {
    g_autoptr(GError) error = NULL;
    g_autoptr(CallboardDraft) again = callboard_draft_from_document (end, &error);
    g_autofree char *second = NULL;

    g_assert_no_error (error);
    second = callboard_draft_to_document (again);
    g_assert_cmpstr (second, ==, end);
  }

  g_hash_table_unref (run.seen);
  g_assert_finalize_object (run.draft);
  chance_clear (&run.chance);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_test_message ("seed %u", seed);
      run_seed (seed);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-undo/random", test_random);

  return g_test_run ();
}
