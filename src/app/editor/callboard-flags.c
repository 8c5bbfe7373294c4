/* callboard-flags.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-flags.h"

#define MEMBER "flag_when"

char **
callboard_flags_list (CallboardDraftNode *question)
{
  GVariant *value;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (question), NULL);

  value = callboard_draft_node_get (question, MEMBER);
  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_new0 (char *, 1);

  return g_variant_dup_strv (value, NULL);
}

void
callboard_flags_put (CallboardDraftNode *question,
                     const char * const *answers)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (question));

  callboard_draft_node_set (question, MEMBER, answers[0] != NULL ? g_variant_new_strv (answers, -1) : NULL);
}

gboolean
callboard_flags_has (CallboardDraftNode *question,
                     const char         *answer)
{
  g_auto(GStrv) answers = callboard_flags_list (question);

  return answer != NULL && g_strv_contains ((const char * const *) answers, answer);
}

void
callboard_flags_set (CallboardDraftNode *question,
                     const char         *answer,
                     gboolean            flagged)
{
  g_auto(GStrv) answers = callboard_flags_list (question);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  g_return_if_fail (answer != NULL);

  for (guint i = 0; answers[i] != NULL; i++)
    {
      if (!g_str_equal (answers[i], answer))
        g_ptr_array_add (kept, answers[i]);
    }

  if (flagged)
    g_ptr_array_add (kept, (char *) answer);
  g_ptr_array_add (kept, NULL);
  callboard_flags_put (question, (const char * const *) kept->pdata);
}
