/* callboard-import-consent.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-consent.h"

#include "callboard-sending.h"

struct _CallboardImportConsentPage
{
  GtkWidget            parent_instance;

  GtkSwitch           *consent;
  AdwActionRow        *consent_row;
  GtkLabel            *outlook;
  GtkWidget           *page;
  GtkSwitch           *sends;
  AdwEntryRow         *source;
  AdwEntryRow         *wording;

  CallboardStore      *store;
  CallboardImportPlan *plan;
  gint64               job;

  /* What the outlook was counted for. */
  gpointer             counted;
  guint                agreed : 1;
  guint                sending : 1;
};

G_DEFINE_FINAL_TYPE (CallboardImportConsentPage, callboard_import_consent_page, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static guint
count_stage (GPtrArray *people,
             gint64     stage,
             gboolean   first)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    {
      const CallboardPerson *person = g_ptr_array_index (people, i);

      n += person->consent_source != NULL && (person->stage == stage || (first && person->stage == 0));
    }

  return n;
}

static guint
count_silent (GPtrArray *people)
{
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += ((CallboardPerson *) g_ptr_array_index (people, i))->consent_source == NULL;

  return n;
}

/* A line for each stage that people come into. */
static char *
describe_sending (CallboardImportConsentPage *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(GPtrArray) people = callboard_import_consent_page_dup_people (self);
  g_autoptr(GPtrArray) stages = callboard_queries_load_stages (db, self->job, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  guint silent = count_silent (people);

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const CallboardStageInfo *stage = g_ptr_array_index (stages, i);
      guint n = count_stage (people, stage->id, i == 0);
      g_autofree char *line = n > 0 ? callboard_sending_describe (db, stage, n) : NULL;

      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", line);
    }

  if (silent > 0)
    g_string_append_printf (text, "%s", text->len > 0 ? "\n\n" : "");
  if (silent > 0)
    g_string_append_printf (text, ngettext ("%u person without an agreement gets nothing.",
                                            "%u people without an agreement get nothing.", silent), silent);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_outlook (CallboardImportConsentPage *self)
{
  g_autofree char *text = NULL;

  text = gtk_switch_get_active (self->sends) ? describe_sending (self) : g_strdup (_("Nothing is sent to anybody."));
  gtk_label_set_text (self->outlook, text);
}

/* Counting 100,000 people takes its time: only what the source is does not change how many there are. */
static void
on_changed_cb (CallboardImportConsentPage *self)
{
  gboolean agreed;

  g_assert (CALLBOARD_IS_IMPORT_CONSENT_PAGE (self));

  if (self->plan == NULL)
    return;

  agreed = gtk_switch_get_active (self->consent) && *gtk_editable_get_text (GTK_EDITABLE (self->source)) != '\0';
  if (self->counted != self->plan || self->agreed != agreed || self->sending != gtk_switch_get_active (self->sends))
    {
      self->counted = self->plan;
      self->agreed = agreed;
      self->sending = gtk_switch_get_active (self->sends);
      update_outlook (self);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
callboard_import_consent_page_dispose (GObject *object)
{
  CallboardImportConsentPage *self = CALLBOARD_IMPORT_CONSENT_PAGE (object);

  self->plan = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_IMPORT_CONSENT_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_import_consent_page_parent_class)->dispose (object);
}

static void
callboard_import_consent_page_class_init (CallboardImportConsentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_import_consent_page_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-import-consent.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, consent);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, consent_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, outlook);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, page);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, sends);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, source);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportConsentPage, wording);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
}

static void
callboard_import_consent_page_init (CallboardImportConsentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_import_consent_page_set_plan (CallboardImportConsentPage *self,
                                        CallboardStore             *store,
                                        gint64                      job,
                                        CallboardImportPlan        *plan)
{
  gboolean column;

  g_return_if_fail (CALLBOARD_IS_IMPORT_CONSENT_PAGE (self));

  g_set_object (&self->store, store);
  self->plan = plan;
  self->job = job;
  self->counted = NULL;
  if (plan == NULL)
    return;

  column = callboard_import_plan_has_consent (plan);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->consent_row),
                                 column ? _("Those marked in the file agreed to get messages")
                                        : _("All of them agreed to get messages"));
  on_changed_cb (self);
}

gboolean
callboard_import_consent_page_is_complete (CallboardImportConsentPage *self)
{
  g_autofree char *source = NULL;

  g_return_val_if_fail (CALLBOARD_IS_IMPORT_CONSENT_PAGE (self), FALSE);

  source = dup_text (self->source);

  return !gtk_switch_get_active (self->consent) || *source != '\0';
}

gboolean
callboard_import_consent_page_get_sends (CallboardImportConsentPage *self)
{
  g_return_val_if_fail (CALLBOARD_IS_IMPORT_CONSENT_PAGE (self), FALSE);

  return gtk_switch_get_active (self->sends);
}

GPtrArray *
callboard_import_consent_page_dup_people (CallboardImportConsentPage *self)
{
  g_autofree char *source = NULL;
  g_autofree char *wording = NULL;
  GPtrArray *people;

  g_return_val_if_fail (CALLBOARD_IS_IMPORT_CONSENT_PAGE (self), NULL);
  g_return_val_if_fail (self->plan != NULL, NULL);

  source = dup_text (self->source);
  wording = dup_text (self->wording);
  people = callboard_import_plan_dup_people (self->plan,
                                             gtk_switch_get_active (self->consent) && *source != '\0' ? source : NULL,
                                             *wording != '\0' ? wording : NULL);

  /* Without the recruiter's word the file's marks are no agreement. */
  for (guint i = 0; !gtk_switch_get_active (self->consent) && i < people->len; i++)
    g_clear_pointer (&((CallboardPerson *) g_ptr_array_index (people, i))->consent_source, g_free);

  return people;
}
