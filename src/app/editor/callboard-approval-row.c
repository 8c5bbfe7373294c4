/* callboard-approval-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-approval-row.h"

#include <glib/gi18n.h>

#include "callboard-approval.h"
#include "callboard-draft-document.h"
#include "callboard-form.h"
#include "callboard-open-draft.h"

#define SAMPLES "welcome.template.samples."

/* How long after the last edit it looks again, milliseconds. */
#define LOOK_DELAY 150

struct _CallboardApprovalRow
{
  AdwActionRow    parent_instance;

  CallboardDraft *draft;
  GtkButton      *submit;
  guint           look_source;
};

static CallboardOpenDraft *
get_open (CallboardApprovalRow *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);
  g_autoptr(CallboardOpenDraft) open = NULL;

  if (form != NULL)
    g_object_get (form, "open", &open, NULL);

  return open;
}

static void
show_samples (CallboardApprovalRow *self)
{
  g_autoptr(GPtrArray) fields = NULL;
  const char *welcome = callboard_draft_node_get_text (callboard_draft_get_root (self->draft), "welcome.text");
  g_autofree char *written = callboard_approval_write_body (welcome, FALSE, &fields);

  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (self))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const char *member = CALLBOARD_IS_FIELD (row) ? callboard_field_get_member (CALLBOARD_FIELD (row)) : NULL;

      if (member != NULL && g_str_has_prefix (member, SAMPLES))
        gtk_widget_set_visible (row, g_ptr_array_find_with_equal_func (fields, member + strlen (SAMPLES), g_str_equal, NULL));
    }
}

static const char *
name_state (CallboardApprovalState state)
{
  switch (state)
    {
    case CALLBOARD_APPROVAL_STATE_PENDING:
      return _("Submitted, waiting for WhatsApp");

    case CALLBOARD_APPROVAL_STATE_APPROVED:
      return _("Approved");

    case CALLBOARD_APPROVAL_STATE_REJECTED:
      return _("Rejected");

    case CALLBOARD_APPROVAL_STATE_PAUSED:
      return _("Paused by WhatsApp for a while");

    case CALLBOARD_APPROVAL_STATE_DRAFT:
    default:
      return _("Not submitted");
    }
}

static void
show_state (CallboardApprovalRow   *self,
            CallboardScript        *script,
            CallboardApprovalState  state,
            const char             *reason)
{
  g_autoptr(GPtrArray) faults = callboard_approval_list_faults (script);
  g_autofree char *request = callboard_approval_write_request (script);
  g_autofree char *words = NULL;
  gboolean open = state == CALLBOARD_APPROVAL_STATE_DRAFT || state == CALLBOARD_APPROVAL_STATE_REJECTED;

  if (state == CALLBOARD_APPROVAL_STATE_REJECTED)
    words = callboard_approval_describe_reason (reason);
  else if (faults->len > 0)
    words = g_strdup (((CallboardApprovalFault *) g_ptr_array_index (faults, 0))->text);
  else if (request == NULL)
    words = g_strdup (_("Give the template a name first"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name_state (state));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->submit), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->submit), request != NULL && faults->len == 0);
}

static void
look (CallboardApprovalRow *self)
{
  CallboardOpenDraft *open = get_open (self);
  g_autofree char *document = callboard_draft_to_document (self->draft);
  g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);
  g_autofree char *reason = NULL;
  CallboardApprovalState state = CALLBOARD_APPROVAL_STATE_DRAFT;
  CallboardAccount account = { 0 };
  CallboardDb *db;

  show_samples (self);
  if (open == NULL || script == NULL)
    return;

  db = callboard_store_get_reader (callboard_open_draft_get_store (open));
  if (!callboard_account_load (db, 0, &account, NULL) ||
      !callboard_approval_load_state (db, account.id, script, &state, &reason, NULL))
    return;

  show_state (self, script, state, reason);
}

static gboolean
look_cb (gpointer user_data)
{
  CallboardApprovalRow *self = user_data;

  self->look_source = 0;
  if (self->draft != NULL && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    look (self);

  return G_SOURCE_REMOVE;
}

static void
look_soon (CallboardApprovalRow *self,
           guint                 delay)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (delay, look_cb, self);
}

static void
on_draft_changed_cb (CallboardApprovalRow *self)
{
  g_assert (CALLBOARD_IS_APPROVAL_ROW (self));

  look_soon (self, LOOK_DELAY);
}

static void
set_draft (CallboardApprovalRow *self,
           CallboardDraft       *draft)
{
  if (self->draft == draft)
    return;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft != NULL)
    g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
callboard_approval_row_show (CallboardField *field)
{
  CallboardApprovalRow *self = CALLBOARD_APPROVAL_ROW (field);
  CallboardDraftNode *node = callboard_field_get_node (field);

  set_draft (self, node != NULL ? callboard_draft_node_get_draft (node) : NULL);
  look_soon (self, 0);
}

static void
callboard_approval_row_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_approval_row_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardApprovalRow, callboard_approval_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_approval_row_iface_init))

static void
on_submitted_cb (GObject      *store,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardApprovalRow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!callboard_store_execute_finish (CALLBOARD_STORE (store), result, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
  else if (self->draft != NULL)
    look_soon (self, 0);
}

static void
on_submit_clicked_cb (CallboardApprovalRow *self)
{
  CallboardOpenDraft *open = get_open (self);
  g_autofree char *document = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  g_assert (CALLBOARD_IS_APPROVAL_ROW (self));

  if (open == NULL || self->draft == NULL)
    return;

  document = callboard_draft_to_document (self->draft);
  command = callboard_approval_submit_command_new (document);
  callboard_store_execute_async (callboard_open_draft_get_store (open), command, NULL, on_submitted_cb, g_object_ref (self));
}

static void
callboard_approval_row_dispose (GObject *object)
{
  CallboardApprovalRow *self = CALLBOARD_APPROVAL_ROW (object);

  g_clear_handle_id (&self->look_source, g_source_remove);
  set_draft (self, NULL);

  G_OBJECT_CLASS (callboard_approval_row_parent_class)->dispose (object);
}

static void
callboard_approval_row_class_init (CallboardApprovalRowClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
  G_OBJECT_CLASS (klass)->dispose = callboard_approval_row_dispose;
}

static void
callboard_approval_row_init (CallboardApprovalRow *self)
{
  self->submit = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Submit")));
  gtk_widget_set_valign (GTK_WIDGET (self->submit), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->submit));
  g_signal_connect_swapped (self->submit, "clicked", G_CALLBACK (on_submit_clicked_cb), self);
}
