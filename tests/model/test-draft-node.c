/* test-draft-node.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-draft-kind.h"
#include "callboard-draft.h"

static CallboardDraftNode *
add (CallboardDraft     *draft,
     CallboardDraftNode *parent,
     const char         *kind)
{
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (draft, kind);
  const char *list = callboard_draft_kind_find_list (callboard_draft_node_get_kind (parent), kind);

  callboard_draft_node_insert (parent, list, G_MAXUINT, node);

  return node;
}

static CallboardDraftNode *
add_module (CallboardDraft *draft,
            const char     *kind)
{
  return add (draft, callboard_draft_get_root (draft), kind);
}

static guint
count (CallboardDraftNode *node,
       const char         *list)
{
  return g_list_model_get_n_items (callboard_draft_node_get_list (node, list));
}

/* Still held by its list. */
static CallboardDraftNode *
get_child (CallboardDraftNode *node,
           const char         *list,
           guint               position)
{
  g_autoptr(CallboardDraftNode) child = g_list_model_get_item (callboard_draft_node_get_list (node, list), position);

  return child;
}

static void
assert_labels (CallboardDraft *draft,
               const char     *undo,
               const char     *redo)
{
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  gboolean can_undo, can_redo;

  g_object_get (draft, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label, "redo-label", &redo_label,
                NULL);
  g_assert_cmpstr (undo_label, ==, undo);
  g_assert_cmpstr (redo_label, ==, redo);
  g_assert_cmpint (can_undo, ==, *undo != '\0');
  g_assert_cmpint (can_redo, ==, *redo != '\0');
}

static void
count_cb (guint *counter)
{
  ++*counter;
}

static void
test_values (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);
  guint changes = 0, texts = 0;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect_swapped (root, "changed::welcome.text", G_CALLBACK (count_cb), &texts);
  g_assert_cmpstr (callboard_draft_node_get_text (root, "welcome.text"), ==, "");
  callboard_draft_node_set_text (root, "welcome.text", "");
  g_assert_nonnull (callboard_draft_node_get (root, "welcome.text"));
  callboard_draft_node_set_text (root, "welcome.text", NULL);
  g_assert_null (callboard_draft_node_get (root, "welcome.text"));
  callboard_draft_node_set_text (root, "language", "");
  g_assert_null (callboard_draft_node_get (root, "language"));
  g_assert_cmpuint (texts, ==, 2);
  g_assert_cmpuint (changes, ==, 2);

  callboard_draft_node_set_number (root, "settings.expiry_days", 7);
  g_assert_true (g_variant_is_of_type (callboard_draft_node_get (root, "settings.expiry_days"), G_VARIANT_TYPE_INT64));
  g_assert_cmpfloat (callboard_draft_node_get_number (root, "settings.expiry_days", 1), ==, 7);
  g_assert_cmpfloat (callboard_draft_node_get_number (root, "settings.progress", 3), ==, 3);
  g_assert_true (callboard_draft_node_get_boolean (root, "settings.progress", TRUE));
  callboard_draft_node_set_boolean (root, "settings.progress", FALSE);
  g_assert_false (callboard_draft_node_get_boolean (root, "settings.progress", TRUE));
}

static void
test_typing (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);

  callboard_draft_node_set_text (root, "welcome.text", "H");
  callboard_draft_node_set_text (root, "welcome.text", "Ho");
  callboard_draft_node_set_text (root, "welcome.text", "Hi");
  assert_labels (draft, "Typing", "");

  callboard_draft_break (draft);
  callboard_draft_node_set_text (root, "welcome.text", "Hi!");
  callboard_draft_node_set_text (root, "conclusion.text", "Bye");
  g_assert_true (callboard_draft_undo (draft));
  g_assert_null (callboard_draft_node_get (root, "conclusion.text"));
  g_assert_true (callboard_draft_undo (draft));
  g_assert_cmpstr (callboard_draft_node_get_text (root, "welcome.text"), ==, "Hi");

  /* After an undo one types something else. */
  callboard_draft_node_set_text (root, "welcome.text", "Hiya");
  g_assert_false (callboard_draft_redo (draft));
  g_assert_true (callboard_draft_undo (draft));
  g_assert_cmpstr (callboard_draft_node_get_text (root, "welcome.text"), ==, "Hi");
  g_assert_true (callboard_draft_undo (draft));
  g_assert_null (callboard_draft_node_get (root, "welcome.text"));
  g_assert_false (callboard_draft_undo (draft));
}

/* What was typed and taken back at once leaves nothing to undo. */
static void
test_typing_nothing (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);

  callboard_draft_node_set_text (root, "welcome.text", "H");
  callboard_draft_node_set_text (root, "welcome.text", NULL);
  assert_labels (draft, "", "");
}

static void
test_groups (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);
  CallboardDraftNode *module;
  guint changes = 0;

  g_signal_connect_swapped (draft, "changed", G_CALLBACK (count_cb), &changes);
  callboard_draft_begin (draft, "Outer");
  callboard_draft_begin (draft, "Inner");
  module = add_module (draft, "content");
  callboard_draft_end (draft);
  callboard_draft_node_set_text (root, "language", "de");
  callboard_draft_end (draft);
  g_assert_cmpuint (changes, ==, 1);
  assert_labels (draft, "Outer", "");

  callboard_draft_begin (draft, "Nothing");
  callboard_draft_end (draft);
  g_assert_cmpuint (changes, ==, 1);

  callboard_draft_undo (draft);
  assert_labels (draft, "", "Outer");
  g_assert_cmpuint (count (root, "modules"), ==, 0);
  g_assert_null (callboard_draft_node_get (root, "language"));
  callboard_draft_redo (draft);
  g_assert_true (get_child (root, "modules", 0) == module);
  g_assert_cmpuint (changes, ==, 3);

  callboard_draft_forget (draft);
  assert_labels (draft, "", "");
}

typedef struct
{
  CallboardDraftNode *node;
  char               *member;
} Visit;

static void
visited_cb (CallboardDraft     *draft,
            CallboardDraftNode *node,
            const char         *member,
            Visit              *visit)
{
  visit->node = node;
  g_free (visit->member);
  visit->member = g_strdup (member);
}

static void
test_visited (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);
  CallboardDraftNode *module = add_module (draft, "content");
  Visit visit = { 0 };

  g_signal_connect (draft, "visited", G_CALLBACK (visited_cb), &visit);
  callboard_draft_node_set_text (get_child (module, "blocks", 0), "text", "Word");
  callboard_draft_undo (draft);
  g_assert_true (visit.node == get_child (module, "blocks", 0));
  g_assert_cmpstr (visit.member, ==, "text");

  callboard_draft_undo (draft);
  g_assert_true (visit.node == root);
  g_assert_cmpstr (visit.member, ==, "modules");

  callboard_draft_redo (draft);
  g_assert_true (visit.node == module);
  g_assert_null (visit.member);
  g_free (visit.member);
}

static void
test_tree (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *first = add_module (draft, "content");
  CallboardDraftNode *second = add_module (draft, "content");
  CallboardDraftNode *block = get_child (first, "blocks", 0);

  g_assert_cmpstr (callboard_draft_node_get_list_name (block), ==, "blocks");
  g_assert_true (callboard_draft_node_get_parent (block) == first);
  callboard_draft_node_move (block, second, "blocks", 0);
  g_assert_true (callboard_draft_node_get_parent (block) == second);
  g_assert_cmpuint (callboard_draft_node_get_position (block), ==, 0);
  g_assert_true (callboard_draft_find (draft, callboard_draft_node_get_id (block)) == block);

  callboard_draft_node_remove (second);
  g_assert_null (callboard_draft_node_get_draft (block));
  g_assert_null (callboard_draft_find (draft, "b1"));
  callboard_draft_undo (draft);
  callboard_draft_undo (draft);
  g_assert_true (callboard_draft_node_get_parent (block) == first);
  g_assert_true (callboard_draft_node_get_draft (block) == draft);
}

static CallboardDraftNode *
add_rule (CallboardDraft     *draft,
          CallboardDraftNode *question,
          const char         *go)
{
  CallboardDraftNode *rule = add (draft, question, "rule");

  callboard_draft_node_set_text (rule, "when", "yes");
  callboard_draft_node_set_text (rule, "go", go);

  return rule;
}

static void
test_copy (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  g_autoptr(CallboardDraft) other = callboard_draft_new ();
  CallboardDraftNode *module = add_module (draft, "questions");
  CallboardDraftNode *question = add (draft, module, "yes_no");
  CallboardDraftNode *choices = add (draft, module, "single_choice");
  CallboardDraftNode *later = add_module (draft, "content");
  g_autoptr(CallboardDraftNode) near = NULL;
  g_autoptr(CallboardDraftNode) far = NULL;

  add_rule (draft, question, callboard_draft_node_get_id (later));
  add_rule (draft, question, "conclusion");
  add_rule (draft, question, "nowhere");

  near = callboard_draft_copy (draft, module);
  g_assert_cmpstr (callboard_draft_node_get_id (near), !=, callboard_draft_node_get_id (module));
  g_assert_cmpuint (count (get_child (near, "questions", 1), "rules"), ==, 2);
  g_assert_cmpstr (callboard_draft_node_get_id (get_child (get_child (near, "questions", 2), "choices", 1)), ==,
                   callboard_draft_node_get_id (get_child (choices, "choices", 1)));

  /* There the id would mean another module. */
  add_module (other, "content");
  add_module (other, "content");
  far = callboard_draft_copy (other, module);
  g_assert_cmpuint (count (get_child (far, "questions", 1), "rules"), ==, 1);
  g_assert_cmpuint (count (question, "rules"), ==, 3);
}

static void
test_convert (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  CallboardDraftNode *question = add (draft, add_module (draft, "questions"), "yes_no");
  guint types = 0;

  callboard_draft_node_set_text (question, "text", "Why?");
  callboard_draft_node_set_number (question, "points.yes", 2);
  add_rule (draft, question, "conclusion");
  g_signal_connect_swapped (question, "changed::type", G_CALLBACK (count_cb), &types);

  callboard_draft_convert (draft, question, "single_choice");
  g_assert_cmpuint (types, ==, 1);
  g_assert_cmpstr (callboard_draft_node_get_kind (question), ==, "single_choice");
  g_assert_cmpstr (callboard_draft_node_get_text (question, "text"), ==, "Why?");
  g_assert_cmpuint (count (question, "choices"), ==, 2);
  g_assert_cmpuint (count (question, "rules"), ==, 0);
  g_assert_null (callboard_draft_node_get (question, "points.yes"));

  callboard_draft_convert (draft, question, "multiple_choice");
  g_assert_cmpuint (count (question, "choices"), ==, 2);
  callboard_draft_undo (draft);
  callboard_draft_undo (draft);
  g_assert_cmpstr (callboard_draft_node_get_kind (question), ==, "yes_no");
  g_assert_cmpuint (count (question, "rules"), ==, 1);
  g_assert_cmpfloat (callboard_draft_node_get_number (question, "points.yes", 0), ==, 2);
}

/* What stands at the same place in both stays the same object. */
static void
test_adopt (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  g_autoptr(CallboardDraft) other = callboard_draft_new ();
  CallboardDraftNode *root = callboard_draft_get_root (draft);
  CallboardDraftNode *first = add_module (draft, "content");
  CallboardDraftNode *theirs = add_module (other, "content");

  add_module (draft, "questions");
  callboard_draft_node_set_text (get_child (theirs, "blocks", 0), "text", "Theirs");
  callboard_draft_forget (draft);
  callboard_draft_adopt (draft, other, "Restore");
  assert_labels (draft, "Restore", "");
  g_assert_cmpuint (count (root, "modules"), ==, 1);
  g_assert_true (get_child (root, "modules", 0) == first);
  g_assert_cmpstr (callboard_draft_node_get_text (get_child (first, "blocks", 0), "text"), ==, "Theirs");

  callboard_draft_adopt (draft, other, "Again");
  assert_labels (draft, "Restore", "");
  callboard_draft_undo (draft);
  g_assert_cmpuint (count (root, "modules"), ==, 2);
  g_assert_cmpstr (callboard_draft_node_get_text (get_child (first, "blocks", 0), "text"), ==, "");
}

/* Ids are not given twice, also not those of what was undone. */
static void
test_ids (void)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  g_autofree char *id = g_strdup (callboard_draft_node_get_id (add_module (draft, "content")));
  CallboardDraftNode *bare;

  callboard_draft_undo (draft);
  bare = add_module (draft, "content");
  g_assert_cmpstr (callboard_draft_node_get_id (bare), !=, id);
  callboard_draft_node_set (bare, "id", NULL);
  g_assert_nonnull (callboard_draft_ensure_id (draft, bare));
  g_assert_true (callboard_draft_find (draft, callboard_draft_node_get_id (bare)) == bare);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-node/values", test_values);
  g_test_add_func ("/draft-node/typing", test_typing);
  g_test_add_func ("/draft-node/typing-nothing", test_typing_nothing);
  g_test_add_func ("/draft-node/groups", test_groups);
  g_test_add_func ("/draft-node/visited", test_visited);
  g_test_add_func ("/draft-node/tree", test_tree);
  g_test_add_func ("/draft-node/copy", test_copy);
  g_test_add_func ("/draft-node/convert", test_convert);
  g_test_add_func ("/draft-node/adopt", test_adopt);
  g_test_add_func ("/draft-node/ids", test_ids);

  return g_test_run ();
}
