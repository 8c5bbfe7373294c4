/* callboard-country-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-country-row.h"

#include "callboard-country.h"
#include "callboard-fold.h"
#include "callboard-util.h"

struct _CallboardCountryRow
{
  AdwActionRow    parent_instance;

  GtkLabel       *name;
  GtkMenuButton  *button;
  GtkSearchEntry *search;
  GtkListView    *list;
  GtkStack       *stack;

  GtkStringList  *names;
  GtkFilter      *filter;
  GHashTable     *code_of_name;
  char           *folded;
  char           *country;
};

G_DEFINE_FINAL_TYPE (CallboardCountryRow, callboard_country_row, ADW_TYPE_ACTION_ROW)

typedef enum
{
  PROP_COUNTRY = 1,
} CallboardCountryRowProps;

static GParamSpec *properties[PROP_COUNTRY + 1];

static gboolean
match_country (gpointer item,
               gpointer user_data)
{
  CallboardCountryRow *self = user_data;
  const char *name = gtk_string_object_get_string (item);
  const char *code = g_hash_table_lookup (self->code_of_name, name);
  g_autofree char *folded = NULL;

  if (self->folded == NULL || *self->folded == '\0')
    return TRUE;

  folded = callboard_fold (name);
  return strstr (folded, self->folded) != NULL || g_ascii_strcasecmp (code, self->folded) == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char **) a, *(const char **) b);
}

/* The names are sorted once per row, in the order of the user's language. */
static void
fill_names (CallboardCountryRow *self)
{
  g_auto(GStrv) codes = callboard_country_list ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    {
      char *name = callboard_country_get_name (codes[i]);

      g_hash_table_insert (self->code_of_name, name, g_strdup (codes[i]));
      g_ptr_array_add (names, name);
    }

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (self->names, g_ptr_array_index (names, i));
}

static void
on_search_changed_cb (CallboardCountryRow *self,
                      GtkSearchEntry      *search)
{
  GtkSelectionModel *model;

  g_assert (CALLBOARD_IS_COUNTRY_ROW (self));

  g_free (self->folded);
  self->folded = callboard_fold (gtk_editable_get_text (GTK_EDITABLE (search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  model = gtk_list_view_get_model (self->list);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (model)) > 0 ? "list" : "none");
}

static void
choose_position (CallboardCountryRow *self,
                 guint                position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr(GtkStringObject) item = g_list_model_get_item (model, position);

  g_assert (CALLBOARD_IS_COUNTRY_ROW (self));

  if (item == NULL)
    return;

  callboard_country_row_set_country (self, g_hash_table_lookup (self->code_of_name,
                                                                gtk_string_object_get_string (item)));
  gtk_menu_button_popdown (self->button);
}

static void
on_list_activated_cb (CallboardCountryRow *self,
                      guint                position,
                      GtkListView         *list)
{
  choose_position (self, position);
}

static void
on_search_activated_cb (CallboardCountryRow *self,
                        GtkSearchEntry      *search)
{
  choose_position (self, 0);
}

static void
on_popover_shown_cb (CallboardCountryRow *self,
                     GtkPopover          *popover)
{
  g_assert (CALLBOARD_IS_COUNTRY_ROW (self));

  if (g_hash_table_size (self->code_of_name) == 0)
    fill_names (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
callboard_country_row_activate (AdwActionRow *row)
{
  gtk_menu_button_popup (CALLBOARD_COUNTRY_ROW (row)->button);
}

static void
callboard_country_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_COUNTRY_ROW);

  G_OBJECT_CLASS (callboard_country_row_parent_class)->dispose (object);
}

static void
callboard_country_row_finalize (GObject *object)
{
  CallboardCountryRow *self = CALLBOARD_COUNTRY_ROW (object);

  g_clear_pointer (&self->code_of_name, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->country, g_free);

  G_OBJECT_CLASS (callboard_country_row_parent_class)->finalize (object);
}

static void
callboard_country_row_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((CallboardCountryRowProps) prop_id)
    {
    case PROP_COUNTRY:
      g_value_set_string (value, callboard_country_row_get_country (CALLBOARD_COUNTRY_ROW (object)));
      break;
    }
}

static void
callboard_country_row_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((CallboardCountryRowProps) prop_id)
    {
    case PROP_COUNTRY:
      callboard_country_row_set_country (CALLBOARD_COUNTRY_ROW (object), g_value_get_string (value));
      break;
    }
}

static void
callboard_country_row_class_init (CallboardCountryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_country_row_dispose;
  object_class->finalize = callboard_country_row_finalize;
  object_class->get_property = callboard_country_row_get_property;
  object_class->set_property = callboard_country_row_set_property;
  ADW_ACTION_ROW_CLASS (klass)->activate = callboard_country_row_activate;

  properties[PROP_COUNTRY] =
    g_param_spec_string ("country", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-country-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, button);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, filter);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, names);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, search);
  gtk_widget_class_bind_template_child (widget_class, CallboardCountryRow, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
}

static void
callboard_country_row_init (CallboardCountryRow *self)
{
  g_autofree char *country = callboard_country_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->code_of_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), match_country, self, NULL);
  callboard_country_row_set_country (self, country ? country : "GB");
}

const char *
callboard_country_row_get_country (CallboardCountryRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COUNTRY_ROW (self), NULL);

  return self->country;
}

void
callboard_country_row_set_country (CallboardCountryRow *self,
                                   const char          *country)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CALLBOARD_IS_COUNTRY_ROW (self));
  g_return_if_fail (country != NULL);

  if (!callboard_set_str (&self->country, country))
    return;

  name = callboard_country_get_name (country);
  gtk_label_set_text (self->name, name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNTRY]);
}
