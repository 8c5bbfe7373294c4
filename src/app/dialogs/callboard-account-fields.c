/* callboard-account-fields.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-fields.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-secrets.h"

struct _CallboardAccountFields
{
  AdwPreferencesPage           parent_instance;

  const CallboardProviderInfo *info;
  GPtrArray                   *groups;
  GHashTable                  *rows;
  AdwEntryRow                 *name;
};

G_DEFINE_FINAL_TYPE (CallboardAccountFields, callboard_account_fields, ADW_TYPE_PREFERENCES_PAGE)

static void
on_changed_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "error");
}

static AdwPreferencesGroup *
add_group (CallboardAccountFields *self,
           const char             *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_description (group, escaped);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
  g_ptr_array_add (self->groups, group);

  return group;
}

static GtkWidget *
make_choice (const CallboardProviderField *field,
             const char                   *value)
{
  g_auto(GStrv) labels = g_strsplit (_(field->labels), "|", -1);
  g_auto(GStrv) choices = g_strsplit (field->choices, "|", -1);
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char * const *) labels);
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; value != NULL && choices[i] != NULL; i++)
    {
      if (g_str_equal (choices[i], value))
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }

  return row;
}

static GtkWidget *
make_entry (const CallboardProviderField *field,
            const char                   *value)
{
  gboolean secret = field->kind == CALLBOARD_FIELD_SECRET;
  GtkWidget *row = secret ? adw_password_entry_row_new () : adw_entry_row_new ();

  if (field->kind == CALLBOARD_FIELD_URL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_URL);
  if (field->kind == CALLBOARD_FIELD_PHONE)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PHONE);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  g_signal_connect (row, "changed", G_CALLBACK (on_changed_cb), NULL);

  return row;
}

static char *
read_value (const CallboardProviderField *field,
            JsonObject                   *settings)
{
  JsonNode *node = settings != NULL ? json_object_get_member (settings, field->key) : NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  if (field->kind == CALLBOARD_FIELD_NUMBER)
    return g_strdup (g_ascii_formatd (number, sizeof number, "%g", json_node_get_double (node)));

  return g_strdup (callboard_json_get_string (settings, field->key));
}

static char *
make_title (const CallboardProviderField *field,
            gboolean                      editing)
{
  if (editing && field->kind == CALLBOARD_FIELD_SECRET)
    return g_strdup_printf (_("%s; empty keeps it"), _(field->title));

  return field->required || field->kind == CALLBOARD_FIELD_CHOICE || field->advanced
         ? g_strdup (_(field->title))
         : g_strdup_printf (_("%s, optional"), _(field->title));
}

static GtkWidget *
make_row (CallboardAccountFields       *self,
          const CallboardProviderField *field,
          JsonObject                   *settings,
          gboolean                      editing)
{
  g_autofree char *value = read_value (field, settings);
  g_autofree char *said = make_title (field, editing);
  g_autofree char *title = g_markup_escape_text (said, -1);
  GtkWidget *row = field->kind == CALLBOARD_FIELD_CHOICE ? make_choice (field, value) : make_entry (field, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_tooltip_text (row, _(field->place));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(field->place), -1);
  g_hash_table_insert (self->rows, (gpointer) field->key, row);

  return row;
}

static void
add_advanced (CallboardAccountFields *self,
              JsonObject             *settings,
              gboolean                editing)
{
  GtkWidget *expander = adw_expander_row_new ();
  guint n_rows = 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Advanced"));
  for (const CallboardProviderField *field = self->info->fields; field->key != NULL; field++)
    {
      if (!field->advanced)
        continue;

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (self, field, settings, editing));
      n_rows++;
    }

  adw_preferences_group_add (add_group (self, NULL), expander);
  gtk_widget_set_visible (expander, n_rows > 0);
}

static void
add_warning (CallboardAccountFields *self,
             AdwPreferencesGroup    *group)
{
  GtkWidget *row, *image;

  if (self->info->warning == NULL)
    return;

  row = adw_action_row_new ();
  image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (image, "warning");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(self->info->warning));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  adw_preferences_group_add (group, row);
}

static void
add_head (CallboardAccountFields *self,
          const char             *name)
{
  AdwPreferencesGroup *group = add_group (self, _(self->info->before));
  const CallboardProviderField field = { .key = "", .kind = CALLBOARD_FIELD_TEXT };

  if (self->info->console != NULL)
    adw_preferences_group_set_header_suffix (group,
                                             gtk_link_button_new_with_label (self->info->console, _("Open Console")));
  add_warning (self, group);
  self->name = ADW_ENTRY_ROW (make_entry (&field, name));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name, such as “Berlin office”"));
  adw_preferences_group_add (group, GTK_WIDGET (self->name));
}

static void
clear (CallboardAccountFields *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));

  g_ptr_array_set_size (self->groups, 0);
  g_hash_table_remove_all (self->rows);
}

static void
callboard_account_fields_finalize (GObject *object)
{
  CallboardAccountFields *self = CALLBOARD_ACCOUNT_FIELDS (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (callboard_account_fields_parent_class)->finalize (object);
}

static void
callboard_account_fields_class_init (CallboardAccountFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_account_fields_finalize;
}

static void
callboard_account_fields_init (CallboardAccountFields *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

void
callboard_account_fields_show (CallboardAccountFields      *self,
                               const CallboardProviderInfo *info,
                               const char                  *name,
                               JsonObject                  *settings)
{
  g_return_if_fail (CALLBOARD_IS_ACCOUNT_FIELDS (self));
  g_return_if_fail (info != NULL);

  clear (self);
  self->info = info;
  add_head (self, name);
  for (const CallboardProviderField *field = info->fields; field->key != NULL; field++)
    {
      if (!field->advanced)
        adw_preferences_group_add (add_group (self, _(field->place)), make_row (self, field, settings, name != NULL));
    }
  add_advanced (self, settings, name != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

char *
callboard_account_fields_dup_name (CallboardAccountFields *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (CALLBOARD_IS_ACCOUNT_FIELDS (self), NULL);

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  return g_strdup (*name != '\0' ? name : _(self->info->name));
}

static void
mark (CallboardAccountFields       *self,
      const CallboardProviderField *field)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, field->key);
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

static char *
dup_entered (CallboardAccountFields       *self,
             const CallboardProviderField *field)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, field->key);
  g_auto(GStrv) choices = NULL;

  if (field->kind != CALLBOARD_FIELD_CHOICE)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  choices = g_strsplit (field->choices, "|", -1);

  return g_strdup (choices[adw_combo_row_get_selected (ADW_COMBO_ROW (row))]);
}

static gboolean
take_field (CallboardAccountFields        *self,
            const CallboardProviderField  *field,
            JsonObject                    *settings,
            char                         **secret,
            gboolean                      *changed,
            GError                       **error)
{
  g_autofree char *entered = dup_entered (self, field);
  char *joined;

  if (field->kind != CALLBOARD_FIELD_SECRET)
    return callboard_provider_put (settings, field, entered, error);

  if (*entered == '\0')
    return TRUE;

  joined = callboard_secrets_set_member (*secret, field->key, entered);
  g_free (*secret);
  *secret = joined;
  *changed = TRUE;

  return TRUE;
}

gboolean
callboard_account_fields_take (CallboardAccountFields  *self,
                               JsonObject              *settings,
                               char                   **secret,
                               gboolean                *changed,
                               GError                 **error)
{
  const CallboardProviderField *missing;

  g_return_val_if_fail (CALLBOARD_IS_ACCOUNT_FIELDS (self), FALSE);
  g_return_val_if_fail (settings != NULL && secret != NULL && changed != NULL, FALSE);

  *changed = FALSE;
  for (const CallboardProviderField *field = self->info->fields; field->key != NULL; field++)
    {
      if (!take_field (self, field, settings, secret, changed, error))
        {
          mark (self, field);
          return FALSE;
        }
    }

  missing = callboard_provider_find_missing (self->info, settings, *secret);
  if (missing == NULL)
    return TRUE;

  mark (self, missing);
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID,
               /* Translators: the name of a field, then where it is found */
               _("“%s” is missing. %s"), _(missing->title), _(missing->place));

  return FALSE;
}
