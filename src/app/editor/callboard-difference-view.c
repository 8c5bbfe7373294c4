/* callboard-difference-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "callboard-difference.h"

/* More than anybody reads, and each is a few widgets. */
#define MAX_LINES 300

struct _CallboardDifferenceView
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CallboardDifferenceView, callboard_difference_view, ADW_TYPE_BIN)

static const char *
get_icon (CallboardDifferenceKind kind)
{
  static const char * const icons[] = {
    [CALLBOARD_DIFFERENCE_ADDED] = "list-add-symbolic",
    [CALLBOARD_DIFFERENCE_REMOVED] = "list-remove-symbolic",
    [CALLBOARD_DIFFERENCE_MOVED] = "go-jump-symbolic",
    [CALLBOARD_DIFFERENCE_CHANGED] = "document-edit-symbolic",
  };

  return icons[kind];
}

static GtkWidget *
append_label (GtkBox     *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return label;
}

static void
mark (PangoAttrList  *attributes,
      PangoAttribute *attribute,
      guint           start,
      guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Words are marked by lines, which any style and any eye can tell apart. */
static void
append_text (GtkBox     *box,
             const char *text,
             GArray     *marks,
             gboolean    gone)
{
  g_autofree char *whole = NULL;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  const char *at;
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  /* Translators: what a text was, and what it is now */
  whole = g_strdup_printf (gone ? _("Was: %s") : _("Is: %s"), text);
  at = strstr (whole, text);
  label = append_label (box, whole, gone ? "dim-label" : NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      CallboardDifferenceMark word = g_array_index (marks, CallboardDifferenceMark, i);

      mark (attributes, gone ? pango_attr_strikethrough_new (TRUE) : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
            at - whole + word.start, at - whole + word.end);
      if (!gone)
        mark (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), at - whole + word.start, at - whole + word.end);
    }

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
append_change (GtkBox                        *box,
               const CallboardDifferenceLine *line)
{
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) added = NULL;

  callboard_difference_mark (line->before, line->after, &gone, &added);
  append_text (box, line->before, gone, TRUE);
  append_text (box, line->after, added, FALSE);
}

static GtkWidget *
create_row (const CallboardDifferenceLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (line->kind));
  g_autofree char *title = callboard_difference_describe (line);
  const char *text = line->kind == CALLBOARD_DIFFERENCE_ADDED ? line->after : line->before;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  append_label (GTK_BOX (texts), title, "heading");
  if (line->kind == CALLBOARD_DIFFERENCE_CHANGED)
    append_change (GTK_BOX (texts), line);
  else if (line->kind != CALLBOARD_DIFFERENCE_MOVED && text != NULL && strstr (line->place, text) == NULL)
    append_label (GTK_BOX (texts), text, line->kind == CALLBOARD_DIFFERENCE_REMOVED ? "dim-label" : NULL);

  gtk_widget_set_margin_start (box, line->inside ? 30 : 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static GtkWidget *
create_rest (guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more change", "And %u more changes", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
callboard_difference_view_class_init (CallboardDifferenceViewClass *klass)
{
}

static void
callboard_difference_view_init (CallboardDifferenceView *self)
{
  GtkWidget *none = gtk_label_new (_("Nothing is different."));

  gtk_widget_set_margin_top (none, 18);
  gtk_widget_set_margin_bottom (none, 18);
  gtk_widget_add_css_class (none, "dim-label");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, none);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What changed"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

GtkWidget *
callboard_difference_view_new (void)
{
  return g_object_new (CALLBOARD_TYPE_DIFFERENCE_VIEW, NULL);
}

guint
callboard_difference_view_show (CallboardDifferenceView *self,
                                const char              *before,
                                const char              *after)
{
  g_autoptr(GPtrArray) lines = NULL;
  GtkWidget *row;

  g_return_val_if_fail (CALLBOARD_IS_DIFFERENCE_VIEW (self), 0);
  g_return_val_if_fail (after != NULL, 0);

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);

  lines = callboard_difference_new (before, after);
  for (guint i = 0; i < MIN (lines->len, MAX_LINES); i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (lines, i)));

  if (lines->len > MAX_LINES)
    gtk_list_box_append (self->list, create_rest (lines->len - MAX_LINES));

  return lines->len;
}
