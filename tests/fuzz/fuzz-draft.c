/* fuzz-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any bytes as a campaign that is opened to be edited, and as what the clipboard holds. */

#include "config.h"

#include "callboard-fuzz.h"

#include "callboard-draft-document.h"
#include "callboard-script.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  callboard_fuzz_be_strict ();

  return 0;
}

static void
check_same (const char *text,
            const char *again)
{
  if (g_strcmp0 (text, again) != 0)
    g_error ("%s became %s", text, again);
}

/* Nothing but an error says why it was refused. */
static void
check_refused (gpointer      thing,
               const GError *error)
{
  if ((thing == NULL) != (error != NULL))
    g_error ("A refusal without a reason, or a reason without a refusal");
}

/* Written and read again it is the same, and so it is after everything was taken out and put back. */
static void
check_draft (CallboardDraft *draft)
{
  g_autofree char *written = callboard_draft_to_document (draft);
  g_autoptr(CallboardDraft) again = callboard_draft_from_document (written, NULL);
  g_autoptr(CallboardDraft) empty = callboard_draft_new ();
  g_autofree char *rewritten = NULL;
  g_autofree char *restored = NULL;

  if (again == NULL)
    g_error ("%s cannot be read again", written);

  rewritten = callboard_draft_to_document (again);
  check_same (written, rewritten);

  callboard_draft_adopt (again, empty, "Empty");
  callboard_draft_undo (again);
  restored = callboard_draft_to_document (again);
  check_same (written, restored);
}

static void
read_document (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraft) draft = callboard_draft_from_document (text, &error);
  g_autoptr(CallboardScript) script = callboard_script_parse (text, NULL);

  check_refused (draft, error);
  if (draft != NULL)
    check_draft (draft);
  else if (script != NULL)
    g_error ("What can be sent cannot be edited: %s", error->message);
}

static void
paste (const char *text)
{
  g_autoptr(CallboardDraft) draft = callboard_draft_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraftNode) node = callboard_draft_node_from_text (draft, text, &error);
  g_autoptr(CallboardDraftNode) again = NULL;
  g_autofree char *copied = NULL;

  check_refused (node, error);
  if (node == NULL)
    return;

  copied = callboard_draft_node_to_text (node);
  again = callboard_draft_node_from_text (draft, copied, &error);
  check_refused (again, error);
  if (again == NULL)
    g_error ("%s cannot be pasted again", copied);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  read_document (text);
  paste (text);

  return 0;
}
