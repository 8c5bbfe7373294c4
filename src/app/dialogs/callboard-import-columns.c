/* callboard-import-columns.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-columns.h"

/* A sample shows this many cells. */
#define N_SAMPLES 3

enum
{
  FIRST_NAME,
  LAST_NAME,
  FULL_NAME,
  PHONE,
  STAGE,
  CONSENT,
  N_ROWS
};

struct _CallboardImportColumnsPage
{
  GtkWidget       parent_instance;

  GtkWidget      *page;
  AdwComboRow    *consent;
  AdwComboRow    *first_name;
  AdwComboRow    *full_name;
  GtkSwitch      *header;
  AdwComboRow    *last_name;
  AdwComboRow    *phone;
  AdwComboRow    *stage;

  CallboardTable *table;
  AdwComboRow    *rows[N_ROWS];
  guint           filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardImportColumnsPage, callboard_import_columns_page, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The first entry of each list is "Not in the file". */
static int
get_column (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

static void
show_sample (CallboardImportColumnsPage *self,
             AdwComboRow                *row)
{
  g_autoptr(GString) sample = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  int column = get_column (row);
  guint n = 0;

  for (guint i = 0; column >= 0 && n < N_SAMPLES && i < callboard_table_get_n_rows (self->table); i++)
    {
      const char *cell = callboard_table_get_cell (self->table, i, column);

      if (*cell == '\0')
        continue;

      g_string_append_printf (sample, "%s%.40s", n++ > 0 ? ", " : "", cell);
    }

  escaped = g_markup_escape_text (sample->str, -1);
  if (!g_utf8_validate (escaped, -1, NULL))
    g_clear_pointer (&escaped, g_free);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped ? escaped : "");
}

static void
on_selected_cb (CallboardImportColumnsPage *self)
{
  g_assert (CALLBOARD_IS_IMPORT_COLUMNS_PAGE (self));

  if (self->filling || self->table == NULL)
    return;

  for (guint i = 0; i < N_ROWS; i++)
    show_sample (self, self->rows[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* "B: Phone", as a spreadsheet counts. */
static char *
name_column (CallboardTable *table,
             guint           column)
{
  const char *header = callboard_table_get_header (table, column);
  char letters[8] = { 0 };
  guint n = sizeof letters - 1;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--n] = 'A' + (rest - 1) % 26;

  if (header == NULL || *header == '\0')
    return g_strdup_printf (_("Column %s"), letters + n);

  return g_strdup_printf ("%s: %s", letters + n, header);
}

static void
fill_lists (CallboardImportColumnsPage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new ((const char *[]) { _("Not in the file"), NULL });
  CallboardImportColumns columns;

  for (guint i = 0; i < callboard_table_get_n_columns (self->table); i++)
    gtk_string_list_take (names, name_column (self->table, i));

  self->filling = TRUE;
  for (guint i = 0; i < N_ROWS; i++)
    adw_combo_row_set_model (self->rows[i], G_LIST_MODEL (names));

  callboard_csv_guess_columns (self->table, &columns);
  adw_combo_row_set_selected (self->first_name, columns.first_name + 1);
  adw_combo_row_set_selected (self->last_name, columns.last_name + 1);
  adw_combo_row_set_selected (self->full_name, columns.full_name + 1);
  adw_combo_row_set_selected (self->phone, columns.phone + 1);
  adw_combo_row_set_selected (self->stage, columns.stage + 1);
  adw_combo_row_set_selected (self->consent, columns.consent + 1);
  self->filling = FALSE;
  on_selected_cb (self);
}

static void
on_header_toggled_cb (CallboardImportColumnsPage *self)
{
  g_assert (CALLBOARD_IS_IMPORT_COLUMNS_PAGE (self));

  if (self->filling || self->table == NULL)
    return;

  callboard_table_set_has_header (self->table, gtk_switch_get_active (self->header));
  fill_lists (self);
}

static void
callboard_import_columns_page_dispose (GObject *object)
{
  CallboardImportColumnsPage *self = CALLBOARD_IMPORT_COLUMNS_PAGE (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_IMPORT_COLUMNS_PAGE);
  g_clear_pointer (&self->table, callboard_table_unref);

  G_OBJECT_CLASS (callboard_import_columns_page_parent_class)->dispose (object);
}

static void
callboard_import_columns_page_class_init (CallboardImportColumnsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_import_columns_page_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, consent);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, first_name);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, full_name);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, header);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, last_name);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, page);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportColumnsPage, stage);
  gtk_widget_class_bind_template_callback (widget_class, on_header_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
callboard_import_columns_page_init (CallboardImportColumnsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows[FIRST_NAME] = self->first_name;
  self->rows[LAST_NAME] = self->last_name;
  self->rows[FULL_NAME] = self->full_name;
  self->rows[PHONE] = self->phone;
  self->rows[STAGE] = self->stage;
  self->rows[CONSENT] = self->consent;
}

void
callboard_import_columns_page_set_table (CallboardImportColumnsPage *self,
                                         CallboardTable             *table)
{
  g_return_if_fail (CALLBOARD_IS_IMPORT_COLUMNS_PAGE (self));
  g_return_if_fail (table != NULL);

  callboard_table_ref (table);
  g_clear_pointer (&self->table, callboard_table_unref);
  self->table = table;

  self->filling = TRUE;
  gtk_switch_set_active (self->header, callboard_table_get_has_header (table));
  self->filling = FALSE;
  fill_lists (self);
}

void
callboard_import_columns_page_get_columns (CallboardImportColumnsPage *self,
                                           CallboardImportColumns     *columns)
{
  g_return_if_fail (CALLBOARD_IS_IMPORT_COLUMNS_PAGE (self));
  g_return_if_fail (columns != NULL);

  columns->first_name = get_column (self->first_name);
  columns->last_name = get_column (self->last_name);
  columns->full_name = get_column (self->full_name);
  columns->phone = get_column (self->phone);
  columns->stage = get_column (self->stage);
  columns->consent = get_column (self->consent);
}

gboolean
callboard_import_columns_page_is_complete (CallboardImportColumnsPage *self)
{
  CallboardImportColumns columns;

  g_return_val_if_fail (CALLBOARD_IS_IMPORT_COLUMNS_PAGE (self), FALSE);

  callboard_import_columns_page_get_columns (self, &columns);

  return columns.phone >= 0 && (columns.first_name >= 0 || columns.last_name >= 0 || columns.full_name >= 0);
}
