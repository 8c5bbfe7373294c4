/* callboard-stage-editor-retype.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-stage-editor.h"

#include "callboard-draft-document.h"
#include "callboard-draft-rules.h"
#include "callboard-execute.h"
#include "callboard-node-words.h"
#include "callboard-queries-office.h"
#include "callboard-stage-commands.h"

typedef struct
{
  CallboardStageEditor *editor;
  CallboardStageType    type;
  char                 *document;
} Retyping;

static void
free_retyping_cb (gpointer  data,
                  GClosure *closure)
{
  Retyping *retyping = data;

  g_object_unref (retyping->editor);
  g_free (retyping->document);
  g_free (retyping);
}

static void
retype (CallboardStageEditor *self,
        CallboardStageType    type,
        const char           *document)
{
  callboard_execute (GTK_WIDGET (self), callboard_stage_editor_get_store (self),
                     callboard_retype_stage_command_new (callboard_stage_editor_get_id (self), type, document));
}

static void
on_answered_cb (AdwMessageDialog *dialog,
                const char       *response,
                Retyping         *retyping)
{
  if (g_str_equal (response, "change"))
    retype (retyping->editor, retyping->type, retyping->document);
  else
    callboard_stage_editor_reset (retyping->editor);
}

static void
ask (CallboardStageEditor *self,
     CallboardStageType    type,
     const char           *what,
     const char           *document)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Change the Type of the Stage?"), what);
  Retyping *retyping = g_new0 (Retyping, 1);

  retyping->editor = g_object_ref (self);
  retyping->type = type;
  retyping->document = g_strdup (document);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "change", _("Change _Type"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "change", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered_cb), retyping, free_retyping_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* "Questions, Collect" */
static char *
take_out (GPtrArray *misfits)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < misfits->len; i++)
    {
      CallboardDraftNode *node = g_ptr_array_index (misfits, i);

      g_ptr_array_add (names, (char *) callboard_node_words_get_kind (callboard_draft_node_get_kind (node)));
      callboard_draft_node_remove (node);
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static gboolean
has_schedule (GListModel *modules)
{
  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autoptr(CallboardDraftNode) module = g_list_model_get_item (modules, i);

      if (g_str_equal (callboard_draft_node_get_kind (module), "schedule"))
        return TRUE;
    }

  return FALSE;
}

static void
add_schedule (CallboardDraft *draft)
{
  CallboardDraftNode *root = callboard_draft_get_root (draft);
  g_autoptr(CallboardDraftNode) module = NULL;

  if (has_schedule (callboard_draft_node_get_list (root, "modules")))
    return;

  module = callboard_draft_create (draft, "schedule");
  callboard_draft_node_insert (root, "modules", G_MAXUINT, module);
}

void
callboard_stage_editor_retype (CallboardStageEditor *self,
                               CallboardStageType    from,
                               CallboardStageType    to)
{
  g_autoptr(CallboardCampaignRow) campaign = NULL;
  g_autoptr(CallboardDraft) draft = NULL;
  g_autoptr(GPtrArray) misfits = NULL;
  g_autofree char *document = NULL;
  g_autofree char *names = NULL;
  g_autofree char *what = NULL;

  g_return_if_fail (CALLBOARD_IS_STAGE_EDITOR (self));

  if (from != CALLBOARD_STAGE_REVIEW && to == CALLBOARD_STAGE_REVIEW)
    {
      ask (self, to, _("A Review stage sends nothing: the campaign of this stage goes. What runs comes to its end."), NULL);
      return;
    }

  campaign = callboard_queries_load_campaign (callboard_store_get_reader (callboard_stage_editor_get_store (self)),
                                              callboard_stage_editor_get_id (self), NULL);
  draft = campaign != NULL ? callboard_draft_from_document (campaign->draft, NULL) : NULL;
  if (draft == NULL)
    {
      retype (self, to, NULL);
      return;
    }

  misfits = callboard_draft_list_misfits (draft, to);
  names = take_out (misfits);
  if (to == CALLBOARD_STAGE_SCHEDULE)
    add_schedule (draft);
  document = callboard_draft_to_document (draft);
  if (misfits->len == 0)
    {
      retype (self, to, document);
      return;
    }

  /* Translators: %s is a list of modules, "Questions, Collect" */
  what = g_strdup_printf (_("These modules do not fit and go from the draft: %s. Publish the campaign afterwards."), names);
  ask (self, to, what, document);
}
