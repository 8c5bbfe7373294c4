/* callboard-people-dialogs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-people-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-import.h"
#include "callboard-phone.h"

/* What a dialog is about, for as long as it is open. */
typedef struct
{
  GtkWidget        *widget;
  CallboardStore   *store;
  AdwMessageDialog *dialog;
  GtkEditable      *first_name;
  GtkEditable      *last_name;
  GtkEditable      *phone;
  GtkEditable      *source;
  GtkEditable      *wording;
  GtkLabel         *problem;
  char             *country;
  gint64            candidate;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->widget);
  g_clear_object (&question->store);
  g_free (question->country);
  g_free (question);
}

static void
free_question_cb (gpointer  data,
                  GClosure *closure)
{
  question_free (data);
}

static Question *
question_new (GtkWidget              *widget,
              CallboardStore         *store,
              const CallboardDetails *details,
              const char             *heading,
              const char             *body,
              const char             *accept)
{
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->store = g_object_ref (store);
  question->candidate = details->candidate_id;
  question->country = g_strdup (details->country);
  question->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                                 heading, body));
  adw_message_dialog_add_responses (question->dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (question->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (question->dialog, "accept");
  adw_message_dialog_set_close_response (question->dialog, "cancel");

  return question;
}

static GtkEditable *
add_entry (GtkListBox *list,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_append (list, row);

  return GTK_EDITABLE (row);
}

static GtkListBox *
add_list (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  question->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (question->problem, TRUE);
  gtk_label_set_max_width_chars (question->problem, 40);
  gtk_widget_add_css_class (GTK_WIDGET (question->problem), "error");
  gtk_widget_hide (GTK_WIDGET (question->problem));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (question->problem));
  adw_message_dialog_set_extra_child (question->dialog, box);

  return GTK_LIST_BOX (list);
}

static gboolean
is_blank (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text == '\0';
}

static void
on_person_edited_cb (Question *question)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *phone = NULL;
  gboolean named = !is_blank (question->first_name) || !is_blank (question->last_name);

  phone = callboard_phone_normalise (gtk_editable_get_text (question->phone), question->country, NULL, &error);
  gtk_label_set_label (question->problem, phone == NULL ? error->message : _("A name is needed."));
  gtk_widget_set_visible (GTK_WIDGET (question->problem), phone == NULL || !named);
  adw_message_dialog_set_response_enabled (question->dialog, "accept", phone != NULL && named);
}

static void
on_person_answered_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       Question         *question)
{
  g_autofree char *first_name = NULL;
  g_autofree char *last_name = NULL;
  g_autofree char *phone = NULL;

  if (!g_str_equal (response, "accept"))
    return;

  first_name = g_strstrip (g_strdup (gtk_editable_get_text (question->first_name)));
  last_name = g_strstrip (g_strdup (gtk_editable_get_text (question->last_name)));
  phone = callboard_phone_normalise (gtk_editable_get_text (question->phone), question->country, NULL, NULL);
  if (phone != NULL)
    callboard_execute (question->widget, question->store,
                       callboard_candidate_command_new (question->candidate, first_name, last_name, phone));
}

void
callboard_person_dialog_present (GtkWidget              *widget,
                                 CallboardStore         *store,
                                 const CallboardDetails *details)
{
  Question *question = question_new (widget, store, details, _("Correct Person"), NULL, _("_Save"));
  GtkListBox *list = add_list (question);
  GtkEditable *editables[3];

  editables[0] = question->first_name = add_entry (list, _("First name"), details->first_name);
  editables[1] = question->last_name = add_entry (list, _("Last name"), details->last_name);
  editables[2] = question->phone = add_entry (list, _("Phone number"), details->phone);
  for (guint i = 0; i < G_N_ELEMENTS (editables); i++)
    g_signal_connect_swapped (editables[i], "changed", G_CALLBACK (on_person_edited_cb), question);

  g_signal_connect_data (question->dialog, "response", G_CALLBACK (on_person_answered_cb), question,
                         free_question_cb, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
}

static void
on_consent_edited_cb (Question *question)
{
  adw_message_dialog_set_response_enabled (question->dialog, "accept", !is_blank (question->source));
}

static void
on_consent_answered_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        Question         *question)
{
  g_autofree char *source = NULL;
  g_autofree char *wording = NULL;

  if (!g_str_equal (response, "accept"))
    return;

  source = g_strstrip (g_strdup (gtk_editable_get_text (question->source)));
  wording = g_strstrip (g_strdup (gtk_editable_get_text (question->wording)));
  callboard_execute (question->widget, question->store,
                     callboard_consent_command_new (question->candidate, source, wording));
}

void
callboard_consent_dialog_present (GtkWidget              *widget,
                                  CallboardStore         *store,
                                  const CallboardDetails *details)
{
  Question *question = question_new (widget, store, details, _("Record Consent"),
                                     _("A first message needs the person’s yes. Write down where it comes from; today’s "
                                       "date is kept with it."), _("_Record"));
  GtkListBox *list = add_list (question);

  question->source = add_entry (list, _("Where from, such as “Application form”"), "");
  question->wording = add_entry (list, _("What the person agreed to (optional)"), "");
  g_signal_connect_swapped (question->source, "changed", G_CALLBACK (on_consent_edited_cb), question);
  on_consent_edited_cb (question);

  g_signal_connect_data (question->dialog, "response", G_CALLBACK (on_consent_answered_cb), question,
                         free_question_cb, 0);
  gtk_window_present (GTK_WINDOW (question->dialog));
}
